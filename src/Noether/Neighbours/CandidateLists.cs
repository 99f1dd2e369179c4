using System.Numerics;
using System.Runtime.CompilerServices;
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
    private readonly int _pointsPerTile;
    private readonly float[] _products;
    private readonly int[] _candidates;
    private readonly int[] _lengths = new int[NearestNeighbours.PointsPerBlock];
    private readonly float[] _thresholds = new float[NearestNeighbours.PointsPerBlock];
    private readonly double[] _distances;

    /// <summary>Makes room for one block of queries.</summary>
    /// <param name="points">The points themselves, for exact distances.</param>
    /// <param name="comparison">The same points in the form of the products.</param>
    /// <param name="count">Neighbours wanted per query.</param>
    /// <param name="pointsPerTile">The most points of a tile.</param>
    public CandidateLists(SingleMatrix points, ComparisonPoints comparison, int count, int pointsPerTile)
    {
        _points = points;
        _comparison = comparison;
        _count = count;
        _pointsPerTile = pointsPerTile;
        _capacity = (4 * (count + 1)) + (2 * pointsPerTile);
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

    /// <summary>Adds, for every query of a tile, the points whose products are at or below its threshold.</summary>
    /// <param name="products">The products, queries by points.</param>
    /// <param name="tile">Which queries and points they are of.</param>
    public void Scan(PanelMatrix products, ComparisonTile tile)
    {
        for (var row = 0; row < tile.Queries; row++)
        {
            if (_lengths[row] + tile.Points > _capacity)
            {
                Cut(row, tile.FirstQuery + row);
            }
        }

        for (var first = 0; first < tile.Points; first += PanelMatrix.Width)
        {
            ref var panel = ref MemoryMarshal.GetReference(products.Panel(first / PanelMatrix.Width));
            var valid = (1u << Math.Min(PanelMatrix.Width, tile.Points - first)) - 1; // the last panel is padded
            for (var row = 0; row < tile.Queries; row++)
            {
                ref var line = ref Unsafe.Add(ref panel, row * PanelMatrix.Width);
                var near = Near(ref line, _thresholds[row]) & valid;
                if (near != 0)
                {
                    Append(row, tile.FirstPoint + first, near, ref line);
                }
            }
        }
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

    // One bit for each of 16 products that are at or below the threshold.
    private static uint Near(ref float products, float threshold)
    {
        var bar = Vector256.Create(threshold);
        var low = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref products), bar);
        var high = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref products, (nuint)Vector256<float>.Count), bar);
        return low.ExtractMostSignificantBits() | (high.ExtractMostSignificantBits() << Vector256<float>.Count);
    }

    private void Append(int row, int firstPoint, uint near, ref float products)
    {
        for (; near != 0; near &= near - 1)
        {
            var lane = BitOperations.TrailingZeroCount(near);
            var place = (row * _capacity) + _lengths[row]++;
            _products[place] = Unsafe.Add(ref products, lane);
            _candidates[place] = firstPoint + lane;
        }
    }

    private void Cut(int row, int query)
    {
        CutByProducts(row, query);
        if (_lengths[row] > _capacity - (2 * _pointsPerTile))
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
