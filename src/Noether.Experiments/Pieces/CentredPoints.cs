using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Experiments.Pieces;

/// <summary>Points about their mean in a unit of their own size, so that single precision resolves their differences wherever they lie and however large they are.</summary>
/// <param name="Points">The points minus their mean, over the unit. Shape [n, d].</param>
/// <param name="Unit">The unit, a power of two: distances among the points times it are those of the data.</param>
/// <param name="Mean">The mean that was taken off, in the units of the data. Shape [d].</param>
internal sealed record CentredPoints(SingleMatrix Points, double Unit, ImmutableArray<double> Mean)
{
    // Keeps what is scaled down below 1, and the unit itself finite.
    private const int Headroom = 2;

    /// <summary>Moves and scales points. Cost O(n d).</summary>
    public static CentredPoints Of(PointCloud points)
    {
        var (n, d) = (points.Count, points.Dimension);
        var first = PowerOfTwo(Largest(points.Values)) + Headroom; // before the mean is taken: differences of the largest numbers overflow
        var mean = new double[d];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < d; j++)
            {
                mean[j] += Math.ScaleB(points[i, j], -first) / n;
            }
        }

        var row = new double[d];
        var spread = 0.0;
        for (var i = 0; i < n; i++)
        {
            Subtract(points.Row(i), first, mean, row);
            spread = Math.Max(spread, Largest(row));
        }

        var second = PowerOfTwo(spread) - Headroom;
        var entries = new float[checked(n * d)];
        for (var i = 0; i < n; i++)
        {
            Subtract(points.Row(i), first, mean, row);
            for (var j = 0; j < d; j++)
            {
                entries[(i * d) + j] = (float)Math.ScaleB(row[j], -second);
            }
        }

        return new(new(n, d, entries), Math.ScaleB(1, first + second), [.. mean.Select(value => Math.ScaleB(value, first))]);
    }

    /// <summary>x / 2^exponent - mean.</summary>
    private static void Subtract(ReadOnlySpan<double> point, int exponent, ReadOnlySpan<double> mean, Span<double> into)
    {
        for (var j = 0; j < into.Length; j++)
        {
            into[j] = Math.ScaleB(point[j], -exponent) - mean[j];
        }
    }

    private static double Largest(ReadOnlySpan<double> values) => values.IsEmpty ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(values));

    private static int PowerOfTwo(double value) => value == 0 ? 0 : Math.ILogB(value);
}
