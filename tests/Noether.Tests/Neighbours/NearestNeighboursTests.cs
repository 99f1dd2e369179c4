using CsCheck;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;
using Noether.Tests.Runs;

namespace Noether.Tests.Neighbours;

public static class NearestNeighboursTests
{
    [Theory]
    [InlineData(700, 3, 12)]
    [InlineData(700, 17, 1)]
    [InlineData(900, 100, 40)]
    [InlineData(193, 20, 192)]
    [InlineData(2, 9, 1)]
    public static void Neighbours_and_distances_are_those_of_brute_force_in_double_precision(int count, int dimension, int neighbours)
    {
        var points = Gaussian(count, dimension, offset: 0);

        AssertExact(points, neighbours);
    }

    [Fact]
    public static void Far_from_the_origin_where_single_precision_products_cancel_the_neighbours_are_still_exact() =>
        AssertExact(Gaussian(900, 12, offset: 1000), 15);

    [Fact]
    public static void Tight_clusters_far_apart_are_told_apart_inside()
    {
        var stream = new Seed(3).Stream();
        var entries = new float[900 * 10];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = (float)((1000 * (i / 10 % 3)) + (1e-3 * stream.NextGaussian()));
        }

        AssertExact(new SingleMatrix(900, 10, entries), 5);
    }

    [Theory]
    [InlineData(1e-30)]
    [InlineData(1e30)]
    public static void Numbers_near_the_ends_of_the_range_neither_overflow_nor_vanish(double scale)
    {
        var points = Gaussian(400, 10, offset: 0);

        AssertExact(new SingleMatrix(400, 10, [.. points.Entries.ToArray().Select(x => (float)(x * scale))]), 7);
    }

    [Fact]
    public static void Whole_coordinates_with_many_ties_are_ordered_by_index() =>
        (from dimension in Gen.Int[1, 9]
         from count in Gen.Int[2, 250]
         from neighbours in Gen.Int[1, count - 1]
         from values in Gen.Int[-2, 2].Array[count * dimension]
         select (new SingleMatrix(count, dimension, [.. values.Select(x => (float)x)]), neighbours))
        .Sample(x => AssertExact(x.Item1, x.neighbours), iter: 60);

    [Theory]
    [InlineData(10_000, 3)]
    [InlineData(2_000, 30)]
    [InlineData(20_000, 7)]
    public static void Identical_points_are_each_others_neighbours_by_index(int count, int dimension)
    {
        var found = NearestNeighbours.Find(new SingleMatrix(count, dimension, [.. Enumerable.Repeat(0.1f, count * dimension)]), new() { Count = 3 }, Execution.Default);

        Assert.Equal([1, 2, 3], found.Indices(0).ToArray());
        Assert.Equal([0, 1, 3], found.Indices(2).ToArray());
        Assert.Equal([0, 1, 2], found.Indices(count - 1).ToArray());
        Assert.Equal([0, 0, 0], found.Distances(count / 2).ToArray());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public static void Any_number_of_threads_gives_the_same_bits(int dimension)
    {
        var points = Gaussian(1000, dimension, offset: 0);
        var (one, three) = (Find(points, 10, threads: 1), Find(points, 10, threads: 3));
        for (var i = 0; i < points.Rows; i++)
        {
            Assert.Equal(one.Indices(i).ToArray(), three.Indices(i).ToArray());
            Assert.Equal(one.Distances(i).ToArray(), three.Distances(i).ToArray());
        }
    }

    [Fact]
    public static void The_tree_and_the_comparison_of_all_pairs_agree()
    {
        var points = Gaussian(1200, 5, offset: 0);
        var tree = TreeSearch.Find(points, new() { Count = 25 }, Execution.Default);
        var pairs = ExhaustiveSearch.Find(points, new() { Count = 25 }, Execution.Default);
        for (var i = 0; i < points.Rows; i++)
        {
            Assert.Equal(tree.Indices(i).ToArray(), pairs.Indices(i).ToArray());
        }
    }

    [Fact]
    public static void All_forms_of_the_kernels_find_the_same_neighbours()
    {
        var points = Gaussian(600, 30, offset: 5);
        var expected = ExhaustiveSearch.Find(points, points.Rows, new() { Count = 9 }, VectorPath.Portable, Execution.Default);
        foreach (var path in new[] { VectorPath.Vector256, VectorPath.Vector512 })
        {
            var found = ExhaustiveSearch.Find(points, points.Rows, new() { Count = 9 }, path, Execution.Default);

            Assert.All(Enumerable.Range(0, 600), i => Assert.Equal(expected.Indices(i).ToArray(), found.Indices(i).ToArray()));
            Assert.All(Enumerable.Range(0, 600), i => Assert.Equal(expected.Distances(i).ToArray(), found.Distances(i).ToArray()));
        }
    }

    [Fact]
    public static void Progress_rises_to_one_and_a_cancelled_search_stops()
    {
        var seen = new List<StageProgress>();
        var points = Gaussian(1000, 10, offset: 0);

        NearestNeighbours.Find(points, new(), new Execution { Threads = 2, Progress = new ProgressListener(seen.Add) });

        Assert.All(seen, step => Assert.Equal("neighbours", step.Stage));
        Assert.Equal(seen.Select(step => step.Fraction).Order(), seen.Select(step => step.Fraction));
        Assert.Equal(1, seen[^1].Fraction);
        Assert.ThrowsAny<OperationCanceledException>(() => NearestNeighbours.Find(points, new(), new Execution { Cancellation = new(canceled: true) }));
    }

    [Fact]
    public static void Too_many_neighbours_and_numbers_that_are_not_finite_are_refused()
    {
        var points = Gaussian(20, 4, offset: 0);

        Assert.Contains("at most 19", Assert.Throws<ArgumentException>(() => Find(points, 20, threads: 1)).Message);
        Assert.Contains("0 points", Assert.Throws<ArgumentException>(() => Find(new SingleMatrix(0, 2, []), 1, threads: 1)).Message);
        Assert.Contains("point 1 has NaN", Assert.Throws<ArgumentException>(() => Find(new SingleMatrix(3, 2, [0, 1, float.NaN, 2, 3, 4]), 1, threads: 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeighbourOptions { Count = 0 });
    }

    private static void AssertExact(SingleMatrix points, int neighbours)
    {
        var found = Find(points, neighbours, threads: 2);
        for (var i = 0; i < points.Rows; i++)
        {
            var distances = Enumerable.Range(0, points.Rows).Select(j => Distance(points.Row(i), points.Row(j))).ToArray();
            var expected = Enumerable.Range(0, points.Rows).Where(j => j != i).OrderBy(j => distances[j]).ThenBy(j => j).Take(neighbours).ToArray();

            Assert.Equal(expected, found.Indices(i).ToArray());
            for (var rank = 0; rank < neighbours; rank++)
            {
                Assert.True(Tolerance.Rounding.Equal(distances[expected[rank]], found.Distances(i)[rank]) || distances[expected[rank]] == 0);
            }
        }
    }

    private static double Distance(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var difference = (double)x[i] - y[i];
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }

    private static NearestNeighbours Find(SingleMatrix points, int neighbours, int threads) =>
        NearestNeighbours.Find(points, new() { Count = neighbours }, new Execution { Threads = threads });

    private static SingleMatrix Gaussian(int count, int dimension, double offset)
    {
        var stream = new Seed(11).Stream();
        return new(count, dimension, [.. Enumerable.Range(0, count * dimension).Select(_ => (float)(offset + stream.NextGaussian()))]);
    }
}
