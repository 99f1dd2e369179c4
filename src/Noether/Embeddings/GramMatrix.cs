using System.Numerics.Tensors;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>The inner products of centred points, Eq. (P2): for wide data, of which it is smaller than the covariance matrix.</summary>
/// <remarks>Threads share the rows; every entry is one inner product, the same at any thread count.</remarks>
internal static class GramMatrix
{
    private const int RowsPerStrip = 8;

    /// <summary>The matrix, with n - 1 in the denominator; zero for one point. Shape [n, n]. Cost O(n^2 d).</summary>
    public static Matrix Of(RowSource points, double[] mean, Execution execution)
    {
        var n = points.Count;
        var products = new double[checked(n * n)];
        execution.ForEachBlock(PrincipalComponents.Stage, (n + RowsPerStrip - 1) / RowsPerStrip, strip => FillStrip(points, mean, strip * RowsPerStrip, products));
        var divisor = Math.Max(n - 1, 1);
        return Matrix.Generate(n, n, (i, j) => products[(Math.Min(i, j) * n) + Math.Max(i, j)] / divisor);
    }

    /// <summary>Reads a point with the mean at 0.</summary>
    public static void CopyCentred(RowSource points, double[] mean, int number, Span<double> into)
    {
        points.CopyRow(number, into);
        TensorPrimitives.Subtract(into, mean, into);
    }

    private static void FillStrip(RowSource points, double[] mean, int first, double[] products)
    {
        var (n, d) = (points.Count, points.Dimension);
        var rows = Math.Min(RowsPerStrip, n - first);
        var (strip, other) = (new double[rows * d], new double[d]);
        for (var i = 0; i < rows; i++)
        {
            CopyCentred(points, mean, first + i, strip.AsSpan(i * d, d));
        }

        for (var j = first; j < n; j++)
        {
            CopyCentred(points, mean, j, other);
            for (var i = 0; i < Math.Min(rows, j - first + 1); i++)
            {
                products[((first + i) * n) + j] = TensorPrimitives.Dot<double>(strip.AsSpan(i * d, d), other);
            }
        }
    }
}
