using System.Runtime.Intrinsics;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>The points of a map on a grid: spreads them over the nodes around them, and reads a potential off these nodes.</summary>
/// <remarks>Points are sorted into strips of rows. Strips two apart touch no common node, so threads may spread all even, then all odd strips; the order of all sums is fixed.</remarks>
internal sealed class GridPoints
{
    private const int RowsPerStrip = 8;
    private const int PointsPerBlock = 512;

    private readonly double[] _positions;
    private readonly double _left;
    private readonly double _bottom;
    private readonly double _spacing;
    private readonly int _size;
    private readonly int[] _order;
    private readonly int[] _strips;

    public GridPoints(double[] positions, double left, double bottom, double spacing, int size)
    {
        (_positions, _left, _bottom, _spacing, _size) = (positions, left, bottom, spacing, size);
        var n = positions.Length / 2;
        _strips = new int[(size / RowsPerStrip) + 1];
        var strips = new int[n];
        for (var i = 0; i < n; i++)
        {
            strips[i] = (int)((positions[(2 * i) + 1] - bottom) / spacing) / RowsPerStrip;
            _strips[strips[i] + 1]++;
        }

        for (var strip = 0; strip < _strips.Length - 1; strip++)
        {
            _strips[strip + 1] += _strips[strip];
        }

        var next = _strips[..^1];
        _order = new int[n];
        for (var i = 0; i < n; i++)
        {
            _order[next[strips[i]]++] = i;
        }
    }

    /// <summary>Adds the spline weights of every point to the nodes of the grid, shape [size, size].</summary>
    public void Spread(double[] grid, Execution execution)
    {
        var strips = _strips.Length - 1;
        execution.ForEachBlock((strips + 1) / 2, half => SpreadStrip(2 * half, grid));
        execution.ForEachBlock(strips / 2, half => SpreadStrip((2 * half) + 1, grid));
    }

    /// <summary>Fills in minus half the gradient of the potential on the grid at every point, and returns the sum of the potential over the points.</summary>
    public double Differentiate(double[] grid, double[] forces, Execution execution)
    {
        var sums = new double[(_order.Length + PointsPerBlock - 1) / PointsPerBlock];
        execution.ForEachBlock(sums.Length, block =>
        {
            foreach (var i in _order.AsSpan(block * PointsPerBlock, Math.Min(PointsPerBlock, _order.Length - (block * PointsPerBlock))))
            {
                sums[block] += DifferentiateAt(i, grid, forces);
            }
        });
        return sums.Sum();
    }

    private void SpreadStrip(int strip, double[] grid)
    {
        Span<double> x = stackalloc double[8];
        Span<double> y = stackalloc double[8];
        Span<double> unused = stackalloc double[8];
        foreach (var i in _order.AsSpan(_strips[strip].._strips[strip + 1]))
        {
            var node = Weigh(i, x, y, unused, unused);
            var (left, right) = (Vector256.Create<double>(x), Vector128.Create<double>(x[4..]));
            for (var row = 0; row < QuinticSpline.Support; row++)
            {
                var nodes = grid.AsSpan(node + (row * _size), QuinticSpline.Support);
                (Vector256.Create<double>(nodes) + (y[row] * left)).CopyTo(nodes);
                (Vector128.Create<double>(nodes[4..]) + (y[row] * right)).CopyTo(nodes[4..]);
            }
        }
    }

    private double DifferentiateAt(int i, double[] grid, double[] forces)
    {
        Span<double> x = stackalloc double[8];
        Span<double> y = stackalloc double[8];
        Span<double> slopeX = stackalloc double[8];
        Span<double> slopeY = stackalloc double[8];
        var node = Weigh(i, x, y, slopeX, slopeY);
        var (left, right) = (Vector256<double>.Zero, Vector128<double>.Zero);
        var (leftSlope, rightSlope) = (Vector256<double>.Zero, Vector128<double>.Zero);
        for (var row = 0; row < QuinticSpline.Support; row++)
        {
            ReadOnlySpan<double> nodes = grid.AsSpan(node + (row * _size), QuinticSpline.Support);
            var (nodesLeft, nodesRight) = (Vector256.Create(nodes), Vector128.Create(nodes[4..]));
            left += y[row] * nodesLeft;
            right += y[row] * nodesRight;
            leftSlope += slopeY[row] * nodesLeft;
            rightSlope += slopeY[row] * nodesRight;
        }

        var (weightsLeft, weightsRight) = (Vector256.Create<double>(x), Vector128.Create<double>(x[4..]));
        forces[2 * i] = -0.5 / _spacing * (Vector256.Dot(left, Vector256.Create<double>(slopeX)) + Vector128.Dot(right, Vector128.Create<double>(slopeX[4..])));
        forces[(2 * i) + 1] = -0.5 / _spacing * (Vector256.Dot(leftSlope, weightsLeft) + Vector128.Dot(rightSlope, weightsRight));
        return Vector256.Dot(left, weightsLeft) + Vector128.Dot(right, weightsRight);
    }

    // The first of the 6 x 6 nodes around a point, and their weights. The first cell of the map begins at the third node.
    private int Weigh(int i, Span<double> x, Span<double> y, Span<double> slopeX, Span<double> slopeY)
    {
        var (placeX, placeY) = ((_positions[2 * i] - _left) / _spacing, (_positions[(2 * i) + 1] - _bottom) / _spacing);
        var (column, row) = ((int)placeX, (int)placeY);
        QuinticSpline.Weigh(placeX - column, x, slopeX);
        QuinticSpline.Weigh(placeY - row, y, slopeY);
        return (row * _size) + column;
    }
}
