using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>The points of a map on a grid: spreads them over the nodes around them, and reads a field off these nodes.</summary>
/// <remarks>Points are sorted into strips of rows. Strips two apart touch no common node, so threads may spread all even, then all odd strips; the order of all sums is fixed.</remarks>
internal sealed class GridPoints
{
    /// <summary>Nodes needed beside the cells of the map: a vector of eight with the support of the splines, and both edges.</summary>
    public const int Border = 8 + (2 * GridField.Edge);

    private const int RowsPerStrip = 8;
    private const int PointsPerBlock = 512;

    private readonly double[] _positions;
    private readonly (double Left, double Bottom, double Spacing) _frame;
    private readonly int _size;
    private readonly int[] _order;
    private readonly int[] _strips;

    /// <summary>Sorts the points into strips.</summary>
    /// <param name="positions">The points, x and y in turn. Shape [2n].</param>
    /// <param name="frame">The place of the grid's first cell and the distance of two nodes.</param>
    /// <param name="size">Rows and columns of the grid.</param>
    public GridPoints(double[] positions, (double Left, double Bottom, double Spacing) frame, int size)
    {
        (_positions, _frame, _size) = (positions, frame, size);
        _strips = new int[(size / RowsPerStrip) + 1];
        var strips = new int[positions.Length / 2];
        for (var i = 0; i < strips.Length; i++)
        {
            strips[i] = (int)((positions[(2 * i) + 1] - frame.Bottom) / frame.Spacing) / RowsPerStrip;
            _strips[strips[i] + 1]++;
        }

        for (var strip = 0; strip < _strips.Length - 1; strip++)
        {
            _strips[strip + 1] += _strips[strip];
        }

        var next = _strips[..^1];
        _order = new int[strips.Length];
        for (var i = 0; i < strips.Length; i++)
        {
            _order[next[strips[i]]++] = i;
        }
    }

    /// <summary>Adds the spline weights of every point to the nodes of the grid, shape [size, size].</summary>
    public void Spread(float[] weights, Execution execution)
    {
        var strips = _strips.Length - 1;
        execution.ForEachBlock((strips + 1) / 2, half => SpreadStrip(2 * half, weights));
        execution.ForEachBlock(strips / 2, half => SpreadStrip((2 * half) + 1, weights));
    }

    /// <summary>Fills in minus half the gradient at every point, from its components on the grid, shape [size, size] each.</summary>
    public void Read(float[] alongRows, float[] alongColumns, double[] forces, Execution execution) =>
        execution.ForEachBlock((_order.Length + PointsPerBlock - 1) / PointsPerBlock, block =>
        {
            Span<float> x = stackalloc float[Vector256<float>.Count];
            Span<float> y = stackalloc float[Vector256<float>.Count];
            foreach (var i in _order.AsSpan(block * PointsPerBlock, Math.Min(PointsPerBlock, _order.Length - (block * PointsPerBlock))))
            {
                var node = Weigh(i, x, y);
                forces[2 * i] = -0.5 * ReadAt(alongRows, node, x, y);
                forces[(2 * i) + 1] = -0.5 * ReadAt(alongColumns, node, x, y);
            }
        });

    private void SpreadStrip(int strip, float[] weights)
    {
        Span<float> x = stackalloc float[Vector256<float>.Count];
        Span<float> y = stackalloc float[Vector256<float>.Count];
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(weights);
        foreach (var i in _order.AsSpan(_strips[strip].._strips[strip + 1]))
        {
            var node = Weigh(i, x, y);
            var across = Vector256.Create<float>(x);
            for (var row = 0; row < QuinticSpline.Support; row++, node += _size)
            {
                (Vector256.LoadUnsafe(ref nodes, (nuint)node) + (y[row] * across)).StoreUnsafe(ref nodes, (nuint)node);
            }
        }
    }

    private float ReadAt(float[] field, int node, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(field);
        var sum = Vector256<float>.Zero;
        for (var row = 0; row < QuinticSpline.Support; row++, node += _size)
        {
            sum += y[row] * Vector256.LoadUnsafe(ref nodes, (nuint)node);
        }

        return Vector256.Dot(sum, Vector256.Create(x));
    }

    // The first of the 6 x 6 nodes around a point, and their weights; the last two of the eight weights are 0. The map's first cell begins at the third node behind the edge.
    private int Weigh(int i, Span<float> x, Span<float> y)
    {
        var (placeX, placeY) = ((_positions[2 * i] - _frame.Left) / _frame.Spacing, (_positions[(2 * i) + 1] - _frame.Bottom) / _frame.Spacing);
        var (column, row) = ((int)placeX, (int)placeY);
        QuinticSpline.Weigh((float)(placeX - column), x);
        QuinticSpline.Weigh((float)(placeY - row), y);
        return ((row + GridField.Edge) * _size) + column + GridField.Edge;
    }
}
