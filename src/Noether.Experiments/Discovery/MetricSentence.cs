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
        if (found.Metric is not { } metric || found.Algebra is not AlgebraIdentification.Unique { Algebra.CentreDimension: var centre, Algebra.Dimension: var dimension } || (centre == dimension && dimension > 1))
        {
            return "";
        }

        var moved = Moved(found, metric);
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

    private static int[] Moved(FoundSymmetry found, Matrix metric) =>
        [.. Enumerable.Range(0, metric.Rows).Where(j => metric[j, j] > 0 && found.Generators!.Generators.Any(generator => Enumerable.Range(0, generator.Rows).Any(i =>
            Math.Abs(generator[i, j]) * Math.Sqrt(metric[i, i]) > SameUnit * Math.Sqrt(metric[j, j]) || Math.Abs(generator[j, i]) * Math.Sqrt(metric[j, j]) > SameUnit * Math.Sqrt(metric[i, i]) * 1)))];

    private static string Centre(FoundSymmetry found, ImmutableArray<string> names) =>
        found.Generators is { } generators ? $" about ({string.Join(", ", generators.Centre.Select(x => x.ToString("G4")))}) in ({string.Join(", ", names)})" : "";
}
