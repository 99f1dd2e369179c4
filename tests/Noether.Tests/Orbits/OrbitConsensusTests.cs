using Noether.Neighbours;
using Noether.Numerics;
using Noether.Orbits;
using Noether.Runs;

namespace Noether.Tests.Orbits;

public static class OrbitConsensusTests
{
    private const int GroupSize = 12;

    [Fact]
    public static void Groups_with_a_gap_between_them_are_found_whole()
    {
        var clusters = OrbitConsensus.Find(Neighbours(gap: 10), OneClass, new(), Execution.Default);

        Assert.All(Enumerable.Range(0, clusters.Length), point =>
            Assert.Equal(Enumerable.Range(point / GroupSize * GroupSize, GroupSize).Where(other => other != point), clusters[point]));
    }

    [Fact]
    public static void Without_a_gap_no_point_finds_exactly_its_group()
    {
        var clusters = OrbitConsensus.Find(Neighbours(gap: 0), OneClass, new(), Execution.Default);

        Assert.DoesNotContain(Enumerable.Range(0, clusters.Length), point =>
            Enumerable.Range(point / GroupSize * GroupSize, GroupSize).Where(other => other != point).SequenceEqual(clusters[point]));
    }

    [Fact]
    public static void Points_of_other_classes_never_join()
    {
        ImmutableArray<int> classes = [.. Enumerable.Range(0, 3 * GroupSize).Select(point => point % 2)];

        var clusters = OrbitConsensus.Find(Neighbours(gap: 10), classes, new(), Execution.Default);

        Assert.All(Enumerable.Range(0, clusters.Length), point => Assert.All(clusters[point], other => Assert.Equal(classes[point], classes[other])));
    }

    [Fact]
    public static void Any_number_of_threads_gives_the_same_clusters()
    {
        var neighbours = Neighbours(gap: 1);

        var one = OrbitConsensus.Find(neighbours, OneClass, new(), new() { Threads = 1 });
        var four = OrbitConsensus.Find(neighbours, OneClass, new(), new() { Threads = 4 });

        Assert.Equal(one.Select(members => string.Join(' ', members)), four.Select(members => string.Join(' ', members)));
    }

    private static ImmutableArray<int> OneClass { get; } = [.. new int[3 * GroupSize]];

    /// <summary>Three groups of points in space, on a line.</summary>
    private static NearestNeighbours Neighbours(double gap)
    {
        var stream = new Seed(1).Stream();
        var points = Enumerable.Range(0, 3 * GroupSize).SelectMany(point => new[] { (float)((gap * (point / GroupSize)) + stream.NextDouble()), (float)stream.NextDouble(), (float)stream.NextDouble() });
        return NearestNeighbours.Find(new SingleMatrix(3 * GroupSize, 3, [.. points]), new() { Count = 20 }, Execution.Default);
    }
}
