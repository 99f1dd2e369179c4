using System.Numerics.Tensors;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>Repulsion by interpolation on a grid, cost O(n + N^2 log N) for a grid of N x N.</summary>
/// <remarks>
/// Eq. (T5). One potential phi(y) = sum_j 1 / (1 + |y - y_j|^2) gives everything: Z is its sum over the points, less n, and the force is -grad phi / 2.
/// Its gradient is taken on the grid and read off with the same splines that spread the points: then no point acts on itself and two points act
/// on each other with opposite forces, whatever their place in a cell. Otherwise such errors, small as they are, hold back the growth of the map.
/// </remarks>
internal sealed class InterpolatedRepulsion : IRepulsion
{
    // The kernel's own width is 1; its transform falls like exp(-k), to 5e-5 at the highest wavenumber of this spacing.
    private const double LargestSpacing = 0.32;

    // The grid has at least so many cells across the map: a small map needs finer cells than the kernel does, for differences between close points.
    private const int FewestCells = 32;

    private const int GridSizeStep = 16;

    private GridField? _field;
    private float[] _multiplier = [];
    private double _spacing;
    private int _length;
    private double _offset;
    private float[] _weights = [];
    private float[] _potential = [];
    private float[] _alongRows = [];
    private float[] _alongColumns = [];

    public double Compute(double[] positions, double[] forces, Execution execution)
    {
        var n = positions.Length / 2;
        var (left, bottom, span) = Frame(positions);
        Prepare(span, execution);
        var points = new GridPoints(positions, (left, bottom, _spacing), _field!.Size);
        _weights.AsSpan().Clear();
        points.Spread(_weights, execution);
        var sum = _field.Compute(_weights, _potential, execution);
        CentralDifference.Compute(_potential, _spacing, _alongRows, _alongColumns, execution);
        points.Read(_alongRows, _alongColumns, forces, execution);
        return sum + (_offset * n * n) - n;
    }

    private static (double Left, double Bottom, double Span) Frame(double[] positions)
    {
        var (lowX, highX, lowY, highY) = (positions[0], positions[0], positions[1], positions[1]);
        for (var i = 2; i < positions.Length; i += 2)
        {
            (lowX, highX) = (Math.Min(lowX, positions[i]), Math.Max(highX, positions[i]));
            (lowY, highY) = (Math.Min(lowY, positions[i + 1]), Math.Max(highY, positions[i + 1]));
        }

        return (lowX, lowY, Math.Max(highX - lowX, highY - lowY));
    }

    // Spacings differ by powers of 2 and lengths are few, so that the transform of the kernel is seldom computed again.
    private void Prepare(double span, Execution execution)
    {
        const double SmallestSpacing = LargestSpacing / (1 << 24);
        var spacing = LargestSpacing;
        while (span < FewestCells * spacing && spacing > SmallestSpacing)
        {
            spacing /= 2;
        }

        // Points and the places where their potential is wanted are at most so many nodes apart. The margin keeps the tails of the splines' inverse, which
        // fall by a factor 0.43 per node, from meeting around the period.
        const int Margin = 12;
        var nodes = (int)Math.Ceiling(span / spacing) + GridPoints.Border;
        var size = (nodes + GridSizeStep - 1) / GridSizeStep * GridSizeStep;
        var length = FourierTransform.LengthOfAtLeast(Math.Max((2 * (nodes - GridField.Edge)) + Margin, 2 * (size - GridField.Edge)));
        if (spacing == _spacing && length == _length && size <= _field!.Size)
        {
            return;
        }

        if (spacing != _spacing || length != _length)
        {
            // In a small map the kernel is nearly 1 everywhere; without the 1 its differences are not lost in single precision.
            (_spacing, _length, _offset) = (spacing, length, spacing < LargestSpacing ? 1 : 0);
            _multiplier = Multiplier(length, spacing, _offset, execution);
        }

        _field = new GridField(size, _multiplier);
        (_weights, _potential, _alongRows, _alongColumns) = (new float[size * size], new float[size * size], new float[size * size], new float[size * size]);
    }

    // Half the kernel, negative, would give the forces; the potential itself gives Z, and the factor is left to the points.
    private static float[] Multiplier(int length, double spacing, double offset, Execution execution)
    {
        var half = (length / 2) + 1;
        var multiplier = KernelTransform.Of(length, (j, k) => Kernel(spacing * spacing * (((double)j * j) + ((double)k * k)), offset), execution);
        var inverse = new float[half];
        for (var k = 0; k < half; k++)
        {
            var spline = QuinticSpline.Transform(2 * Math.PI * k / length);
            inverse[k] = (float)(1 / (spline * spline * length));
        }

        for (var j = 0; j < half; j++)
        {
            var row = multiplier.AsSpan(j * half, half);
            TensorPrimitives.Multiply(row, inverse, row);
            TensorPrimitives.Multiply(row, inverse[j], row);
        }

        return multiplier;
    }

    // 1 / (1 + r^2) less the offset, 0 or 1, without cancellation.
    private static double Kernel(double square, double offset) => (offset == 0 ? 1 : -square) / (1 + square);
}
