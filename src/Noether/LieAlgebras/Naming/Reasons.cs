namespace Noether.LieAlgebras.Naming;

/// <summary>Says in a sentence what a name rests on.</summary>
internal static class Reasons
{
    /// <summary>What the name of a reductive algebra rests on.</summary>
    public static string Of(IdentifiedAlgebra algebra) => (algebra.Ideals.Length, algebra.Dimension, algebra.IsCompact) switch
    {
        (0, 1, true) => "One generator, and it turns planes.",
        (0, 1, false) => "One generator, and it leaves no positive form invariant: a scaling, a boost or a shear, not a rotation.",
        (0, var rank, true) => $"{rank} generators that commute and turn planes.",
        (0, var rank, false) => $"{rank} generators that commute; not all of them turn planes.",
        var (_, _, compact) => $"{(compact ? "Compact" : "Not compact")}, centre of dimension {algebra.CentreDimension}, simple ideals {string.Join(", ", algebra.Ideals.Select(ideal => $"{ideal.Name} of dimension {ideal.Dimension} and rank {ideal.Rank}"))}.",
    };
}
