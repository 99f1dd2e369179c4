using Noether.Numerics;

namespace Noether.LieAlgebras.Catalogue;

/// <summary>Generators of rotations, boosts and motions.</summary>
internal static class OrthogonalAlgebras
{
    /// <summary>so(n) on R^n: E_ji - E_ij for i &lt; j. Shape [n (n - 1) / 2][n, n].</summary>
    /// <param name="n">At least 2.</param>
    public static ImmutableArray<Matrix> Rotations(int n) => Pseudorotations(n, 0);

    /// <summary>so(p, q) on R^(p + q): it leaves x_1^2 + ... + x_p^2 - ... - x_(p+q)^2 invariant.</summary>
    /// <param name="p">Number of plus signs, 0 or more; p + q is at least 2.</param>
    /// <param name="q">Number of minus signs.</param>
    public static ImmutableArray<Matrix> Pseudorotations(int p, int q)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(p + q, 2);
        var n = p + q;
        return [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(i + 1, n - i - 1) select Plane(n, i, j, (i < p) == (j < p) ? -1 : 1)];
    }

    /// <summary>so(p, q) with the translations of R^(p + q), on (x, 1) in R^(p + q + 1): the Euclidean algebra e(n) for q = 0, the Poincare algebra for q = 1.</summary>
    /// <param name="p">Number of plus signs; p + q is at least 2.</param>
    /// <param name="q">Number of minus signs.</param>
    public static ImmutableArray<Matrix> Motions(int p, int q) => Representations.WithTranslations(Pseudorotations(p, q));

    /// <summary>A torus u(1)^k on R^2p: generator a turns the plane (2j, 2j + 1) at the rate weights[a][j].</summary>
    /// <param name="weights">One row of p integers per generator.</param>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static ImmutableArray<Matrix> Torus(params ReadOnlySpan<int[]> weights)
    {
        var torus = ImmutableArray.CreateBuilder<Matrix>(weights.Length);
        foreach (var rates in weights)
        {
            if (rates.Length != weights[0].Length)
            {
                throw new ArgumentException($"Every generator of a torus has a rate for each plane; the first has {weights[0].Length}, another {rates.Length}.", nameof(weights));
            }

            torus.Add(Matrix.Generate(2 * rates.Length, 2 * rates.Length, (i, j) => i / 2 == j / 2 ? rates[i / 2] * (i - j) : 0));
        }

        return torus.ToImmutable();
    }

    private static Matrix Plane(int n, int i, int j, double upper) =>
        Matrix.Generate(n, n, (row, column) => (row, column) == (j, i) ? 1 : (row, column) == (i, j) ? upper : 0);
}
