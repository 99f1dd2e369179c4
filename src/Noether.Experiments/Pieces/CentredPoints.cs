using Noether.Data;
using Noether.Numerics;

namespace Noether.Experiments.Pieces;

/// <summary>Points about their mean in a unit of their own size, so that single precision resolves their differences wherever they lie and however large they are.</summary>
/// <param name="Points">The points minus their mean, over the unit. Shape [n, d].</param>
/// <param name="Unit">The unit, a power of two: distances among the points times it are those of the data.</param>
internal sealed record CentredPoints(SingleMatrix Points, double Unit)
{
    // Keeps what is scaled down below 1, and the unit itself finite.
    private const int Headroom = 2;

    /// <summary>Moves and scales points. Cost O(n d).</summary>
    public static CentredPoints Of(PointCloud points)
    {
        var (n, d) = (points.Count, points.Dimension);
        var largest = Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(0, d).Select(j => Math.Abs(points[i, j]))).DefaultIfEmpty(0).Max();
        var first = PowerOfTwo(largest) + Headroom; // before the mean is taken: differences of the largest numbers overflow
        var mean = new double[d];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < d; j++)
            {
                mean[j] += Math.ScaleB(points[i, j], -first) / n;
            }
        }

        double Difference(int i, int j) => Math.ScaleB(points[i, j], -first) - mean[j];
        var spread = Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(0, d).Select(j => Math.Abs(Difference(i, j)))).DefaultIfEmpty(0).Max();
        var second = PowerOfTwo(spread) - Headroom;
        var entries = new float[checked(n * d)];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < d; j++)
            {
                entries[(i * d) + j] = (float)Math.ScaleB(Difference(i, j), -second);
            }
        }

        return new(new(n, d, entries), Math.ScaleB(1, first + second));
    }

    private static int PowerOfTwo(double value) => value == 0 ? 0 : Math.ILogB(value);
}
