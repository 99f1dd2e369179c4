using Noether.Numerics;

namespace Noether.LieAlgebras.Naming;

/// <summary>Algebras of linear maps of R^n together with all translations.</summary>
internal static class MotionNames
{
    /// <summary>A trace counts when it exceeds its noise this many times.</summary>
    private const double NoiseLengths = 3;

    /// <summary>The name and its aliases; null when the linear part does not act as vectors of R^n.</summary>
    /// <param name="linear">The linear part.</param>
    /// <param name="acting">Its action on the translations. Shape [dimension][n, n].</param>
    /// <param name="noise">Standard error of the entries.</param>
    public static ImmutableArray<string>? Of(IdentifiedAlgebra linear, ImmutableArray<Matrix> acting, double noise)
    {
        var n = acting[0].Rows;
        if (linear is { Dimension: 1, IsCompact: false })
        {
            return OfOne(acting[0], noise);
        }

        if (linear.Representation is not [{ Multiplicity: 1 } irrep] || irrep.RealDimension != n)
        {
            return null;
        }

        if (Signature(linear.Name) is { } signature && signature.Sum() == n)
        {
            return Motions(string.Join(',', signature));
        }

        return linear.Name == $"gl({n},R)" ? [$"aff({n},R)"] : linear.Name == $"sl({n},R)" ? [$"saff({n},R)"] : null;
    }

    /// <summary>One generator that turns nothing: it scales a line, or boosts a plane.</summary>
    private static ImmutableArray<string>? OfOne(Matrix acting, double noise) => acting.Rows switch
    {
        1 => ["aff(1,R)"],
        2 when IsBoost(acting, noise) => Motions("1,1"),
        _ => null,
    };

    /// <summary>Whether the eigenvalues are b and -b: so(1,1).</summary>
    private static bool IsBoost(Matrix plane, double noise) =>
        Math.Abs(plane.Trace) <= NoiseLengths * Math.Sqrt(plane.Rows) * noise && (plane[0, 0] * plane[1, 1]) - (plane[0, 1] * plane[1, 0]) < 0;

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
