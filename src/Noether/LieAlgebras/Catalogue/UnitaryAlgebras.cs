using System.Numerics;
using Noether.Numerics;

namespace Noether.LieAlgebras.Catalogue;

/// <summary>Generators of unitary and symplectic maps.</summary>
internal static class UnitaryAlgebras
{
    /// <summary>su(p, q) on C^(p + q) = R^(2 (p + q)); su(n) for q = 0.</summary>
    /// <param name="p">Number of plus signs of the Hermitian form; p + q is at least 2.</param>
    /// <param name="q">Number of minus signs.</param>
    public static ImmutableArray<Matrix> Special(int p, int q)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(p + q, 2);
        var n = p + q;
        return
        [
            .. OffDiagonal(p, n),
            .. Enumerable.Range(0, n - 1).Select(k => ComplexGenerators.Diagonal(n, i => i == k ? Complex.ImaginaryOne : i == k + 1 ? -Complex.ImaginaryOne : 0)),
        ];
    }

    /// <summary>u(p, q) on C^(p + q); u(n) for q = 0.</summary>
    /// <param name="p">Number of plus signs of the Hermitian form; p + q is at least 1.</param>
    /// <param name="q">Number of minus signs.</param>
    public static ImmutableArray<Matrix> General(int p, int q)
    {
        var n = p + q;
        return [.. OffDiagonal(p, n), .. Enumerable.Range(0, n).Select(k => ComplexGenerators.Diagonal(n, i => i == k ? Complex.ImaginaryOne : 0))];
    }

    /// <summary>sp(2n, R) on R^2n: it leaves the symplectic form sum_i x_i y'_i - y_i x'_i invariant. Dimension n (2n + 1).</summary>
    /// <param name="n">At least 1.</param>
    public static ImmutableArray<Matrix> Symplectic(int n)
    {
        var pairs = (from i in Enumerable.Range(0, n) from j in Enumerable.Range(i, n - i) select (i, j)).ToArray();
        return
        [
            .. from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) select Sparse(((i, j), 1), ((n + j, n + i), -1)),
            .. pairs.Select(at => Sparse(((at.i, n + at.j), 1), ((at.j, n + at.i), 1))),
            .. pairs.Select(at => Sparse(((n + at.i, at.j), 1), ((n + at.j, at.i), 1))),
        ];

        Matrix Sparse(((int, int) At, double Value) first, ((int, int) At, double Value) second) =>
            Matrix.Generate(2 * n, 2 * n, (i, j) => (i, j) == first.At ? first.Value : (i, j) == second.At ? second.Value : 0);
    }

    private static IEnumerable<Matrix> OffDiagonal(int p, int n) =>
        from i in Enumerable.Range(0, n)
        from j in Enumerable.Range(i + 1, n - i - 1)
        let sign = (i < p) == (j < p) ? -1 : 1
        from pair in new[] { ComplexGenerators.Pair(n, (i, j), 1, sign), ComplexGenerators.Pair(n, (i, j), Complex.ImaginaryOne, -sign * Complex.ImaginaryOne) }
        select pair;
}
