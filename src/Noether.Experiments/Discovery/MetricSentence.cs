using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Verification;

namespace Noether.Experiments.Discovery;

/// <summary>In which units a compact algebra rotates, Eq. (Y11): the quadratic form that it leaves invariant, in words.</summary>
internal static class MetricSentence
{
    // Units that agree to this much are the user's own; what is left is noise.
    private const double SameUnit = 0.05;

    /// <summary>A sentence with a space before it; empty where the units are the user's own, or there is no form.</summary>
    public static string Of(FoundSymmetry found, ImmutableArray<string> names)
    {
        if (found.Metric is not { } metric || !IsUnique(found, names))
        {
            return "";
        }

        var moved = Moved(found.Generators!, metric);
        if (moved.Length < 2)
        {
            return "";
        }

        var scales = moved.Select(j => Math.Sqrt(metric[j, j])).ToArray();
        if ((from a in moved from b in moved where a != b select Math.Abs(metric[a, b]) / Math.Sqrt(metric[a, a] * metric[b, b])).Max() > SameUnit)
        {
            return $" It rotates in the metric of an ellipsoid{Centre(found, names)}.";
        }

        var unit = scales.Min();
        var changed = Enumerable.Range(0, moved.Length).Where(k => scales[k] / unit > 1 + SameUnit).Select(k => $"{names[moved[k]]} is multiplied by {scales[k] / unit:G3}").ToArray();
        var divided = Enumerable.Range(0, moved.Length).Where(k => scales.Max() / scales[k] > 1 + SameUnit).Select(k => $"{names[moved[k]]} is divided by {scales.Max() / scales[k]:G3}").ToArray();
        return changed.Length == 0 ? "" : $" It is a rotation when {string.Join(" and ", divided.Length <= changed.Length ? divided : changed)}.";
    }

    // The form is fixed up to its size where all that moves is one irreducible part, in columns of the user's own.
    private static bool IsUnique(FoundSymmetry found, ImmutableArray<string> names) =>
        found.Algebra is AlgebraIdentification.Unique(var algebra) && algebra.Representation.Sum(irrep => irrep.Multiplicity) == 1
        && found.Dependence is { } dependence && names.Length - dependence.Unused.Length == dependence.Rank;

    // The coordinates that some generator moves, in units in which it rotates.
    private static int[] Moved(GeneratorEstimate generators, Matrix metric)
    {
        var n = metric.Rows;
        var sizes = Matrix.Generate(n, n, (i, j) => metric[j, j] > 0 ? generators.Generators.Max(generator => Math.Abs(generator[i, j])) * Math.Sqrt(Math.Max(0, metric[i, i]) / metric[j, j]) : 0);
        var largest = sizes.Entries.ToArray().Max();
        return [.. Enumerable.Range(0, n).Where(j => metric[j, j] > 0 && Enumerable.Range(0, n).Any(i => Math.Max(sizes[i, j], sizes[j, i]) > SameUnit * largest))];
    }

    private static string Centre(FoundSymmetry found, ImmutableArray<string> names) =>
        found.Generators is { } generators ? $" about ({string.Join(", ", generators.Centre.Select(x => x.ToString("G4")))}) in ({string.Join(", ", names)})" : "";
}
