using System.Numerics;
using Noether.Numerics;

namespace Noether.LieAlgebras.Catalogue;

/// <summary>Generators of linear maps and of maps of determinant one, over the real and the complex numbers.</summary>
internal static class LinearAlgebras
{
    /// <summary>gl(n, R) on R^n: all matrices with one entry. Shape [n^2][n, n].</summary>
    /// <param name="n">At least 1.</param>
    public static ImmutableArray<Matrix> General(int n) =>
        [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) select Matrix.Generate(n, n, (row, column) => (row, column) == (i, j) ? 1 : 0)];

    /// <summary>sl(n, R) on R^n: the matrices of trace zero. Shape [n^2 - 1][n, n].</summary>
    /// <param name="n">At least 2.</param>
    public static ImmutableArray<Matrix> Special(int n) =>
    [
        .. General(n).Where(matrix => matrix.Trace == 0),
        .. Enumerable.Range(0, n - 1).Select(k => Matrix.Generate(n, n, (i, j) => i != j ? 0 : Step(i, k))),
    ];

    /// <summary>sl(n, C) on C^n = R^2n. Shape [2 (n^2 - 1)][2n, 2n].</summary>
    /// <param name="n">At least 2.</param>
    public static ImmutableArray<Matrix> ComplexSpecial(int n) =>
    [
        .. from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) where i != j from unit in Units select ComplexGenerators.Unit(n, i, j, unit),
        .. from k in Enumerable.Range(0, n - 1) from unit in Units select ComplexGenerators.Diagonal(n, i => unit * Step(i, k)),
    ];

    /// <summary>gl(n, C) on C^n = R^2n. Shape [2 n^2][2n, 2n].</summary>
    /// <param name="n">At least 1.</param>
    public static ImmutableArray<Matrix> ComplexGeneral(int n) =>
        [.. ComplexSpecial(n), .. Units.Select(unit => ComplexGenerators.Diagonal(n, _ => unit))];

    /// <summary>The Heisenberg algebra of dimension 2n + 1 on R^(n + 2): strictly upper triangular, positions in the first row, momenta in the last column.</summary>
    /// <param name="n">Number of pairs, at least 1.</param>
    public static ImmutableArray<Matrix> Heisenberg(int n)
    {
        var size = n + 2;
        Matrix Unit(int row, int column) => Matrix.Generate(size, size, (i, j) => (i, j) == (row, column) ? 1 : 0);
        return [.. Enumerable.Range(1, n).Select(k => Unit(0, k)), .. Enumerable.Range(1, n).Select(k => Unit(k, size - 1)), Unit(0, size - 1)];
    }

    /// <summary>Translations of R^n, on (x, 1) in R^(n + 1). Shape [n][n + 1, n + 1].</summary>
    /// <param name="n">At least 1.</param>
    public static ImmutableArray<Matrix> Translations(int n) =>
        [.. Enumerable.Range(0, n).Select(k => Matrix.Generate(n + 1, n + 1, (i, j) => (i, j) == (k, n) ? 1 : 0))];

    /// <summary>Upper triangular matrices, of dimension n (n + 1) / 2: a solvable algebra.</summary>
    /// <param name="n">At least 1.</param>
    public static ImmutableArray<Matrix> Triangular(int n) => [.. General(n).Where((_, index) => index / n <= index % n)];

    /// <summary>Strictly upper triangular matrices, of dimension n (n - 1) / 2: a nilpotent algebra.</summary>
    /// <param name="n">At least 2.</param>
    public static ImmutableArray<Matrix> StrictlyTriangular(int n) => [.. General(n).Where((_, index) => index / n < index % n)];

    private static readonly ImmutableArray<Complex> Units = [Complex.One, Complex.ImaginaryOne];

    private static double Step(int i, int k) => i == k ? 1 : i == k + 1 ? -1 : 0;
}
