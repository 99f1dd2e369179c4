using System.Numerics.Tensors;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>Repulsion by interpolation on a grid, cost O(n + N^2 log N) for a grid of N x N.</summary>
/// <remarks>
/// Eq. (T5). One potential phi(y) = sum_j 1 / (1 + |y - y_j|^2) gives everything: Z is the sum of phi over the points, less n, and the force is -grad phi / 2.
/// The kernel is interpolated by quintic splines in both of its places, which makes phi twice differentiable; its values at the nodes come from one
/// convolution, where other methods need three or four.
/// </remarks>
internal sealed class InterpolatedRepulsion : IRepulsion
{
    // Splines of degree 5 on nodes this far apart give forces right to about 1e-4; the kernel's own width is 1.
    private const double LargestSpacing = 1.0 / 3;

    // The grid has at least so many cells across the map: a small map needs finer cells than the kernel does, for differences between close points.
    private const int FewestCells = 32;

    private GridConvolution? _convolution;
    private double _spacing;
    private int _length;
    private double[] _grid = [];

    public double Compute(double[] positions, double[] forces, Execution execution)
    {
        var frame = Frame(positions);
        Prepare(frame.Span, execution);
        var points = new GridPoints(positions, frame.X, frame.Y, _spacing, _convolution!.Size);
        _grid.AsSpan().Clear();
        points.Spread(_grid, execution);
        _convolution.Apply(_grid, execution);
        return points.Differentiate(_grid, forces, execution) - (positions.Length / 2);
    }

    private static (double X, double Y, double Span) Frame(double[] positions)
    {
        var (lowX, highX, lowY, highY) = (positions[0], positions[0], positions[1], positions[1]);
        for (var i = 2; i < positions.Length; i += 2)
        {
            (lowX, highX) = (Math.Min(lowX, positions[i]), Math.Max(highX, positions[i]));
            (lowY, highY) = (Math.Min(lowY, positions[i + 1]), Math.Max(highY, positions[i + 1]));
        }

        return (lowX, lowY, Math.Max(highX - lowX, highY - lowY));
    }

    // Spacings are powers of 2 and lengths few, so that the transform of the kernel is seldom computed again.
    private void Prepare(double span, Execution execution)
    {
        const double SmallestSpacing = 1.0 / (1 << 24);
        var spacing = LargestSpacing;
        while (span < FewestCells * spacing && spacing > SmallestSpacing)
        {
            spacing /= 2;
        }

        // The margins keep the tails of the splines' inverse, which fall by a factor 0.43 per node, from meeting around the period.
        const int Margin = 24;
        var cells = (int)Math.Ceiling(span / spacing);
        var size = (cells + QuinticSpline.Support + 2 + 7) / 8 * 8;
        var length = FourierTransform.LengthOfAtLeast((2 * size) + Margin);
        size = (length - Margin) / 2 / 8 * 8;
        if (spacing == _spacing && length == _length)
        {
            return;
        }

        (_spacing, _length) = (spacing, length);
        _convolution = new GridConvolution(size, length, Multiplier(length, spacing, execution));
        _grid = new double[size * size];
    }

    private static double[] Multiplier(int length, double spacing, Execution execution)
    {
        var half = (length / 2) + 1;
        var multiplier = KernelTransform.Of(length, (j, k) => 1 / (1 + (spacing * spacing * (((double)j * j) + ((double)k * k)))), execution);
        var inverse = new double[half];
        for (var k = 0; k < half; k++)
        {
            var spline = QuinticSpline.Transform(2 * Math.PI * k / length);
            inverse[k] = 1 / (spline * spline * length);
        }

        for (var j = 0; j < half; j++)
        {
            var row = multiplier.AsSpan(j * half, half);
            TensorPrimitives.Multiply(row, inverse, row);
            TensorPrimitives.Multiply(row, inverse[j], row);
        }

        return multiplier;
    }
}
