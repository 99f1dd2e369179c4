using CsCheck;
using Noether.Orbits;

namespace Noether.Tests.Orbits;

public static class AdjustedRandIndexTests
{
    [Fact]
    public static void Equal_partitions_have_index_1_whatever_the_parts_are_called() => Gen.Int[0, 3].Array[2, 50].Sample(parts =>
        AdjustedRandIndex.Of(parts, [.. parts.Select(part => 10 - part)]) == 1);

    [Fact]
    public static void The_index_is_symmetric_and_at_most_1() => Gen.Select(Gen.Int[0, 3].Array[30], Gen.Int[0, 3].Array[30]).Sample((first, second) =>
    {
        var index = AdjustedRandIndex.Of(first, second);
        return index <= 1 && index == AdjustedRandIndex.Of(second, first);
    });

    [Fact]
    public static void A_known_pair_of_partitions_has_its_index() =>
        Assert.Equal(0.24242424, AdjustedRandIndex.Of([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]), 7);

    [Fact]
    public static void Unrelated_partitions_have_an_index_near_0()
    {
        var stream = new Noether.Runs.Seed(2).Stream();
        int[] Random() => [.. Enumerable.Range(0, 5000).Select(_ => stream.NextIndex(3))];

        Assert.InRange(AdjustedRandIndex.Of(Random(), Random()), -0.01, 0.01);
    }

    [Fact]
    public static void Partitions_of_different_samples_are_refused() =>
        Assert.Throws<ArgumentException>(() => AdjustedRandIndex.Of([0], [0, 1]));
}
