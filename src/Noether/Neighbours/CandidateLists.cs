using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Noether.Numerics;

namespace Noether.Neighbours;

/// <summary>For every query of a block, the points that may still be among its nearest, under a threshold that falls as more are seen.</summary>
/// <remarks>
/// The lists have a fixed capacity, whatever the data. One that is full is cut first by the products with their bounds; if these cannot
/// tell enough points apart (tight clusters, duplicates), by exact distances.
/// </remarks>
internal sealed class CandidateLists
{
    private const int FloatsPerCacheLine = 16;
    private const int Ahead = 4; // candidates whose coordinates are on their way from memory

    private readonly SingleMatrix _points;
    private readonly ComparisonPoints _comparison;
    private readonly int _count;
    private readonly int _capacity;
    private readonly float[] _products;
    private readonly int[] _candidates;
    private readonly int[] _lengths = new int[NearestNeighbours.PointsPerBlock];
    private readonly float[] _thresholds = new float[NearestNeighbours.PointsPerBlock];
    private readonly double[] _query;
    private readonly double[] _distances;

    /// <summary>Makes room for one block of queries.</summary>
    /// <param name="points">The points themselves, for exact distances.</param>
    /// <param name="comparison">The same points in the form of the products.</param>
    /// <param name="count">Neighbours wanted per query.</param>
    public CandidateLists(SingleMatrix points, ComparisonPoints comparison, int count)
    {
        _points = points;
        _comparison = comparison;
        _count = count;
        _capacity = 4 * (count + ThresholdEstimate.Samples);
        _products = new float[NearestNeighbours.PointsPerBlock * _capacity];
        _candidates = new int[NearestNeighbours.PointsPerBlock * _capacity];
        _query = new double[points.Columns];
        _distances = new double[_capacity];
    }

    /// <summary>Empties all lists.</summary>
    public void Clear()
    {
        _lengths.AsSpan().Clear();
        _thresholds.AsSpan().Fill(float.PositiveInfinity);
    }

    /// <summary>Adds to the lists of all queries the points whose products are at or below their thresholds.</summary>
    /// <param name="products">The products of the queries with 16 points, query by query. Shape [192, 16].</param>
    /// <param name="tile">Which queries and points they are of; the rest is padding.</param>
    public void Scan(ReadOnlySpan<float> products, ComparisonTile tile)
    {
        ref var first = ref MemoryMarshal.GetReference(products);
        var valid = (1u << tile.Points) - 1;
        for (var row = 0; row < tile.Queries; row++)
        {
            ref var line = ref Unsafe.Add(ref first, row * PanelMatrix.Width);
            var near = Near(ref line, _thresholds[row]) & valid;
            if (near != 0)
            {
                Append(row, tile, near, ref line);
            }
        }
    }

    /// <summary>Writes the query's neighbours, nearest first, with their distances.</summary>
    public void Finish(int row, int query, Span<int> indices, Span<double> distances)
    {
        CutByProducts(row, query);
        SortByDistance(row, query);
        _distances.AsSpan(0, _count).CopyTo(distances);
        _candidates.AsSpan(row * _capacity, _count).CopyTo(indices);
    }

    // One bit for each of 16 products that are at or below the threshold.
    private static uint Near(ref float products, float threshold)
    {
        var bar = Vector256.Create(threshold);
        var low = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref products), bar);
        var high = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref products, (nuint)Vector256<float>.Count), bar);
        return low.ExtractMostSignificantBits() | (high.ExtractMostSignificantBits() << Vector256<float>.Count);
    }

    private void Append(int row, ComparisonTile tile, uint near, ref float products)
    {
        if (_lengths[row] + PanelMatrix.Width > _capacity)
        {
            Cut(row, tile.FirstQuery + row);
        }

        var place = (row * _capacity) + _lengths[row];
        _lengths[row] += LanePacking.Pack(ref products, near, tile.FirstPoint, _products.AsSpan(place, PanelMatrix.Width), _candidates.AsSpan(place, PanelMatrix.Width));
    }

    private void Cut(int row, int query)
    {
        CutByProducts(row, query);
        if (_lengths[row] > _capacity / 2)
        {
            CutByDistances(row, query);
        }
    }

    // One place more than neighbours, because the query itself is in the list. Any threshold that enough candidates stay under is
    // sound; a tight one saves work.
    private void CutByProducts(int row, int query)
    {
        var products = _products.AsSpan(row * _capacity, _lengths[row]);
        var candidates = _candidates.AsSpan(row * _capacity, _lengths[row]);
        var bar = products.Length <= _count + 1 ? TensorPrimitives.Max<float>(products) : ThresholdEstimate.Of(products, _count + 1);
        SetThreshold(row, bar + _comparison.SlackUpTo(query, bar));
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

        // Points come by increasing index: none that follows goes before k at distance 0.
        var farthest = _distances[_count - 1];
        SetThreshold(row, farthest == 0 ? double.NegativeInfinity : _comparison.LargestProduct(query, farthest));
    }

    private void SetThreshold(int row, double threshold) => _thresholds[row] = MathF.BitIncrement((float)threshold);

    // Leaves the query out, and sorts by distance in double precision, then by index.
    private void SortByDistance(int row, int query)
    {
        TensorPrimitives.ConvertTruncating(_points.Row(query), _query.AsSpan());
        var candidates = _candidates.AsSpan(row * _capacity, _lengths[row]);
        var others = 0;
        for (var i = 0; i < candidates.Length; i++)
        {
            var candidate = candidates[i];
            if (i + Ahead < candidates.Length)
            {
                Prefetch(_points.Row(candidates[i + Ahead]));
            }

            if (candidate != query)
            {
                _distances[others] = Math.Sqrt(SquaredDistance.Of(_query, _points.Row(candidate)));
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

    // The candidates are scattered over all points: without this most of the time would be spent waiting for memory.
    private static unsafe void Prefetch(ReadOnlySpan<float> row)
    {
        if (Sse.IsSupported)
        {
            for (var i = 0; i < row.Length; i += FloatsPerCacheLine)
            {
                Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in row[i])));
            }
        }
    }

    // Writes every entry and advances only past those that stay: a branch would be guessed wrong too often.
    private static int Keep(Span<float> products, Span<int> candidates, float threshold)
    {
        var length = 0;
        for (var i = 0; i < products.Length; i++)
        {
            var product = products[i];
            (products[length], candidates[length]) = (product, candidates[i]);
            length += product <= threshold ? 1 : 0;
        }

        return length;
    }
}
