using System.Numerics.Tensors;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>The mean and the covariance matrix of tall data.</summary>
/// <remarks>
/// Threads share the rows of the covariance matrix, not the points: every entry is then one sum in the order of the points,
/// the same at any thread count, and no partial matrices need memory.
/// </remarks>
internal static class Covariance
{
    // 16 centred points of 784 coordinates (98 KiB) stay in a second-level cache while the rows of a strip pass over them.
    private const int PointsPerPass = 16;
    private const int RowsPerStrip = 24;

    /// <summary>The mean of the points. Shape [d].</summary>
    public static double[] Mean(RowSource points, Execution execution)
    {
        var sums = new double[points.Blocks][];
        execution.ForEachBlock(points.Blocks, block =>
        {
            var (sum, row) = (new double[points.Dimension], new double[points.Dimension]);
            var (first, end) = points.Block(block);
            for (var i = first; i < end; i++)
            {
                points.CopyRow(i, row);
                TensorPrimitives.Add(sum, row, sum);
            }

            sums[block] = sum;
        });

        var mean = new double[points.Dimension];
        foreach (var sum in sums)
        {
            TensorPrimitives.Add(mean, sum, mean);
        }

        TensorPrimitives.Divide(mean, points.Count, mean);
        return mean;
    }

    /// <summary>The covariance matrix, with n - 1 in the denominator; zeros for one point. Shape [d, d].</summary>
    public static Matrix Of(RowSource points, double[] mean, Execution execution)
    {
        var d = points.Dimension;
        var sums = new double[checked(d * d)];
        execution.ForEachBlock(PrincipalComponents.Stage, (d + RowsPerStrip - 1) / RowsPerStrip, strip => AddStrip(points, mean, strip * RowsPerStrip, sums));
        var divisor = Math.Max(points.Count - 1, 1);
        return Matrix.Generate(d, d, (i, j) => sums[(Math.Min(i, j) * d) + Math.Max(i, j)] / divisor);
    }

    private static void AddStrip(RowSource points, double[] mean, int firstRow, double[] sums)
    {
        var d = points.Dimension;
        var endRow = Math.Min(firstRow + RowsPerStrip, d);
        var pass = new double[PointsPerPass * d];
        for (var first = 0; first < points.Count; first += PointsPerPass)
        {
            FillPass(points, mean, first, pass);
            for (var i = firstRow; i < endRow; i++)
            {
                var sum = sums.AsSpan((i * d) + i, d - i);
                for (var p = 0; p < PointsPerPass; p += 4)
                {
                    SumOfMultiples.AddFour(pass.AsSpan((p * d) + i), d, sum);
                }
            }
        }
    }

    // A last pass that is not full is filled up with zeros, which add nothing.
    private static void FillPass(RowSource points, double[] mean, int first, double[] pass)
    {
        for (var p = 0; p < PointsPerPass; p++)
        {
            var row = pass.AsSpan(p * points.Dimension, points.Dimension);
            row.Clear();
            if (first + p < points.Count)
            {
                points.CopyRow(first + p, row);
                TensorPrimitives.Subtract(row, mean, row);
            }
        }
    }
}
