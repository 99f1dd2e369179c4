using System.Numerics.Tensors;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Neighbours;

/// <summary>Near neighbours by comparing the points of near cells only: for so many points that comparing all pairs takes too long.</summary>
/// <remarks>
/// Eq. (N3). How many cells are compared is not guessed: the exact neighbours of some points tell how many hold the wanted share of them. Data that fill many
/// dimensions need many cells; then all pairs are compared.
/// </remarks>
internal sealed class CellSearch
{
    /// <summary>The share of true neighbours that the compared cells are to hold.</summary>
    public const double WantedRecall = 0.95;

    private const int PointsPerCell = 1024; // a few blocks of queries, for which gathering the points they are compared with pays
    private const int Samples = 100;
    private const int LargestShare = 4; // one in so many cells; gathering their points costs too, and where more are needed little is gained for neighbours that are lost

    // Which points are looked at must not follow the order of the table, and has no part in a run's seed: it changes the number of compared cells at most.
    private static readonly Seed SampledPoints = new(1);

    private readonly SingleMatrix _points;
    private readonly NeighbourOptions _options;
    private readonly ImmutableArray<int[]> _cells;
    private readonly double[][] _centres;

    private CellSearch(SingleMatrix points, NeighbourOptions options, Execution execution)
    {
        (_points, _options) = (points, options);
        _cells = CellPartition.Of(points, PointsPerCell, execution);
        _centres = [.. _cells.Select(cell => points.Select(cell).Mean())];
    }

    /// <summary>Near neighbours of every point, nearest first, with their distances and the <see cref="NearestNeighbours.Recall"/>; which of equally far ones is first follows from the data.</summary>
    /// <remarks>Cost O(n d) times the points of the compared cells; memory that of the exact search, and for each thread the points of the cells it compares.</remarks>
    public static NearestNeighbours Find(SingleMatrix points, NeighbourOptions options, Execution execution)
    {
        var search = new CellSearch(points, options, execution);
        var (cells, recall) = search.CellsToCompare(execution);
        if (cells > search._cells.Length / LargestShare)
        {
            return NearestNeighbours.Find(points, options, execution);
        }

        var result = new NearestNeighbours(points.Rows, options.Count) { Recall = recall };
        execution.ForEachBlock("neighbours", search._cells.Length, cell => search.Search(cell, cells, result, execution.Cancellation));
        return result;
    }

    // Half of the sampled points choose the number of cells; the others, which had no part in that, tell the recall.
    private (int Cells, double Recall) CellsToCompare(Execution execution)
    {
        var stream = SampledPoints.Stream();
        var sampled = Enumerable.Range(0, 2 * Samples).Select(_ => stream.NextIndex(_points.Rows)).ToArray();
        var cellOf = CellOfPoints();
        var ranks = new int[sampled.Length][];
        execution.ForEachItem(sampled.Length, 1, sample => ranks[sample] = RanksOfNeighbours(sampled[sample], cellOf));

        int[] chosen = [.. ranks[..Samples].SelectMany(rank => rank).Order()];
        var enoughForAll = (_options.Count / _cells.Min(cell => cell.Length)) + 1;
        var cells = Math.Max(chosen[(int)Math.Ceiling(WantedRecall * chosen.Length) - 1] + 1, enoughForAll);
        return (cells, ranks[Samples..].Average(neighbours => neighbours.Count(rank => rank < cells) / (double)neighbours.Length));
    }

    // The places of the neighbours' cells among those near the point's own. Of the last, equally far points those of the nearest cells count, since any of them will do.
    private int[] RanksOfNeighbours(int point, int[] cellOf)
    {
        var query = Array.ConvertAll(_points.Row(point).ToArray(), x => (double)x);
        double[] distances = [.. Enumerable.Range(0, _points.Rows).Select(other => other == point ? double.PositiveInfinity : SquaredDistance.Of(query, _points.Row(other)))];
        double[] sorted = [.. distances];
        Selection.Partition<double>(sorted, new int[sorted.Length], _options.Count);
        var farthest = sorted[.._options.Count].Max();

        var rankOf = new int[_cells.Length];
        var order = CellsByDistance(cellOf[point]);
        for (var rank = 0; rank < order.Length; rank++)
        {
            rankOf[order[rank]] = rank;
        }

        var nearer = Enumerable.Range(0, _points.Rows).Where(other => distances[other] < farthest).Select(other => rankOf[cellOf[other]]);
        var tied = Enumerable.Range(0, _points.Rows).Where(other => distances[other] == farthest).Select(other => rankOf[cellOf[other]]).Order();
        return [.. nearer.Concat(tied).Take(_options.Count)];
    }

    private int[] CellOfPoints()
    {
        var cellOf = new int[_points.Rows];
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            foreach (var point in _cells[cell])
            {
                cellOf[point] = cell;
            }
        }

        return cellOf;
    }

    private void Search(int cell, int cells, NearestNeighbours result, CancellationToken cancellation)
    {
        // The cell's own points come first, so that they are the queries.
        int[] members = [.. CellsByDistance(cell).Take(cells).SelectMany(near => _cells[near])];
        var queries = _cells[cell].Length;
        var near = ExhaustiveSearch.Find(_points.Select(members), queries, _options, VectorPaths.Best, new() { Threads = 1, Cancellation = cancellation });
        for (var query = 0; query < queries; query++)
        {
            near.Distances(query).CopyTo(result.WritableDistances(members[query]));
            var indices = result.WritableIndices(members[query]);
            for (var i = 0; i < indices.Length; i++)
            {
                indices[i] = members[near.Indices(query)[i]];
            }
        }
    }

    // The cell itself first, whatever its centre has in common with others.
    private int[] CellsByDistance(int cell)
    {
        var order = Enumerable.Range(0, _cells.Length).ToArray();
        Array.Sort([.. order.Select(other => other == cell ? -1 : TensorPrimitives.Distance<double>(_centres[cell], _centres[other]))], order);
        return order;
    }
}
