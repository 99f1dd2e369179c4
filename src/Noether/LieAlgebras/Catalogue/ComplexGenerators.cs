using System.Numerics;
using Noether.Numerics;

namespace Noether.LieAlgebras.Catalogue;

/// <summary>Complex matrices as real ones: z = x + i y in C^n is (x, y) in R^2n, and A + iB becomes [[A, -B], [B, A]].</summary>
internal static class ComplexGenerators
{
    /// <summary>The real matrix, shape [2n, 2n], of the complex matrix with these entries, shape [n, n].</summary>
    public static Matrix Real(int n, Func<int, int, Complex> entry) => Matrix.Generate(2 * n, 2 * n, (i, j) =>
    {
        var value = entry(i % n, j % n);
        return (i < n, j < n) switch
        {
            (true, true) or (false, false) => value.Real,
            (true, false) => -value.Imaginary,
            (false, true) => value.Imaginary,
        };
    });

    /// <summary>The matrix with one entry that is not zero.</summary>
    public static Matrix Unit(int n, int row, int column, Complex value) => Real(n, (i, j) => (i, j) == (row, column) ? value : 0);

    /// <summary>value E_ij + other E_ji.</summary>
    public static Matrix Pair(int n, (int Row, int Column) at, Complex value, Complex other) =>
        Real(n, (i, j) => (i, j) == at ? value : (j, i) == at ? other : 0);

    /// <summary>A diagonal matrix.</summary>
    public static Matrix Diagonal(int n, Func<int, Complex> entry) => Real(n, (i, j) => i == j ? entry(i) : 0);

    /// <summary>A + Bj over the quaternions, H^n = C^2n = R^4n: the complex matrix [[A, B], [-B*, A*]] with entrywise conjugates.</summary>
    public static Matrix Quaternionic(int n, Func<int, int, Complex> a, Func<int, int, Complex> b) => Real(2 * n, (i, j) => (i < n, j < n) switch
    {
        (true, true) => a(i, j),
        (true, false) => b(i, j - n),
        (false, true) => -Complex.Conjugate(b(i - n, j)),
        (false, false) => Complex.Conjugate(a(i - n, j - n)),
    });
}
