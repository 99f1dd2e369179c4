using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>Repulsion summed over all pairs, cost O(n^2): for few points, and the yardstick for the interpolated one.</summary>
internal sealed class ExactRepulsion : IRepulsion
{
    private const int PointsPerBlock = 64;

    public double Compute(double[] positions, double[] forces, Execution execution)
    {
        var n = positions.Length / 2;
        var (x, y) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            (x[i], y[i]) = (positions[2 * i], positions[(2 * i) + 1]);
        }

        var sums = new double[(n + PointsPerBlock - 1) / PointsPerBlock];
        execution.ForEachBlock(sums.Length, block =>
        {
            for (var i = block * PointsPerBlock; i < Math.Min((block + 1) * PointsPerBlock, n); i++)
            {
                var (forceX, forceY, sum) = OfPoint(x, y, i);
                (forces[2 * i], forces[(2 * i) + 1]) = (forceX, forceY);
                sums[block] += sum;
            }
        });
        return sums.Sum();
    }

    // The point itself adds 1 to the sum, taken off at the end, and nothing to the force.
    private static (double X, double Y, double Sum) OfPoint(double[] x, double[] y, int i)
    {
        ref var allX = ref MemoryMarshal.GetArrayDataReference(x);
        ref var allY = ref MemoryMarshal.GetArrayDataReference(y);
        var (ownX, ownY) = (Vector256.Create(x[i]), Vector256.Create(y[i]));
        var (forceX, forceY, sum) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var j = 0;
        for (; j <= x.Length - Vector256<double>.Count; j += Vector256<double>.Count)
        {
            var (dx, dy) = (ownX - Vector256.LoadUnsafe(ref allX, (nuint)j), ownY - Vector256.LoadUnsafe(ref allY, (nuint)j));
            var similarity = Vector256<double>.One / (Vector256<double>.One + (dx * dx) + (dy * dy));
            sum += similarity;
            similarity *= similarity;
            forceX += similarity * dx;
            forceY += similarity * dy;
        }

        var rest = (X: Vector256.Sum(forceX), Y: Vector256.Sum(forceY), Sum: Vector256.Sum(sum) - 1);
        for (; j < x.Length; j++)
        {
            var (dx, dy) = (x[i] - x[j], y[i] - y[j]);
            var similarity = 1 / (1 + (dx * dx) + (dy * dy));
            rest = (rest.X + (similarity * similarity * dx), rest.Y + (similarity * similarity * dy), rest.Sum + similarity);
        }

        return rest;
    }
}
