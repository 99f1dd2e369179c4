using CsCheck;
using Noether.Runs;

namespace Noether.Tests.Runs;

public static class RandomStreamTests
{
    [Fact]
    public static void The_same_seed_gives_the_same_numbers_and_another_seed_does_not()
    {
        var first = Draw(new(7));

        Assert.Equal(first, Draw(new(7)));
        Assert.NotEqual(first, Draw(new(8)));
    }

    [Fact]
    public static void Stages_and_items_have_seeds_of_their_own() => Gen.ULong.Sample(value =>
    {
        var seed = new Seed(value);
        Seed[] derived = [seed, seed.For("train"), seed.For("orbits"), seed.For(0), seed.For(1), seed.For("train").For("orbits")];

        return derived.Distinct().Count() == derived.Length;
    });

    [Fact]
    public static void Known_numbers_do_not_change_between_versions() =>
        Assert.Equal([0x99EC5F36CB75F2B4UL, 0xBF6E1F784956452AUL, 0x1A5F849D4933E6E0UL], KnownNumbers());

    [Fact]
    public static void Uniform_and_gaussian_numbers_have_their_moments()
    {
        var stream = new Seed(3).Stream();
        var uniform = Enumerable.Range(0, 100_000).Select(_ => stream.NextUniform(-1, 3)).ToArray();
        var gaussian = Enumerable.Range(0, 100_000).Select(_ => stream.NextGaussian()).ToArray();

        Assert.All(uniform, x => Assert.InRange(x, -1, 3));
        Assert.InRange(uniform.Average(), 0.98, 1.02);
        Assert.InRange(gaussian.Average(), -0.02, 0.02);
        Assert.InRange(gaussian.Average(x => x * x), 0.97, 1.03);
        Assert.InRange(gaussian.Average(x => x * x * x * x), 2.8, 3.2);
    }

    [Fact]
    public static void An_index_is_uniform_over_its_range()
    {
        var stream = new Seed(4).Stream();
        var counts = new int[6];
        for (var i = 0; i < 60_000; i++)
        {
            counts[stream.NextIndex(6)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextIndex(0));
    }

    [Fact]
    public static void A_shuffle_keeps_the_items_and_moves_them()
    {
        var items = Enumerable.Range(0, 100).ToArray();

        new Seed(5).Stream().Shuffle<int>(items);

        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }

    private static ulong[] KnownNumbers()
    {
        var stream = new Seed(0).Stream();
        return [stream.NextBits(), stream.NextBits(), stream.NextBits()];
    }

    private static double[] Draw(Seed seed)
    {
        var stream = seed.Stream();
        return [.. Enumerable.Range(0, 10).Select(_ => stream.NextDouble()), stream.NextGaussian(), stream.NextGaussian()];
    }
}
