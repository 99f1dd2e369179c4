using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Noether.Numerics;

namespace Noether.Neighbours;

/// <summary>For every query of a block, the points that may still be among its nearest, under a threshold that falls as more are seen.</summary>
/// <remarks>
/// The lists have a fixed capacity, whatever the data. One that is full is cut first by the products with their bounds; if these cannot
/// tell enough points apart (tight clusters, duplicates), by exact distances.
/// </remarks>
internal sealed class CandidateLists
{
    private readonly SingleMatrix _points;
    private readonly ComparisonPoints _comparison;
    private readonly int _count;
    private readonly int _capacity;
    private readonly int _roomPerScan;
    private readonly float[] _products;
    private readonly int[] _candidates;
    private readonly int[] _lengths = new int[NearestNeighbours.PointsPerBlock];
    private readonly float[] _thresholds = new float[NearestNeighbours.PointsPerBlock];
    private readonly double[] _distances;

    /// <summary>Makes room for one block of queries.</summary>
    /// <param name="points">The points themselves, for exact distances.</param>
    /// <param name="comparison">The same points in the form of the products.</param>
    /// <param name="count">Neighbours wanted per query.</param>
    /// <param name="roomPerScan">The most candidates that one call of <see cref="Scan"/> can add.</param>
    public CandidateLists(SingleMatrix points, ComparisonPoints comparison, int count, int roomPerScan)
    {
        _points = points;
        _comparison = comparison;
        _count = count;
        _roomPerScan = roomPerScan;
        _capacity = (4 * (count + 1)) + (2 * roomPerScan);
        _products = new float[NearestNeighbours.PointsPerBlock * _capacity];
        _candidates = new int[NearestNeighbours.PointsPerBlock * _capacity];
        _distances = new double[_capacity];
    }

    /// <summary>Empties all lists.</summary>
    public void Clear()
    {
        _lengths.AsSpan().Clear();
        _thresholds.AsSpan().Fill(float.PositiveInfinity);
    }

    /// <summary>Adds the points whose products with a query are at or below its threshold.</summary>
    /// <param name="row">The query's row in the block.</param>
    /// <param name="query">The query's index.</param>
    /// <param name="firstPoint">The index of the point that the first product belongs to.</param>
    /// <param name="products">Products with consecutive points.</param>
    public void Scan(int row, int query, int firstPoint, ReadOnlySpan<float> products)
    {
        if (_lengths[row] + products.Length > _capacity)
        {
            Cut(row, query);
        }

        var start = row * _capacity;
        _lengths[row] += Append(products, firstPoint, _thresholds[row], _products.AsSpan(start + _lengths[row]), _candidates.AsSpan(start + _lengths[row]));
    }

    /// <summary>Writes the query's neighbours, nearest first, with their distances.</summary>
    public void Finish(int row, int query, Span<int> indices, Span<double> distances)
    {
        if (_lengths[row] > _count + 1)
        {
            CutByProducts(row, query);
        }

        SortByDistance(row, query);
        _distances.AsSpan(0, _count).CopyTo(distances);
        _candidates.AsSpan(row * _capacity, _count).CopyTo(indices);
    }

    internal static int Append(ReadOnlySpan<float> products, int firstPoint, float threshold, Span<float> keptProducts, Span<int> keptPoints)
    {
        ref var first = ref MemoryMarshal.GetReference(products);
        var bar = Vector256.Create(threshold);
        var (length, i) = (0, 0);
        for (; i <= products.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var below = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref first, (nuint)i), bar).ExtractMostSignificantBits();
            for (; below != 0; below &= below - 1, length++)
            {
                var lane = i + System.Numerics.BitOperations.TrailingZeroCount(below);
                keptProducts[length] = products[lane];
                keptPoints[length] = firstPoint + lane;
            }
        }

        for (; i < products.Length; i++)
        {
            if (products[i] <= threshold)
            {
                keptProducts[length] = products[i];
                keptPoints[length++] = firstPoint + i;
            }
        }

        return length;
    }

    private void Cut(int row, int query)
    {
        CutByProducts(row, query);
        if (_lengths[row] > _capacity - (2 * _roomPerScan))
        {
            CutByDistances(row, query);
        }
    }

    // One place more than neighbours, because the query itself is in the list.
    private void CutByProducts(int row, int query)
    {
        var products = _products.AsSpan(row * _capacity, _lengths[row]);
        var candidates = _candidates.AsSpan(row * _capacity, _lengths[row]);
        Selection.Partition(products, candidates, _count + 1);
        var threshold = double.NegativeInfinity;
        for (var i = 0; i <= _count; i++)
        {
            threshold = Math.Max(threshold, products[i] + _comparison.SlackOfTarget(candidates[i]));
        }

        SetThreshold(row, threshold + (2 * _comparison.SlackOfQuery(query)));
        _lengths[row] = Keep(products, candidates, _thresholds[row]);
    }

    private void CutByDistances(int row, int query)
    {
        SortByDistance(row, query);
        _lengths[row] = _count;
        for (var i = 0; i < _count; i++)
        {
            _products[(row * _capacity) + i] = (float)_comparison.ExactProduct(query, _distances[i]);
        }

        SetThreshold(row, _comparison.LargestProduct(query, _distances[_count - 1]));
    }

    private void SetThreshold(int row, double threshold) => _thresholds[row] = MathF.BitIncrement((float)threshold);

    // Leaves the query out, and sorts by distance in double precision, then by index.
    private void SortByDistance(int row, int query)
    {
        var candidates = _candidates.AsSpan(row * _capacity, _lengths[row]);
        var others = 0;
        foreach (var candidate in candidates)
        {
            if (candidate != query)
            {
                _distances[others] = Math.Sqrt(SquaredDistance.Of(_points.Row(query), _points.Row(candidate)));
                candidates[others++] = candidate;
            }
        }

        var distances = _distances.AsSpan(0, others);
        candidates = candidates[..others];
        distances.Sort(candidates);
        for (int first = 0, end; first < others; first = end)
        {
            end = first + 1;
            while (end < others && distances[end] == distances[first])
            {
                end++;
            }

            candidates[first..end].Sort();
        }
    }

    private static int Keep(Span<float> products, Span<int> candidates, float threshold)
    {
        var length = 0;
        for (var i = 0; i < products.Length; i++)
        {
            if (products[i] <= threshold)
            {
                products[length] = products[i];
                candidates[length++] = candidates[i];
            }
        }

        return length;
    }
}
