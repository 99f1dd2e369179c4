using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Reports;
using Noether.Verification;

namespace Noether.Experiments.Discovery;

/// <summary>A run's answer in one sentence.</summary>
internal static class VerdictSentence
{
    /// <summary>The sentence for an answer; a contradiction between the two roads comes first.</summary>
    /// <param name="found">The answer.</param>
    /// <param name="names">The names of the coordinates.</param>
    /// <param name="across">The asymmetry on the orbits of the embedding; null where it was not measured.</param>
    public static string Of(FoundSymmetry found, ImmutableArray<string> names, Asymmetry? across = null)
    {
        var contradiction = across is not null && across.Lower > found.Tolerance ? $"Contradiction: {SymmetryFindings.Contradiction(across)} " : "";
        return contradiction + found.Verdict switch
        {
            SymmetryVerdict.Symmetric => $"Symmetry found: {Algebra(found)}{Where(found, names)}; {Bound(found)}.{MetricSentence.Of(found, names)}",
            SymmetryVerdict.Approximate => $"Approximate symmetry: {Algebra(found)}{Where(found, names)}, broken by {found.Asymmetry!.Value:P1} ({found.Asymmetry.Lower:P1} to {found.Asymmetry.Upper:P1}).{MetricSentence.Of(found, names)}",
            SymmetryVerdict.None when found.Group is { } group => $"Symmetry found: no continuous symmetry, but {Group(group)}. {found.Reason}",
            SymmetryVerdict.None => $"No symmetry found. {found.Reason}",
            _ when found.Group is { } group => $"Symmetry found: {Group(group)}. Cannot tell whether there is a continuous symmetry. {found.Reason}",
            _ => $"Cannot tell whether there is a symmetry. {found.Reason}",
        } + (found.Verdict is SymmetryVerdict.Symmetric or SymmetryVerdict.Approximate && found.Group is { } whole ? Besides(found, whole) : "")
            + Dependence(found, names);
    }

    private static string Group(FoundGroup group)
    {
        var international = group.HermannMauguin is { } name ? $"; {name}" : "";
        return $"the group {group.Name} (order {group.Order}{international}), asymmetry below {Math.Max(group.Asymmetry.Upper, 1e-3):P1} "
            + $"({group.Asymmetry.Confidence:P0})";
    }

    private static string Besides(FoundSymmetry found, FoundGroup group) => found.Verdict == SymmetryVerdict.Symmetric
        ? $" With {Listed([.. group.Elements.Select(element => element.Name)])}, the whole group is {group.Name}."
        : $" Exact within the tolerance is {Group(group)}.";

    /// <summary>The sentence for matrices that were given.</summary>
    public static string Of(AlgebraIdentification identification) => identification switch
    {
        AlgebraIdentification.Unique(var algebra) when identification.Generated is { } generated =>
            $"The matrices generate {algebra.Name}{Aliases(algebra)}, of dimension {algebra.Dimension}; "
            + $"they span {generated.Dimensions[0]} of these.",
        AlgebraIdentification.Unique(var algebra) => $"The matrices span {Named(algebra)}.",
        AlgebraIdentification.Ambiguous(var candidates) => $"The algebra of the matrices is not certain: {Among(candidates)}.",
        AlgebraIdentification.NotClosed => $"The matrices do not close into an algebra. {identification.Reason}",
        _ => $"The matrices span no algebra. {identification.Reason}",
    };

    private static string Named(IdentifiedAlgebra algebra) => $"{algebra.Name}{Aliases(algebra)}, {Generators(algebra.Dimension)}";

    private static string Among(ImmutableArray<AlgebraCandidate> candidates) => candidates.IsEmpty ? "no name fits" : string.Join(" or ", candidates.Select(candidate => candidate.Name));

    private static string Aliases(IdentifiedAlgebra algebra) => algebra.Aliases.IsEmpty ? "" : $" (also {string.Join(", ", algebra.Aliases)})";

    private static string Generators(int count) => count == 1 ? "one generator" : $"{count} generators";

    private static string Algebra(FoundSymmetry found) => found.Algebra switch
    {
        AlgebraIdentification.Unique(var algebra) => $"{Named(algebra)}{(algebra.IsCompact ? Axis(found.Generators) : "")}",
        AlgebraIdentification.Ambiguous(var candidates) => $"{Generators(found.Generators!.Count)}, but the algebra is not certain: {Among(candidates)}",
        _ => $"{Generators(found.Generators!.Count)}, which the noise does not let us name",
    };

    private static string Where(FoundSymmetry found, ImmutableArray<string> names)
    {
        if (found.Dependence is not { } dependence || dependence.Rank == names.Length || names.Length - dependence.Unused.Length != dependence.Rank)
        {
            return "";
        }

        return $" in ({string.Join(", ", names.Where((_, column) => !dependence.Unused.Contains(column)))})";
    }

    private static string Bound(FoundSymmetry found) => $"asymmetry below {Math.Max(found.Asymmetry!.Upper, 1e-3):P1} ({found.Asymmetry.Confidence:P0})";

    private static string Dependence(FoundSymmetry found, ImmutableArray<string> names)
    {
        if (found.Dependence is not { } dependence || dependence.Rank >= names.Length || found.Verdict == SymmetryVerdict.CannotTell)
        {
            return "";
        }

        var unused = dependence.Unused.Select(column => names[column]).ToArray();
        return names.Length - unused.Length == dependence.Rank
            ? $" It does not depend on {Listed(unused)}."
            : $" It depends on {Listed([.. DependenceReport.Of(dependence, names).Combinations.Select(Combination)])} only.";
    }

    private static string Combination(ImmutableArray<KeyValuePair<string, double>> weights) => string.Concat(weights.Select((weight, k) =>
        $"{(weight.Value < 0 ? (k == 0 ? "-" : " - ") : k == 0 ? "" : " + ")}{(Math.Abs(Math.Abs(weight.Value) - 1) < 0.005 ? "" : $"{Math.Abs(weight.Value):0.##} ")}{weight.Key}"));

    private static string Listed(string[] items)
    {
        const int most = 6;
        return items.Length > most ? $"{string.Join(", ", items.Take(most))} and {items.Length - most} more" : items.Length == 1 ? items[0] : $"{string.Join(", ", items[..^1])} and {items[^1]}";
    }

    /// <summary>For a rotation of space, the axis that it leaves fixed.</summary>
    private static string Axis(GeneratorEstimate? generators)
    {
        if (generators is not { Count: 1 } estimate || estimate.Generators[0].Rows != 3 || estimate.Spanned.Columns != 3)
        {
            return "";
        }

        var generator = estimate.Generators[0];
        var axis = SymmetricEigen.Of(generator.Transposed * generator).Vectors.Row(0);
        return $", about the axis ({axis[0]:0.000}, {axis[1]:0.000}, {axis[2]:0.000})";
    }
}
