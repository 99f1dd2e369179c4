using Noether.Numerics;

namespace Noether.LieAlgebras.Structure;

/// <summary>The angular frequencies of a skew matrix: it turns orthogonal planes, each at its own rate.</summary>
internal static class Frequencies
{
    /// <summary>The rates w_1 &gt;= w_2 &gt;= ... &gt;= 0, one per plane; the eigenvalues are i w and -i w, and one 0 more in odd dimension. Shape [n / 2].</summary>
    public static ImmutableArray<double> Of(Matrix skew)
    {
        var squares = SymmetricEigen.Of(skew.Transposed * skew).Values; // w^2, twice each
        return [.. Enumerable.Range(0, skew.Rows / 2).Select(plane => Math.Sqrt(Math.Max(0, 0.5 * (squares[^((2 * plane) + 1)] + squares[^((2 * plane) + 2)]))))];
    }
}
