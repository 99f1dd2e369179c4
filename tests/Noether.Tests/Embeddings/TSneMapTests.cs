using Noether.Embeddings;
using Noether.Numerics;
using Noether.Runs;
using Noether.Tests.Runs;

namespace Noether.Tests.Embeddings;

public static class TSneMapTests
{
    private static readonly TSneOptions Quick = new() { Iterations = 300, EarlyIterations = 100, Perplexity = 10 };

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public static void Clusters_stay_together_and_random_labels_do_not(int largestExactCount)
    {
        var points = SyntheticPoints.Clusters(400, 12, 5);
        var random = new Seed(2).Stream();
        var labels = Enumerable.Range(0, 400).Select(_ => random.NextIndex(5)).ToArray();

        var map = TSneMap.Find(points, Quick with { LargestExactCount = largestExactCount }, new Seed(1), Execution.Default);

        Assert.True(SyntheticPoints.Purity(map.Points, i => i % 5) > 0.99);
        Assert.True(SyntheticPoints.Purity(map.Points, i => labels[i]) < 0.4);
        Assert.Empty(map.Findings);
        Assert.Equal(300, map.Iterations);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1500)] // above the number from which interpolation is the default
    public static void The_interpolated_map_is_as_good_as_the_exact_one(int count)
    {
        var points = SyntheticPoints.Clusters(count, 20, 4);
        var exact = TSneMap.Find(points, new() { LargestExactCount = int.MaxValue }, new Seed(1), Execution.Default);
        var interpolated = TSneMap.Find(points, new() { LargestExactCount = 0 }, new Seed(1), Execution.Default);

        Assert.True(interpolated.Divergence < 1.02 * exact.Divergence, $"{interpolated.Divergence} against {exact.Divergence}");
    }

    [Fact]
    public static void The_divergence_falls_with_more_steps()
    {
        var points = SyntheticPoints.Clusters(300, 12, 3);
        var divergences = new[] { 0, 80, 150 }.Select(steps =>
            TSneMap.Find(points, new() { EarlyIterations = 40, Iterations = steps }, new Seed(1), Execution.Default).Divergence).ToArray();

        Assert.Equal(divergences.OrderDescending(), divergences);
        Assert.True(divergences[^1] < 0.5 * divergences[0]);
    }

    [Fact]
    public static void Late_exaggeration_draws_clusters_together()
    {
        var points = SyntheticPoints.Clusters(300, 12, 3);
        var (plain, exaggerated) = (TSneMap.Find(points, Quick, new Seed(1), Execution.Default), TSneMap.Find(points, Quick with { LateExaggeration = 4 }, new Seed(1), Execution.Default));

        Assert.True(SumOfSquares(exaggerated) < 0.8 * SumOfSquares(plain), $"{SumOfSquares(exaggerated)} against {SumOfSquares(plain)}");
        Assert.True(SyntheticPoints.Purity(exaggerated.Points, i => i % 3) > 0.99);
        Assert.True(exaggerated.Divergence > plain.Divergence);
    }

    [Fact]
    public static void Turned_input_gives_an_equally_good_map()
    {
        var points = SyntheticPoints.Clusters(300, 6, 3);
        var (cosine, sine) = ((float)Math.Cos(0.7), (float)Math.Sin(0.7));
        var turned = new SingleMatrix(300, 6, [.. Enumerable.Range(0, 1800).Select(i =>
        {
            var row = points.Row(i / 6);
            return (i % 6) switch { 0 => (cosine * row[0]) - (sine * row[3]), 3 => (sine * row[0]) + (cosine * row[3]), var j => row[j] };
        })]);

        var (map, other) = (TSneMap.Find(points, Quick, new Seed(1), Execution.Default), TSneMap.Find(turned, Quick, new Seed(1), Execution.Default));

        Assert.Equal(map.Divergence, other.Divergence, 0.03 * map.Divergence);
        Assert.True(SyntheticPoints.Purity(other.Points, i => i % 3) > 0.99);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public static void Any_number_of_threads_gives_the_same_bits_and_the_seed_counts(int largestExactCount)
    {
        var points = SyntheticPoints.Clusters(700, 8, 4);
        var options = Quick with { Iterations = 120, LargestExactCount = largestExactCount };
        var one = TSneMap.Find(points, options, new Seed(3), new Execution { Threads = 1 });
        var three = TSneMap.Find(points, options, new Seed(3), new Execution { Threads = 3 });
        var other = TSneMap.Find(points, options, new Seed(4), new Execution { Threads = 1 });

        Assert.Equal(one.Points.Entries.ToArray(), three.Points.Entries.ToArray());
        Assert.Equal(one.Divergence, three.Divergence);
        Assert.NotEqual(one.Points.Entries.ToArray(), other.Points.Entries.ToArray());
    }

    [Fact]
    public static void A_map_of_several_blocks_of_points_has_the_same_bits_at_any_number_of_threads()
    {
        var points = SyntheticPoints.Clusters(5000, 8, 4);
        var options = new TSneOptions { Iterations = 20, EarlyIterations = 10 };

        var one = TSneMap.Find(points, options, new Seed(3), new Execution { Threads = 1 });
        var three = TSneMap.Find(points, options, new Seed(3), new Execution { Threads = 3 });

        AssertFinite(one, 5000);
        Assert.Equal(one.Points.Entries.ToArray(), three.Points.Entries.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(20)]
    public static void Few_points_give_a_finite_map_and_say_that_the_perplexity_was_lowered(int count)
    {
        foreach (var largestExactCount in new[] { 0, int.MaxValue })
        {
            var map = TSneMap.Find(SyntheticPoints.Clusters(count, 3, 2), Quick with { LargestExactCount = largestExactCount, Perplexity = 30 }, new Seed(1), Execution.Default);

            AssertFinite(map, count);
            Assert.Equal(count == 1 ? [] : ["TSN001"], map.Findings.Select(finding => finding.Id));
        }
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(50, 4)]
    [InlineData(10_000, 4)]
    public static void Equal_points_give_a_finite_map_and_a_finding(int count, int dimension)
    {
        var points = new SingleMatrix(count, dimension, [.. Enumerable.Repeat(2.5f, count * dimension)]);

        var map = TSneMap.Find(points, new() { Iterations = 60, EarlyIterations = 30 }, new Seed(1), Execution.Default);

        AssertFinite(map, count);
        Assert.Contains("TSN003", map.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public static void A_cancelled_run_returns_the_map_so_far()
    {
        using var source = new CancellationTokenSource();
        var progress = new ProgressListener(step =>
        {
            if (step.Stage == "tsne")
            {
                source.Cancel();
            }
        });

        var map = TSneMap.Find(SyntheticPoints.Clusters(200, 5, 2), Quick, new Seed(1), new Execution { Progress = progress, Cancellation = source.Token });

        Assert.True(map.Cancelled);
        Assert.Equal(50, map.Iterations);
        AssertFinite(map, 200);
        Assert.Contains("TSN002", map.Findings.Select(finding => finding.Id));
    }

    [Theory]
    [InlineData(1e38)]
    [InlineData(3e38)]
    [InlineData(1e-38)]
    public static void Points_at_the_ends_of_the_range_give_the_map_of_the_same_points_in_another_unit(double unit)
    {
        var points = new SingleMatrix(6, 2, [1, 1, -1, -1, 0.5f, 1, -1, 0.5f, 1, 0, 0, -1]);
        var options = new TSneOptions { Iterations = 60, EarlyIterations = 30 };

        var map = TSneMap.Find(new SingleMatrix(6, 2, [.. points.Entries.ToArray().Select(x => (float)(x * unit))]), options, new Seed(1), Execution.Default);

        AssertFinite(map, 6);
        Assert.Equal(TSneMap.Find(points, options, new Seed(1), Execution.Default).Divergence, map.Divergence, 1e-3);
    }

    [Fact]
    public static void More_neighbours_than_a_map_needs_change_nothing()
    {
        var points = SyntheticPoints.Clusters(200, 8, 3);
        var neighbours = Noether.Neighbours.NearestNeighbours.Find(points, new() { Count = 50 }, Execution.Default);

        var map = TSneMap.Find(points, neighbours, Quick with { Iterations = 50 }, new Seed(1), Execution.Default);

        Assert.Equal(TSneMap.Find(points, Quick with { Iterations = 50 }, new Seed(1), Execution.Default).Points.Entries.ToArray(), map.Points.Entries.ToArray());
    }

    [Fact]
    public static void Very_many_points_get_a_map_of_near_neighbours_that_says_so()
    {
        var points = SyntheticPoints.Clusters(20_000, 8, 100);
        var options = Quick with { Iterations = 60, EarlyIterations = 30 };

        var exact = TSneMap.Find(points, options, new Seed(1), Execution.Default);
        var near = TSneMap.Find(points, options with { LargestExactNeighbourCount = 19_999 }, new Seed(1), Execution.Default);

        Assert.DoesNotContain("TSN005", exact.Findings.Select(finding => finding.Id));
        Assert.Contains("TSN005", near.Findings.Select(finding => finding.Id));
        Assert.Equal(SyntheticPoints.Purity(exact.Points, i => i % 100), SyntheticPoints.Purity(near.Points, i => i % 100), 0.02);
    }

    [Fact]
    public static void Bad_input_is_refused()
    {
        Assert.Contains("point 0 has NaN", Assert.Throws<ArgumentException>(() => TSneMap.Find(new SingleMatrix(1, 2, [1, float.NaN]), new(), new Seed(1), Execution.Default)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TSneMap.Find(new SingleMatrix(0, 2, []), new(), new Seed(1), Execution.Default));
        Assert.Throws<ArgumentException>(() => TSneMap.Find(new SingleMatrix(3, 1, [1, float.NaN, 2]), new(), new Seed(1), Execution.Default));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TSneOptions { Perplexity = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TSneOptions { LearningRate = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TSneOptions { LateMomentum = 1 });
    }

    private static double SumOfSquares(TSneMap map) => map.Points.Entries.ToArray().Sum(x => (double)x * x);

    private static void AssertFinite(TSneMap map, int count)
    {
        Assert.Equal((count, 2), (map.Points.Rows, map.Points.Columns));
        Assert.All(map.Points.Entries.ToArray(), x => Assert.True(float.IsFinite(x)));
        Assert.True(double.IsFinite(map.Divergence));
    }
}
