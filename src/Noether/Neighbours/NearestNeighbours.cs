using Noether.Numerics;
using Noether.Runs;

namespace Noether.Neighbours;

/// <summary>The k nearest other points of every point, exact, by Euclidean distance: nearest first, equal distances by increasing index.</summary>
/// <remarks>A point is not its own neighbour; a duplicate of it is, at distance 0. Memory 12 n k bytes.</remarks>
public sealed class NearestNeighbours
{
    /// <summary>Points whose neighbours share one array, so that n k may exceed the length of an array.</summary>
    internal const int PointsPerBlock = 192;

    // Up to here a tree looks at few points even for data that fill the space; beyond, comparing all pairs is faster.
    private const int LargestTreeDimension = 6;

    private readonly int[][] _indices;
    private readonly double[][] _distances;

    internal NearestNeighbours(int pointCount, int neighbourCount)
    {
        PointCount = pointCount;
        NeighbourCount = neighbourCount;
        var blocks = Blocks(pointCount);
        _indices = new int[blocks][];
        _distances = new double[blocks][];
        for (var block = 0; block < blocks; block++)
        {
            var length = checked(Math.Min(PointsPerBlock, pointCount - (block * PointsPerBlock)) * neighbourCount);
            _indices[block] = new int[length];
            _distances[block] = new double[length];
        }
    }

    /// <summary>The number of points n.</summary>
    public int PointCount { get; }

    /// <summary>The number of neighbours per point, k.</summary>
    public int NeighbourCount { get; }

    /// <summary>The share of the true neighbours that are among these, measured on some points by <see cref="CellSearch"/>; null where all are.</summary>
    internal double? Recall { get; init; }

    /// <summary>Finds the neighbours of every point.</summary>
    /// <param name="points">The points, finite. Shape [n, d].</param>
    /// <param name="options">How many neighbours.</param>
    /// <param name="execution">Reports progress as "neighbours".</param>
    /// <remarks>
    /// Eq. (N1). Candidates come from products in single precision, with a bound on their rounding, Eq. (N2); the distances of all candidates
    /// are then computed again in double precision, so that the result is exact. Cost O(n^2 d) by blocks of pairs,
    /// O(n k log n) by a tree in few dimensions; memory O(n (k + d)).
    /// </remarks>
    /// <exception cref="ArgumentException">There are not more than k points, or a coordinate is not finite.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static NearestNeighbours Find(SingleMatrix points, NeighbourOptions options, Execution execution)
    {
        RequireEnough(points, options);
        points.RequireFinite(nameof(points));
        return ByTree(points)
            ? TreeSearch.Find(points, options, execution)
            : ExhaustiveSearch.Find(points, options, execution);
    }

    /// <summary>The neighbours of a point, nearest first. Shape [k].</summary>
    public ReadOnlySpan<int> Indices(int point) => Part(_indices, point);

    /// <summary>The distances of a point to its <see cref="Indices"/>, in the units of the points, rounded to double precision. Shape [k].</summary>
    public ReadOnlySpan<double> Distances(int point) => Part(_distances, point);

    /// <summary>Whether a tree finds the neighbours of such points, whose cost grows little faster than n.</summary>
    internal static bool ByTree(SingleMatrix points) => points.Columns <= LargestTreeDimension;

    internal static int Blocks(int pointCount) => (int)(((long)pointCount + PointsPerBlock - 1) / PointsPerBlock);

    internal Span<int> WritableIndices(int point) => Part(_indices, point);

    internal Span<double> WritableDistances(int point) => Part(_distances, point);

    private Span<T> Part<T>(T[][] blocks, int point)
    {
        var (block, row) = Math.DivRem(point, PointsPerBlock);
        return blocks[block].AsSpan(row * NeighbourCount, NeighbourCount);
    }

    private static void RequireEnough(SingleMatrix points, NeighbourOptions options)
    {
        if (options.Count >= points.Rows)
        {
            throw new ArgumentException(
                $"{options.Count} neighbours were asked for among {points.Rows} points; a point has at most {Math.Max(points.Rows - 1, 0)} others. Ask for fewer neighbours or give more points.",
                nameof(options));
        }
    }
}
