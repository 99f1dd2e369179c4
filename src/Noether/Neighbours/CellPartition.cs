using System.Numerics.Tensors;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Neighbours;

/// <summary>Cells of near points: all points halved across their longest direction, and each half again, until the cells are small.</summary>
internal sealed class CellPartition
{
    private const int Samples = 256; // points that a direction is estimated from
    private const int Rounds = 10;   // any direction along which the points are long serves

    private readonly SingleMatrix _points;
    private readonly int _largest;
    private readonly Execution _execution;
    private readonly int[] _order;
    private readonly double[] _keys;
    private readonly List<int[]> _cells = [];

    private CellPartition(SingleMatrix points, int largest, Execution execution)
    {
        (_points, _largest, _execution) = (points, largest, execution);
        _order = [.. Enumerable.Range(0, points.Rows)];
        _keys = new double[points.Rows];
    }

    /// <summary>Every point in one cell; within a cell by increasing index.</summary>
    /// <param name="points">The points. Shape [n, d].</param>
    /// <param name="largest">Most points in a cell, at least 1; where there are more points, a cell has at least half as many.</param>
    /// <param name="execution">Told that the search has begun, and looked at for cancellation.</param>
    /// <remarks>Eq. (N3). Cost O(n d log(n / largest)).</remarks>
    public static ImmutableArray<int[]> Of(SingleMatrix points, int largest, Execution execution)
    {
        var partition = new CellPartition(points, largest, execution);
        execution.Report("neighbours", 0, "cells");
        partition.Cut(0, points.Rows);
        return [.. partition._cells];
    }

    private void Cut(int start, int end)
    {
        _execution.Cancellation.ThrowIfCancellationRequested();
        var order = _order.AsSpan(start, end - start);
        if (order.Length <= _largest)
        {
            order.Sort();
            _cells.Add(order.ToArray());
            return;
        }

        var (mean, direction) = LongestDirection(order);
        var keys = _keys.AsSpan(start, end - start);
        for (var i = 0; i < order.Length; i++)
        {
            keys[i] = Along(direction, mean, _points.Row(order[i]));
        }

        // Halving by number, not by place, ends for identical points too.
        Selection.Partition(keys, order, order.Length / 2);
        Cut(start, start + (order.Length / 2));
        Cut(start + (order.Length / 2), end);
    }

    // The first principal axis of some of the points, by repeated multiplication with their covariance.
    private (double[] Mean, double[] Direction) LongestDirection(ReadOnlySpan<int> order)
    {
        var sample = new int[Math.Min(Samples, order.Length)];
        for (var i = 0; i < sample.Length; i++)
        {
            sample[i] = order[(int)((long)i * order.Length / sample.Length)];
        }

        var mean = _points.Select(sample).Mean();
        var direction = new double[mean.Length];
        Add(1, mean, _points.Row(sample.MaxBy(point => SquaredDistance.Of(mean, _points.Row(point)))), direction);
        for (var round = 0; round < Rounds; round++)
        {
            var next = new double[mean.Length];
            foreach (var point in sample)
            {
                Add(Along(direction, mean, _points.Row(point)), mean, _points.Row(point), next);
            }

            var length = TensorPrimitives.Norm<double>(next);
            if (!(length > 0))
            {
                break;
            }

            TensorPrimitives.Divide(next, length, direction);
        }

        return (mean, direction);
    }

    private static double Along(double[] direction, double[] mean, ReadOnlySpan<float> point)
    {
        var sum = 0.0;
        for (var j = 0; j < point.Length; j++)
        {
            sum += direction[j] * (point[j] - mean[j]);
        }

        return sum;
    }

    private static void Add(double factor, double[] mean, ReadOnlySpan<float> point, double[] sum)
    {
        for (var j = 0; j < point.Length; j++)
        {
            sum[j] += factor * (point[j] - mean[j]);
        }
    }
}
