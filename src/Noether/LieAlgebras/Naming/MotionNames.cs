namespace Noether.LieAlgebras.Naming;

/// <summary>Algebras of linear maps of R^n together with all translations.</summary>
internal static class MotionNames
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

        if (Signature(linear.Name) is { } signature && signature.Sum() == n)
        {
            return Motions(string.Join(',', signature));
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

    /// <summary>(p, q) or (n) of so(p,q) or so(n); null for another name.</summary>
    private static int[]? Signature(string name)
    {
        if (!name.StartsWith("so(", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = name[3..].TrimEnd(')').Split(',');
        return parts.All(part => int.TryParse(part, out _)) ? [.. parts.Select(int.Parse)] : null;
    }
}
