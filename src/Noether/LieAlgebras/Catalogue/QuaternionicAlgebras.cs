using System.Numerics;
using Noether.Numerics;

namespace Noether.LieAlgebras.Catalogue;

/// <summary>Generators of maps of H^n = C^2n = R^4n that commute with the quaternions.</summary>
internal static class QuaternionicAlgebras
{
    /// <summary>sl(n, H): the matrices A + Bj whose trace has no real part. Shape [4 n^2 - 1][4n, 4n].</summary>
    /// <param name="n">At least 1; sl(1, H) is su(2), sl(2, H) is so(5, 1).</param>
    public static ImmutableArray<Matrix> Special(int n) =>
    [
        .. from at in Places(n) from unit in Units where at.I != at.J || unit != Complex.One select ComplexGenerators.Quaternionic(n, Entry(at, unit), None),
        .. from k in Enumerable.Range(0, n - 1) select ComplexGenerators.Quaternionic(n, (i, j) => i != j ? 0 : i == k ? 1 : i == k + 1 ? -1 : 0, None),
        .. from at in Places(n) from unit in Units select ComplexGenerators.Quaternionic(n, None, Entry(at, unit)),
    ];

    /// <summary>so*(2n): the matrices A + Bj with A complex and skew, B Hermitian. Shape [n (2n - 1)][4n, 4n].</summary>
    /// <param name="n">At least 2; so*(6) is su(3, 1), so*(8) is so(6, 2).</param>
    public static ImmutableArray<Matrix> SkewHermitian(int n) =>
    [
        .. from at in Places(n) where at.I < at.J from unit in Units select ComplexGenerators.Quaternionic(n, Entry(at, unit, -unit), None),
        .. from at in Places(n) where at.I <= at.J from unit in Units where at.I < at.J || unit == Complex.One select ComplexGenerators.Quaternionic(n, None, Entry(at, unit, Complex.Conjugate(unit))),
    ];

    /// <summary>sp(n), compact: the matrices A + Bj with A in u(n), B complex and symmetric, which leave a complex symplectic form invariant. Shape [n (2n + 1)][4n, 4n].</summary>
    /// <param name="n">At least 1.</param>
    public static ImmutableArray<Matrix> CompactSymplectic(int n) =>
    [
        .. from at in Places(n) where at.I < at.J select ComplexGenerators.Quaternionic(n, Entry(at, 1, -1), None),
        .. from at in Places(n) where at.I <= at.J select ComplexGenerators.Quaternionic(n, Entry(at, Complex.ImaginaryOne, Complex.ImaginaryOne), None),
        .. from at in Places(n) where at.I <= at.J from unit in Units select ComplexGenerators.Quaternionic(n, None, Entry(at, unit, unit)),
    ];

    private static readonly ImmutableArray<Complex> Units = [Complex.One, Complex.ImaginaryOne];

    private static IEnumerable<(int I, int J)> Places(int n) => from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) select (i, j);

    private static Complex None(int i, int j) => 0;

    /// <summary>The entry (i, j) of a matrix with this value at one place, and another at the transposed place.</summary>
    private static Func<int, int, Complex> Entry((int I, int J) at, Complex value, Complex transposed = default) => (i, j) => (i, j) == at ? value : (j, i) == at ? transposed : 0;
}
