using System.Collections.Concurrent;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Neighbours;

/// <summary>Nearest neighbours of points by comparing them with all points, block by block: the fast way in many dimensions.</summary>
internal sealed class ExhaustiveSearch
{
    // A tile is one panel: its coordinates (6 KiB at d = 100) and the block's products with it (12 KiB) stay in the first-level cache,
    // the block's queries (84 KiB) in the second.
    private const int PointsPerTile = PanelMatrix.Width;
    private const int TilesPerBlock = 64;

    private readonly SingleMatrix _points;
    private readonly ComparisonPoints _comparison;
    private readonly PanelMatrix[] _targets; // one [d + 1, 16] per tile
    private readonly NearestNeighbours _result;
    private readonly VectorPath _path;

    private ExhaustiveSearch(SingleMatrix points, int queries, NeighbourOptions options, VectorPath path, Execution execution)
    {
        _points = points;
        _path = path;
        _comparison = new ComparisonPoints(points);
        _targets = new PanelMatrix[(int)(((long)points.Rows + PointsPerTile - 1) / PointsPerTile)];
        execution.ForEachBlock((_targets.Length + TilesPerBlock - 1) / TilesPerBlock, FillTargets);
        _result = new NearestNeighbours(queries, options.Count);
    }

    public static NearestNeighbours Find(SingleMatrix points, NeighbourOptions options, Execution execution) =>
        Find(points, points.Rows, options, VectorPaths.Best, execution);

    /// <summary>The neighbours, among all points, of the first <paramref name="queries"/> of them.</summary>
    internal static NearestNeighbours Find(SingleMatrix points, int queries, NeighbourOptions options, VectorPath path, Execution execution)
    {
        var search = new ExhaustiveSearch(points, queries, options, path, execution);
        var idle = new ConcurrentBag<Workspace>();
        execution.ForEachBlock("neighbours", NearestNeighbours.Blocks(queries), block =>
        {
            var workspace = idle.TryTake(out var used) ? used : new Workspace(search, options.Count);
            search.Search(block * NearestNeighbours.PointsPerBlock, workspace);
            idle.Add(workspace);
        });
        return search._result;
    }

    private void FillTargets(int block)
    {
        var target = new float[_comparison.Length];
        for (var tile = block * TilesPerBlock; tile < Math.Min((block + 1) * TilesPerBlock, _targets.Length); tile++)
        {
            _targets[tile] = new PanelMatrix(_comparison.Length, PointsPerTile);
            var entries = _targets[tile].Entries;
            for (var column = 0; column < Math.Min(PointsPerTile, _points.Rows - (tile * PointsPerTile)); column++)
            {
                _comparison.CopyTarget((tile * PointsPerTile) + column, target);
                for (var j = 0; j < target.Length; j++)
                {
                    entries[(j * PointsPerTile) + column] = target[j];
                }
            }
        }
    }

    private void Search(int firstQuery, Workspace workspace)
    {
        var queries = Math.Min(NearestNeighbours.PointsPerBlock, _result.PointCount - firstQuery);
        var query = new float[_comparison.Length];
        for (var row = 0; row < queries; row++)
        {
            _comparison.CopyQuery(firstQuery + row, query);
            workspace.Queries.SetRow(row, query);
        }

        workspace.Lists.Clear();
        for (var tile = 0; tile < _targets.Length; tile++)
        {
            workspace.Products.Entries.Clear();
            PanelProduct.Add(_path, workspace.Queries, _targets[tile], workspace.Products);
            var firstPoint = tile * PointsPerTile;
            workspace.Lists.Scan(workspace.Products.Entries, new(firstQuery, queries, firstPoint, Math.Min(PointsPerTile, _points.Rows - firstPoint)));
        }

        for (var row = 0; row < queries; row++)
        {
            workspace.Lists.Finish(row, firstQuery + row, _result.WritableIndices(firstQuery + row), _result.WritableDistances(firstQuery + row));
        }
    }

    /// <summary>What one thread needs for one block; used again for the next.</summary>
    private sealed class Workspace(ExhaustiveSearch search, int count)
    {
        public PanelMatrix Queries { get; } = new(NearestNeighbours.PointsPerBlock, search._comparison.Length);

        public PanelMatrix Products { get; } = new(NearestNeighbours.PointsPerBlock, PointsPerTile);

        public CandidateLists Lists { get; } = new(search._points, search._comparison, count);
    }
}
