using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Verification;

namespace Noether.Experiments.Discovery;

/// <summary>A run's answer in one sentence.</summary>
internal static class VerdictSentence
{
    /// <summary>The sentence for a run through the whole chain; null while the algebra has not been looked for.</summary>
    public static string? Of(SymmetryDiscovery discovery) => Of(discovery.Algebra, discovery.Generators, discovery.Evidence);

    /// <summary>The sentence for generators that were looked for; null while the algebra has not been.</summary>
    public static string? Of(AlgebraIdentification? identification, GeneratorEstimate? generators, SymmetryEvidence? evidence) => identification switch
    {
        null => null,
        AlgebraIdentification.Unique(var algebra) => $"Symmetry found: {Named(algebra)}{(algebra.IsCompact ? Axis(generators) : "")}.",
        AlgebraIdentification.Ambiguous(var candidates) => $"A symmetry was found, but its algebra is not certain: {Among(candidates)}.",
        AlgebraIdentification.NotClosed => $"Generators were found that do not close into an algebra. {identification.Reason}",
        _ when evidence?.Verdict == SymmetryVerdict.CannotTell => $"Cannot tell whether there is a symmetry. {identification.Reason}",
        _ => $"No symmetry found. {identification.Reason}",
    };

    /// <summary>The sentence for matrices that were given.</summary>
    public static string Of(AlgebraIdentification identification) => identification switch
    {
        AlgebraIdentification.Unique(var algebra) => $"The matrices span {Named(algebra)}.",
        AlgebraIdentification.Ambiguous(var candidates) => $"The algebra of the matrices is not certain: {Among(candidates)}.",
        AlgebraIdentification.NotClosed => $"The matrices do not close into an algebra. {identification.Reason}",
        _ => $"The matrices span no algebra. {identification.Reason}",
    };

    private static string Named(IdentifiedAlgebra algebra) => $"{algebra.Name}{Aliases(algebra)}, {Generators(algebra.Dimension)}";

    private static string Among(ImmutableArray<AlgebraCandidate> candidates) => candidates.IsEmpty ? "no name fits" : string.Join(" or ", candidates.Select(candidate => candidate.Name));

    private static string Aliases(IdentifiedAlgebra algebra) => algebra.Aliases.IsEmpty ? "" : $" (also {string.Join(", ", algebra.Aliases)})";

    private static string Generators(int count) => count == 1 ? "one generator" : $"{count} generators";

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
