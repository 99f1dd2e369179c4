using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Neighbours;

/// <summary>Builds a <see cref="PointTree"/> by halving the points at the median of the widest coordinate.</summary>
internal sealed class PointTreeBuilder
{
    // Around ten points, reading a leaf costs as much as descending one level.
    private const int LeafSize = 10;

    private readonly PointCloud _cloud;
    private readonly int[] _points;
    private readonly double[] _keys;
    private readonly List<PointTreeNode> _nodes = [];
    private readonly List<double> _boxes = [];

    private PointTreeBuilder(PointCloud cloud)
    {
        _cloud = cloud;
        _points = [.. Enumerable.Range(0, cloud.Count)];
        _keys = new double[cloud.Count];
    }

    public static PointTree Build(PointCloud cloud)
    {
        var builder = new PointTreeBuilder(cloud);
        if (cloud.Count > 0)
        {
            builder.Add(0, cloud.Count);
        }

        return new(cloud.Dimension, cloud.Select(builder._points).Values.ToArray(), builder._points, [.. builder._nodes], [.. builder._boxes]);
    }

    private void Add(int start, int end)
    {
        var node = _nodes.Count;
        _nodes.Add(new(start, end, RightChild: 0, SmallestPoint: TensorPrimitives.Min<int>(_points.AsSpan(start, end - start))));
        var widest = AddBox(start, end);
        if (end - start <= LeafSize)
        {
            return;
        }

        var points = _points.AsSpan(start, end - start);
        var keys = _keys.AsSpan(start, end - start);
        for (var i = 0; i < points.Length; i++)
        {
            keys[i] = _cloud[points[i], widest];
        }

        // Halving by number, not by place, ends for identical points too, at a depth of log2(n).
        Selection.Partition(keys, points, points.Length / 2);
        Add(start, start + (points.Length / 2));
        _nodes[node] = _nodes[node] with { RightChild = _nodes.Count };
        Add(start + (points.Length / 2), end);
    }

    private int AddBox(int start, int end)
    {
        var low = _cloud.Row(_points[start]).ToArray();
        var high = low.ToArray();
        for (var position = start + 1; position < end; position++)
        {
            var row = _cloud.Row(_points[position]);
            TensorPrimitives.Min(low, row, low);
            TensorPrimitives.Max(high, row, high);
        }

        _boxes.AddRange(low);
        _boxes.AddRange(high);
        TensorPrimitives.Subtract(high, low, high);
        return TensorPrimitives.IndexOfMax<double>(high);
    }
}
