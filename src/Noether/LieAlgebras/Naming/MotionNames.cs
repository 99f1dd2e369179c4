using System.Text.RegularExpressions;

namespace Noether.LieAlgebras.Naming;

/// <summary>Algebras of linear maps of R^n together with all translations.</summary>
internal static partial class MotionNames
{
    /// <summary>The name and its aliases; null when the linear part does not act as vectors of R^n.</summary>
    /// <param name="linear">The linear part with its action on the translations.</param>
    /// <param name="n">The number of translations.</param>
    public static ImmutableArray<string>? Of(IdentifiedAlgebra linear, int n)
    {
        if (linear.Representation is not [{ Multiplicity: 1 } irrep] || irrep.RealDimension != n)
        {
            return Line(linear, n);
        }

        var rotation = Rotation().Match(linear.Name);
        if (rotation.Success && Sum(rotation.Groups[1].Value) == n)
        {
            return Motions(rotation.Groups[1].Value);
        }

        return linear.Name == $"gl({n},R)" ? [$"aff({n},R)"] : linear.Name == $"sl({n},R)" ? [$"saff({n},R)"] : null;
    }

    /// <summary>One generator that acts on translations of a line or a plane.</summary>
    private static ImmutableArray<string>? Line(IdentifiedAlgebra linear, int n) => (linear.Dimension, linear.IsCompact, n) switch
    {
        (1, false, 1) => ["aff(1,R)"],
        _ => null,
    };

    private static ImmutableArray<string> Motions(string signature) => signature.Split(',') switch
    {
        [var n] => [$"e({n})", $"iso({n})"],
        [_, "1"] => [$"iso({signature})", $"poincare({signature})"],
        _ => [$"iso({signature})"],
    };

    private static int Sum(string signature) => signature.Split(',').Sum(int.Parse);

    [GeneratedRegex(@"^so\((\d+(?:,\d+)?)\)$")]
    private static partial Regex Rotation();
}
