using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;
using Noether.Tests.Runs;

namespace Noether.Tests.Neighbours;

public static class CellSearchTests
{
    private static readonly NeighbourOptions Options = new() { Count = 20 };

    [Fact]
    public static void Cells_hold_every_point_once_and_are_of_like_size()
    {
        var cells = CellPartition.Of(Surface(5000), 300, Execution.Default);

        Assert.Equal(Enumerable.Range(0, 5000), cells.SelectMany(cell => cell).Order());
        Assert.All(cells, cell => Assert.InRange(cell.Length, 150, 300));
        Assert.All(cells, cell => Assert.Equal(cell.Order(), cell));
    }

    [Fact]
    public static void Cells_of_a_surface_are_small_and_random_ones_are_not()
    {
        var points = Surface(5000);
        int[] random = [.. Enumerable.Range(0, 5000)];
        new Seed(4).Stream().Shuffle<int>(random);

        Assert.True(Spread(points, CellPartition.Of(points, 300, Execution.Default)) < 0.2 * Spread(points, [.. random.Chunk(300)]));
    }

    [Fact]
    public static void The_recall_that_is_told_is_that_of_all_points()
    {
        var points = Surface(20_000);
        var found = CellSearch.Find(points, Options, Execution.Default);
        var exact = NearestNeighbours.Find(points, Options, Execution.Default);

        var recall = Enumerable.Range(0, points.Rows).Average(i => exact.Indices(i).ToArray().Intersect(found.Indices(i).ToArray()).Count() / (double)Options.Count);
        Assert.Equal(CellSearch.WantedRecall, recall, 0.04);
        Assert.Equal(recall, found.Recall!.Value, 0.03);
    }

    [Fact]
    public static void What_is_found_are_other_points_with_their_distances_nearest_first()
    {
        var points = Surface(20_000);
        var found = CellSearch.Find(points, Options, Execution.Default);
        for (var i = 0; i < points.Rows; i += 97)
        {
            var query = Array.ConvertAll(points.Row(i).ToArray(), x => (double)x);
            var indices = found.Indices(i).ToArray();
            Assert.DoesNotContain(i, indices);
            Assert.Equal(Options.Count, indices.Distinct().Count());
            Assert.Equal(indices.Select(j => Math.Sqrt(SquaredDistance.Of(query, points.Row(j)))), found.Distances(i).ToArray());
            Assert.Equal(found.Distances(i).ToArray().Order(), found.Distances(i).ToArray());
        }
    }

    [Fact]
    public static void Points_that_fill_their_space_get_exact_neighbours()
    {
        var stream = new Seed(2).Stream();
        var points = new SingleMatrix(6000, 30, [.. Enumerable.Range(0, 180_000).Select(_ => (float)stream.NextGaussian())]);

        var found = CellSearch.Find(points, Options, Execution.Default);

        Assert.Null(found.Recall);
        Assert.Equal(NearestNeighbours.Find(points, Options, Execution.Default).Indices(17).ToArray(), found.Indices(17).ToArray());
    }

    [Fact]
    public static void The_same_bits_at_any_thread_count()
    {
        var points = Surface(20_000);
        var one = CellSearch.Find(points, Options, new Execution { Threads = 1 });
        var three = CellSearch.Find(points, Options, new Execution { Threads = 3 });

        Assert.NotNull(one.Recall);
        Assert.Equal(one.Recall, three.Recall);
        Assert.All(Enumerable.Range(0, points.Rows), i => Assert.Equal(one.Indices(i).ToArray(), three.Indices(i).ToArray()));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(300)]
    [InlineData(20_000)]
    public static void Identical_points_are_neighbours_at_distance_0(int count)
    {
        var found = CellSearch.Find(new SingleMatrix(count, 8, [.. Enumerable.Repeat(3f, 8 * count)]), new() { Count = 1 }, Execution.Default);

        Assert.True(found.Recall is null or 1);
        Assert.All(Enumerable.Range(0, count), i => Assert.Equal(0, found.Distances(i)[0]));
        Assert.All(Enumerable.Range(0, count), i => Assert.NotEqual(i, found.Indices(i)[0]));
    }

    [Fact]
    public static void A_search_that_is_cancelled_among_the_cells_stops()
    {
        using var source = new CancellationTokenSource();
        var seen = 0;
        var progress = new ProgressListener(_ =>
        {
            seen++;
            source.Cancel();
        });

        Assert.ThrowsAny<OperationCanceledException>(() => CellSearch.Find(Surface(20_000), Options, new Execution { Threads = 1, Progress = progress, Cancellation = source.Token }));

        Assert.InRange(seen, 1, 3);
    }

    // A surface of two dimensions that bends through eight.
    private static SingleMatrix Surface(int count)
    {
        var stream = new Seed(1).Stream();
        var entries = new float[8 * count];
        for (var i = 0; i < count; i++)
        {
            var (u, v) = (stream.NextUniform(0, 6), stream.NextUniform(0, 3));
            double[] point = [u, v, Math.Sin(u), Math.Cos(u), Math.Sin(v), Math.Cos(v), Math.Sin(u + v), Math.Cos(2 * u)];
            for (var j = 0; j < 8; j++)
            {
                entries[(8 * i) + j] = (float)point[j];
            }
        }

        return new(count, 8, entries);
    }

    // The mean squared distance to the mean of the cell.
    private static double Spread(SingleMatrix points, ImmutableArray<int[]> cells) => cells.Sum(cell =>
        Enumerable.Range(0, points.Columns).Sum(j =>
        {
            var mean = cell.Average(i => points[i, j]);
            return cell.Sum(i => (points[i, j] - mean) * (points[i, j] - mean));
        })) / points.Rows;
}
