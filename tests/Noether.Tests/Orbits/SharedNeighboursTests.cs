using CsCheck;
using Noether.Numerics;
using Noether.Orbits;
using Noether.Runs;

namespace Noether.Tests.Orbits;

public static class SharedNeighboursTests
{
    private const int GroupSize = 30;
    private const int Groups = 3;
    private static readonly SharedNeighbourOptions FewNeighbours = new() { Neighbours = 12 };

    [Fact]
    public static void Groups_with_a_gap_between_them_are_found_whole() =>
        Assert.Equal(Enumerable.Range(0, Groups * GroupSize).Select(point => point / GroupSize), Find(Points(gap: 10)));

    [Fact]
    public static void Without_a_gap_the_groups_are_not_found() =>
        Assert.NotEqual(Enumerable.Range(0, Groups * GroupSize).Select(point => point / GroupSize), Find(Points(gap: 0)));

    [Fact]
    public static void A_sparse_group_is_found_beside_a_dense_one()
    {
        var points = Points(gap: 10).Entries.ToArray();
        for (var i = 0; i < points.Length / Groups; i++)
        {
            points[i] /= 100;
        }

        Assert.Equal(Groups, Find(new(Groups * GroupSize, 3, points)).Distinct().Count());
    }

    [Fact]
    public static void Points_of_other_classes_never_join()
    {
        ImmutableArray<int> classes = [.. Enumerable.Range(0, Groups * GroupSize).Select(point => point % 2)];

        var orbits = SharedNeighbours.Find(Points(gap: 10), classes, FewNeighbours, Execution.Default);

        Assert.All(orbits.Zip(classes).GroupBy(pair => pair.First), orbit => Assert.Single(orbit.Select(pair => pair.Second).Distinct()));
    }

    [Fact]
    public static void Classes_of_one_point_or_none_are_their_own_orbits()
    {
        Assert.Empty(SharedNeighbours.Find(new(0, 3, []), [], new(), Execution.Default));
        Assert.Equal([0, 1], SharedNeighbours.Find(new(2, 1, [0, 0]), [7, 8], new(), Execution.Default));
    }

    [Fact]
    public static void Any_number_of_threads_gives_the_same_orbits()
    {
        ImmutableArray<int> classes = [.. Enumerable.Range(0, Groups * GroupSize).Select(point => point % 5)];
        var options = FewNeighbours with { Neighbours = 4, LeastSimilarity = 0.1 };

        Assert.Equal(
            SharedNeighbours.Find(Points(gap: 1), classes, options, new() { Threads = 1 }),
            SharedNeighbours.Find(Points(gap: 1), classes, options, new() { Threads = 4 }));
    }

    [Fact]
    public static void Groups_are_joined_as_a_plain_computation_of_all_means_joins_them() =>
        Gen.Select(Gen.Double[0, 1].Array[28], Gen.Double[0.05, 0.9]).Sample((values, least) =>
        {
            const int points = 8;
            var pairs = from i in Enumerable.Range(0, points) from j in Enumerable.Range(i + 1, points - i - 1) select (i, j);
            var similarities = pairs.Zip(values, (pair, value) => (pair.i, pair.j, value > 0.5 ? value : 0)).ToArray();
            Assert.Equal(Plain(points, similarities, least), AverageLinkage.Of(points, similarities.Where(pair => pair.Item3 > 0), least, Execution.Default));
        });

    private static int[] Plain(int points, (int First, int Second, double Similarity)[] similarities, double least)
    {
        var groups = Enumerable.Range(0, points).Select(point => new List<int> { point }).ToList();
        while (true)
        {
            var best = (from i in Enumerable.Range(0, groups.Count) from j in Enumerable.Range(i + 1, groups.Count - i - 1) select (i, j, Mean: Mean(groups[i], groups[j])))
                .OrderByDescending(pair => pair.Mean).FirstOrDefault();
            if (best.Mean < least)
            {
                return [.. Enumerable.Range(0, points).Select(point => groups.Single(group => group.Contains(point)).Min())];
            }

            groups[best.i].AddRange(groups[best.j]);
            groups.RemoveAt(best.j);
        }

        double Mean(List<int> x, List<int> y) =>
            similarities.Where(pair => (x.Contains(pair.First) && y.Contains(pair.Second)) || (y.Contains(pair.First) && x.Contains(pair.Second))).Sum(pair => pair.Similarity) / (x.Count * y.Count);
    }

    private static ImmutableArray<int> Find(SingleMatrix points) => SharedNeighbours.Find(points, [.. new int[points.Rows]], FewNeighbours, Execution.Default);

    /// <summary>Groups of points in space, on a line.</summary>
    private static SingleMatrix Points(double gap)
    {
        var stream = new Seed(1).Stream();
        var points = Enumerable.Range(0, Groups * GroupSize).SelectMany(point => new[] { (float)((gap * (point / GroupSize)) + stream.NextDouble()), (float)stream.NextDouble(), (float)stream.NextDouble() });
        return new(Groups * GroupSize, 3, [.. points]);
    }
}
