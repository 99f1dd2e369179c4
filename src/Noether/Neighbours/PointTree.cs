using Noether.Data;

namespace Noether.Neighbours;

/// <summary>A k-d tree over points: exact neighbours of any place, fast in low dimensions (up to about ten).</summary>
/// <remarks>
/// Distances are Euclidean, in double precision and in the units of the points. A query takes O(log n) time in low dimensions and at worst O(n);
/// any number of threads may query one tree. Equal distances are ordered by the index of the point.
/// </remarks>
internal sealed class PointTree
{
    private readonly double[] _values; // the points in the order of the leaves, so that a leaf is read in one stretch
    private readonly int[] _points; // position in that order -> index of the point
    private readonly PointTreeNode[] _nodes;
    private readonly double[] _boxes; // per node the lowest, then the highest coordinates of its points

    internal PointTree(int dimension, double[] values, int[] points, PointTreeNode[] nodes, double[] boxes)
    {
        Dimension = dimension;
        _values = values;
        _points = points;
        _nodes = nodes;
        _boxes = boxes;
    }

    /// <summary>The number of points n.</summary>
    public int PointCount => _points.Length;

    /// <summary>The number of coordinates d.</summary>
    public int Dimension { get; }

    /// <summary>Builds the tree of a cloud. Cost O(n log n); the tree holds a copy of the points.</summary>
    public static PointTree Build(PointCloud points) => PointTreeBuilder.Build(points);

    /// <summary>The point nearest to a place.</summary>
    /// <param name="query">The place, finite. Shape [d].</param>
    /// <exception cref="ArgumentException">The place has another dimension, or there is no point.</exception>
    public (int Index, double Distance) Nearest(ReadOnlySpan<double> query)
    {
        Span<int> index = [0];
        Span<double> distance = [0];
        Nearest(query, index, distance);
        return (index[0], distance[0]);
    }

    /// <summary>The k points nearest to a place, nearest first; a point of the cloud at that very place counts.</summary>
    /// <param name="query">The place, finite. Shape [d].</param>
    /// <param name="indices">Filled with the points. Shape [k], k at most n.</param>
    /// <param name="distances">Filled with their distances. Shape [k].</param>
    /// <exception cref="ArgumentException">The place has another dimension, the spans differ in length, or there are fewer than k points.</exception>
    public void Nearest(ReadOnlySpan<double> query, Span<int> indices, Span<double> distances)
    {
        RequireDimension(query);
        if (indices.Length != distances.Length || indices.Length > PointCount)
        {
            throw new ArgumentException(
                $"{indices.Length} indices and {distances.Length} distances were asked for among {PointCount} points; expected as many of one as of the other, and not more than there are points.",
                nameof(indices));
        }

        if (indices.IsEmpty)
        {
            return;
        }

        var nearest = new NearestList(indices, distances);
        Descend(0, DistanceToBox(0, query), query, ref nearest);
        nearest.Sort();
    }

    /// <summary>Appends every point within a distance of a place, by increasing index; returns how many.</summary>
    /// <param name="query">The place, finite. Shape [d].</param>
    /// <param name="radius">The largest distance that counts, 0 or more.</param>
    /// <param name="into">The list that is appended to; what it holds already stays.</param>
    /// <exception cref="ArgumentException">The place has another dimension, or the radius is negative or not a number.</exception>
    public int ListWithin(ReadOnlySpan<double> query, double radius, List<int> into)
    {
        RequireDimension(query);
        if (!(radius >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "A radius is 0 or more.");
        }

        var before = into.Count;
        if (PointCount > 0)
        {
            Descend(0, query, radius * radius, into);
        }

        into.Sort(before, into.Count - before, null);
        return into.Count - before;
    }

    private void Descend(int node, double bound, ReadOnlySpan<double> query, ref NearestList nearest)
    {
        ref readonly var here = ref _nodes[node];
        if (!nearest.MayTake(bound, here.SmallestPoint))
        {
            return;
        }

        if (here.IsLeaf)
        {
            for (var position = here.Start; position < here.End; position++)
            {
                nearest.Offer(Math.Sqrt(SquaredDistanceToPoint(position, query)), _points[position]);
            }

            return;
        }

        var (near, far) = (node + 1, here.RightChild);
        var (nearBound, farBound) = (DistanceToBox(near, query), DistanceToBox(far, query));
        if (farBound < nearBound || (farBound == nearBound && _nodes[far].SmallestPoint < _nodes[near].SmallestPoint))
        {
            (near, far, nearBound, farBound) = (far, near, farBound, nearBound);
        }

        Descend(near, nearBound, query, ref nearest);
        Descend(far, farBound, query, ref nearest);
    }

    private void Descend(int node, ReadOnlySpan<double> query, double squaredRadius, List<int> into)
    {
        if (SquaredDistanceToBox(node, query) > squaredRadius)
        {
            return;
        }

        ref readonly var here = ref _nodes[node];
        if (!here.IsLeaf)
        {
            Descend(node + 1, query, squaredRadius, into);
            Descend(here.RightChild, query, squaredRadius, into);
            return;
        }

        for (var position = here.Start; position < here.End; position++)
        {
            if (SquaredDistanceToPoint(position, query) <= squaredRadius)
            {
                into.Add(_points[position]);
            }
        }
    }

    // The two sums below run over the coordinates in the same order with the same operations. Rounding is monotone, that of roots
    // too, so the distance to a box never exceeds that to a point in it, and no point is lost to rounding.
    private double SquaredDistanceToPoint(int position, ReadOnlySpan<double> query)
    {
        var point = _values.AsSpan(position * query.Length, query.Length);
        var sum = 0.0;
        for (var i = 0; i < point.Length; i++)
        {
            var difference = query[i] - point[i];
            sum += difference * difference;
        }

        return sum;
    }

    private double DistanceToBox(int node, ReadOnlySpan<double> query) => Math.Sqrt(SquaredDistanceToBox(node, query));

    private double SquaredDistanceToBox(int node, ReadOnlySpan<double> query)
    {
        var low = _boxes.AsSpan(node * 2 * query.Length, query.Length);
        var high = _boxes.AsSpan(((node * 2) + 1) * query.Length, query.Length);
        var sum = 0.0;
        for (var i = 0; i < low.Length; i++)
        {
            var gap = Math.Max(Math.Max(low[i] - query[i], query[i] - high[i]), 0);
            sum += gap * gap;
        }

        return sum;
    }

    private void RequireDimension(ReadOnlySpan<double> query)
    {
        if (query.Length != Dimension)
        {
            throw new ArgumentException($"The points lie in R^{Dimension}; the place asked about has {query.Length} coordinates.", nameof(query));
        }
    }
}
