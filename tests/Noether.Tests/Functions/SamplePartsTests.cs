using CsCheck;
using Noether.Data;
using Noether.Functions;
using Noether.Tests.Verification;

namespace Noether.Tests.Functions;

public static class SamplePartsTests
{
    [Fact]
    public static void Parts_are_disjoint_cover_all_samples_and_differ_in_size_by_one_at_most() => Gen.Select(Gen.Int[16, 200], Gen.ULong).Sample((count, seed) =>
    {
        var parts = SampleParts.Assign(SymmetrySamples.Box(count, 2, seed), 8, 1, new(seed));
        var sizes = Enumerable.Range(0, 8).Select(part => parts.Rows(part).Length).ToArray();
        return Enumerable.Range(0, 8).SelectMany(parts.Rows).Order().SequenceEqual(Enumerable.Range(0, count)) && sizes.Max() - sizes.Min() <= 1;
    });

    [Fact]
    public static void Equal_samples_share_a_part_and_the_others_still_spread()
    {
        var distinct = SymmetrySamples.Box(100, 3, 1);
        var points = new PointCloud(400, 3, [.. Enumerable.Range(0, 4).SelectMany(_ => distinct.Values.ToArray())]);
        var parts = SampleParts.Assign(points, 4, 1, new(2));

        Assert.All(Enumerable.Range(0, 400), i => Assert.Equal(parts.Of[i % 100], parts.Of[i]));
        Assert.All(Enumerable.Range(0, 4), part => Assert.Equal(100, parts.Rows(part).Length));
    }

    [Fact]
    public static void Successive_samples_of_a_run_stay_together_and_runs_do_not()
    {
        var parts = SampleParts.Assign(SymmetrySamples.Box(200, 2, 1), 4, 10, new(3));

        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(parts.Of[i / 10 * 10], parts.Of[i]));
        Assert.All(Enumerable.Range(0, 4), part => Assert.Equal(50, parts.Rows(part).Length));
        Assert.NotEqual(parts.Of, SampleParts.Assign(SymmetrySamples.Box(200, 2, 1), 4, 1, new(3)).Of);
    }

    [Fact]
    public static void The_same_seed_gives_the_same_parts_and_another_one_others()
    {
        var points = SymmetrySamples.Box(100, 2, 1);

        Assert.Equal(SampleParts.Assign(points, 8, 1, new(4)).Of, SampleParts.Assign(points, 8, 1, new(4)).Of);
        Assert.NotEqual(SampleParts.Assign(points, 8, 1, new(4)).Of, SampleParts.Assign(points, 8, 1, new(5)).Of);
    }

    [Fact]
    public static void Half_as_many_parts_are_pairs_of_parts()
    {
        var parts = SampleParts.Assign(SymmetrySamples.Box(64, 2, 1), 8, 1, new(4));
        var halved = parts.Halved();

        Assert.Equal(4, halved.Count);
        Assert.All(Enumerable.Range(0, 4), part => Assert.Equal(parts.Rows(2 * part).Concat(parts.Rows((2 * part) + 1)).Order(), halved.Rows(part)));
    }
}
