using System.Collections.Concurrent;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Neighbours;

/// <summary>Nearest neighbours of all points by comparing all pairs, block by block: the fast way in many dimensions.</summary>
internal sealed unsafe class ExhaustiveSearch
{
    // A block's strips (d * 768 bytes) and its products with one tile (192 KiB) stay in a second-level cache of 512 KiB while the panels stream by.
    private const int TilePanels = 16;
    private const int TileColumns = TilePanels * StripProduct.PanelColumns;

    private readonly SingleMatrix _points;
    private readonly ComparisonPoints _comparison;
    private readonly float[] _panels;
    private readonly NearestNeighbours _result;
    private readonly int _depth;

    private ExhaustiveSearch(SingleMatrix points, NeighbourOptions options, Execution execution)
    {
        _points = points;
        _comparison = ComparisonPoints.From(points);
        _depth = points.Columns + 1;
        _panels = PackedTargets(_comparison.Targets, execution);
        _result = new NearestNeighbours(points.Rows, options.Count);
    }

    public static NearestNeighbours Find(SingleMatrix points, NeighbourOptions options, Execution execution)
    {
        var search = new ExhaustiveSearch(points, options, execution);
        var blocks = NearestNeighbours.Blocks(points.Rows);
        var progress = new BlockProgress(execution, "neighbours", blocks);
        var idle = new ConcurrentBag<Workspace>();
        execution.ForEachBlock(blocks, block =>
        {
            var workspace = idle.TryTake(out var used) ? used : new Workspace(search, options.Count);
            search.Search(block * NearestNeighbours.PointsPerBlock, workspace);
            idle.Add(workspace);
            progress.Finish();
        });
        return search._result;
    }

    private static float[] PackedTargets(SingleMatrix targets, Execution execution)
    {
        var panelLength = StripProduct.PanelColumns * targets.Columns;
        var panels = (targets.Rows + StripProduct.PanelColumns - 1) / StripProduct.PanelColumns;
        var packed = new float[checked(panels * panelLength)];
        execution.ForEachBlock(panels, panel => StripProduct.Pack(
            targets, panel * StripProduct.PanelColumns, StripProduct.PanelColumns, packed.AsSpan(panel * panelLength, panelLength)));
        return packed;
    }

    private void Search(int firstQuery, Workspace workspace)
    {
        var queries = Math.Min(NearestNeighbours.PointsPerBlock, _points.Rows - firstQuery);
        StripProduct.Pack(_comparison.Queries, firstQuery, StripProduct.StripRows, workspace.Strips);
        workspace.Lists.Clear();
        for (var firstPoint = 0; firstPoint < _points.Rows; firstPoint += TileColumns)
        {
            var columns = Math.Min(TileColumns, _points.Rows - firstPoint);
            MultiplyTile(firstPoint, columns, workspace);
            for (var row = 0; row < queries; row++)
            {
                workspace.Lists.Scan(row, firstQuery + row, firstPoint, workspace.Products.AsSpan(row * TileColumns, columns));
            }
        }

        for (var row = 0; row < queries; row++)
        {
            var query = firstQuery + row;
            workspace.Lists.Finish(row, query, _result.WritableIndices(query), _result.WritableDistances(query));
        }
    }

    private void MultiplyTile(int firstPoint, int columns, Workspace workspace)
    {
        fixed (float* strips = workspace.Strips, panels = _panels, products = workspace.Products)
        {
            for (var column = 0; column < columns; column += StripProduct.PanelColumns)
            {
                var panel = panels + ((long)(firstPoint + column) * _depth);
                for (var row = 0; row < NearestNeighbours.PointsPerBlock; row += StripProduct.StripRows)
                {
                    StripProduct.Multiply(strips + (row * _depth), panel, _depth, products + (row * TileColumns) + column, TileColumns);
                }
            }
        }
    }

    /// <summary>What one thread needs for one block; used again for the next.</summary>
    private sealed class Workspace(ExhaustiveSearch search, int count)
    {
        public float[] Strips { get; } = new float[NearestNeighbours.PointsPerBlock * search._depth];

        public float[] Products { get; } = new float[NearestNeighbours.PointsPerBlock * TileColumns];

        public CandidateLists Lists { get; } = new(search._points, search._comparison, count, TileColumns);
    }
}
