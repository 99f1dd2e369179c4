using Noether.LieAlgebras.Structure;

namespace Noether.LieAlgebras.Naming;

/// <summary>Says in a sentence what a name rests on.</summary>
internal static class Reasons
{
    /// <summary>Why no name is certain.</summary>
    public static string Undecided(AlgebraStructure structure) =>
        $"The noise does not decide between algebras of dimension {structure.Constants.Dimension}: a derived algebra of dimension {structure.Derived.Dimension}, a radical of dimension {structure.Radical.Dimension} and a centre of dimension {structure.Centre.Dimension} are the most likely.";

    /// <summary>Why no name is certain where rotations of a long ellipsoid fit as well.</summary>
    public static string MayBeCompact(AlgebraStructure structure) =>
        $"{Undecided(structure)} Nor does it exclude rotations of an ellipsoid more than three times as long as it is wide: rescale the coordinates where their units differ.";

    /// <summary>Why no name is certain where real forms have equal signatures.</summary>
    public const string SameSignature = "These real forms have Killing forms of one signature, and none of the irreducible parts that act on the coordinates tells them apart; an odd power of vectors would.";

    /// <summary>Why naming was not begun.</summary>
    public static string TooLarge(GeneratorSpan span, double limit) =>
        $"{span.Dimension} generators of {span.Size} x {span.Size} may take {NamingWork.Of(span.Dimension, span.Size):0.#e0} multiplications to name, more than the limit of {limit:0.#e0}.";

    /// <summary>Why there is no name at all.</summary>
    public static string Impossible(int dimension) => $"The noise hides the structure: no algebra of dimension {dimension} has the radical, centre and derived algebra that stand out of it.";

    /// <summary>What the name of an algebra rests on, and the group that acts where the weights decide that.</summary>
    public static string Of(IdentifiedAlgebra algebra) =>
        string.Join(' ', algebra.Ideals.Select(ideal => Group(ideal.Name, algebra)).OfType<string>().Distinct(StringComparer.Ordinal).Prepend(Parts(algebra)));

    /// <summary>Whether a simple ideal generates the rotations or their twofold cover: it is named after what acts, so that the name tells. Null for ideals with more than two groups.</summary>
    private static string? Group(string ideal, IdentifiedAlgebra algebra)
    {
        var (weights, acts) = algebra.Name == ideal ? ("weights", "the group that acts") : ($"weights of {ideal}", "its group");
        return ideal switch
        {
            "so(3)" or "so(5)" => $"All {weights} are integers: {acts} is {ideal.ToUpperInvariant()}.",
            "su(2)" => $"Some {weights} are half-integers: {acts} is SU(2).",
            "sp(2)" => $"Some {weights} are half-integers: {acts} is Sp(2).",
            _ => null,
        };
    }

    private static string Parts(IdentifiedAlgebra algebra) => (algebra.Ideals.Length, algebra.Dimension, algebra.IsCompact) switch
    {
        _ when algebra.Ideals.Length < algebra.LeviIdeals.Length || algebra.Ideals.Sum(ideal => ideal.Dimension) + algebra.CentreDimension < algebra.Dimension =>
            $"Not a sum of simple ideals and a centre: the quotient by the radical is {(algebra.LeviIdeals.IsEmpty ? "zero" : string.Join("+", algebra.LeviIdeals.Select(ideal => ideal.Name)))}, the centre has dimension {algebra.CentreDimension}.",
        (0, 1, true) => "One generator, and it turns planes.",
        (0, 1, false) => "One generator, and it leaves no positive form invariant: a scaling, a boost, a shear or a spiral, not a rotation.",
        (0, var rank, true) => $"{rank} generators that commute and turn planes.",
        (0, var rank, false) => $"{rank} generators that commute; not all of them turn planes.",
        var (_, _, compact) => $"{(compact ? "Compact" : "Not compact")}, centre of dimension {algebra.CentreDimension}, simple ideals {string.Join(", ", algebra.Ideals.Select(ideal => $"{ideal.Name} of dimension {ideal.Dimension} and rank {ideal.Rank}"))}.",
    };
}
