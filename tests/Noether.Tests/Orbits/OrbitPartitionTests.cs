using Noether.Data;
using Noether.Numerics;
using Noether.Orbits;
using Noether.Runs;

namespace Noether.Tests.Orbits;

public static class OrbitPartitionTests
{
    public static MatrixTheoryData<int, int> SeedsAndSizes => new([1, 2, 3, 4, 5], [600, 1000, 3000]);

    [Theory]
    [MemberData(nameof(SeedsAndSizes))]
    public static void Two_circles_of_one_class_are_two_orbits_and_one_circle_is_one(int seed, int points)
    {
        var circles = Circles(points, [1, 1.6], new((ulong)seed));
        var circle = Circles(points, [1], new((ulong)seed));

        var two = Find(circles);
        var one = Find(circle);

        Assert.Equal(2, two.Orbits.Length);
        Assert.Equal(1, AdjustedRandIndex.Of(two.OrbitOf.AsSpan(), [.. Enumerable.Range(0, points).Select(i => i % 2)]));
        Assert.True(two.Jumps[0] > one.Jumps[0], $"jumps {two.Jumps[0]}, {one.Jumps[0]}");
        Assert.Single(one.Orbits);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public static void A_blob_is_one_orbit_and_a_small_clump_beside_it_is_none(int seed)
    {
        var stream = new Seed((ulong)seed).Stream();
        float[] blob = [.. Enumerable.Range(0, 2 * 500).Select(_ => (float)stream.NextGaussian()), .. Enumerable.Range(0, 2 * 20).Select(_ => 40 + (float)stream.NextGaussian())];

        var partition = Find(new SingleMatrix(520, 2, blob));

        Assert.Equal(500, Assert.Single(partition.Orbits).Samples.Length);
        Assert.All(partition.OrbitOf.Skip(500), orbit => Assert.Equal(-1, orbit));
    }

    [Fact]
    public static void A_circle_falls_apart_less_often_than_once_in_a_hundred()
    {
        var broken = Enumerable.Range(0, 300).Count(seed => Find(Circles(100, [1], new((ulong)seed))).Orbits.Length != 1);
        var withFew = Enumerable.Range(0, 300).Count(seed => Find(Circles(100, [1], new((ulong)seed)), new() { Neighbours = 4 }).Orbits.Length != 1);

        Assert.InRange(broken, 0, 3);
        Assert.True(withFew > 10, $"With four neighbours circles must break, else this test shows nothing; {withFew} of 300 did.");
    }

    [Fact]
    public static void A_clear_cut_has_a_jump_and_no_finding()
    {
        var far = Find(Circles(400, [1, 9], new(3)));

        Assert.Equal(2, far.Orbits.Length);
        Assert.True(far.Jumps[0] > 2, $"jump {far.Jumps[0]}");
        Assert.DoesNotContain(far.Findings, finding => finding.Id == "ORB002");
    }

    [Fact]
    public static void Three_clusters_at_different_distances_are_three_orbits()
    {
        var stream = new Seed(4).Stream();
        float[] centres = [0, 10, 60];
        float[] values = [.. Enumerable.Range(0, 300).SelectMany(i => new[] { centres[i % 3] + (float)stream.NextUniform(-1, 1), (float)stream.NextUniform(-1, 1) })];

        var partition = Find(new SingleMatrix(300, 2, values));

        Assert.Equal([100, 100, 100], partition.Orbits.Select(orbit => orbit.Samples.Length));
    }

    [Fact]
    public static void Renaming_the_samples_changes_no_orbit()
    {
        var points = Circles(200, [1, 1.6], new(6));
        var order = Enumerable.Range(0, 200).ToArray();
        new Seed(7).Stream().Shuffle<int>(order);

        var found = Find(points).OrbitOf;
        var renamed = Find(points.Select(order)).OrbitOf;

        Assert.Equal(1, AdjustedRandIndex.Of([.. order.Select(i => found[i])], renamed.AsSpan()));
    }

    [Fact]
    public static void Orbits_are_looked_for_within_classes_and_among_the_samples_given()
    {
        var points = Circles(200, [1, 1.6], new(8));
        var labels = new Labels("half", [.. Enumerable.Range(0, 200).Select(i => i % 2)], ["inner", "outer"]);

        var partition = OrbitPartition.Find(points, labels, [.. Enumerable.Range(0, 150)], new(), Execution.Default);

        Assert.Equal([(0, 0), (1, 0)], partition.Orbits.Select(orbit => (orbit.Class, orbit.Index)));
        Assert.All(partition.OrbitOf.Skip(150), orbit => Assert.Equal(-1, orbit));
    }

    [Fact]
    public static void A_class_with_too_few_samples_has_no_orbits_and_a_finding()
    {
        var partition = Find(Circles(3, [1], new(9)));

        Assert.Empty(partition.Orbits);
        Assert.Contains(partition.Findings, finding => finding.Id == "ORB001");
    }

    [Fact]
    public static void Identical_points_are_one_orbit()
    {
        var partition = Find(new SingleMatrix(100, 2, new float[200]));

        Assert.Single(partition.Orbits);
        Assert.False(double.IsNaN(partition.Jumps[0]));
    }

    private static OrbitPartition Find(SingleMatrix points) => Find(points, new());

    private static OrbitPartition Find(SingleMatrix points, OrbitOptions options) =>
        OrbitPartition.Find(points, new("one", [.. new int[points.Rows]], ["all"]), [.. Enumerable.Range(0, points.Rows)], options, Execution.Default);

    /// <summary>Points dealt in turn to circles of these radii about the origin.</summary>
    private static SingleMatrix Circles(int points, double[] radii, Seed seed)
    {
        var stream = seed.Stream();
        var values = new float[2 * points];
        for (var i = 0; i < points; i++)
        {
            var angle = stream.NextUniform(0, 2 * Math.PI);
            var radius = radii[i % radii.Length];
            (values[2 * i], values[(2 * i) + 1]) = ((float)(radius * Math.Cos(angle)), (float)(radius * Math.Sin(angle)));
        }

        return new(points, 2, values);
    }
}
