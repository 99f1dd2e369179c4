using CsCheck;
using Noether.Data;

namespace Noether.Tests.Data;

public static class ValueQuantilesTests
{
    [Fact]
    public static void Different_values_fall_into_classes_whose_sizes_differ_by_at_most_one()
    {
        Gen.Select(Gen.Int[1, 200], Gen.Int[1, 20], Gen.ULong).Sample((n, classes, seed) =>
        {
            var values = Enumerable.Range(0, n).Select(i => (i * 0.37) - 5).ToArray();
            new Noether.Runs.Seed(seed).Stream().Shuffle<double>(values);
            var quantiles = ValueQuantiles.Of(values, classes);
            var sizes = quantiles.ClassesOf(values).CountBy(k => k).Select(pair => pair.Value).ToArray();
            return quantiles.Count == Math.Min(n, classes) && sizes.Length == quantiles.Count && sizes.Max() - sizes.Min() <= 1;
        });
    }

    [Fact]
    public static void Equal_values_are_never_split_and_order_is_kept()
    {
        Gen.Select(Gen.Int[0, 5].Array[1, 60], Gen.Int[1, 12]).Sample((numbers, classes) =>
        {
            var values = numbers.Select(number => (double)number).Order().ToArray();
            var quantiles = ValueQuantiles.Of(values, classes);
            var found = quantiles.ClassesOf(values);
            return found.Zip(found.Skip(1), values.Zip(values.Skip(1))).All(pair => pair.First <= pair.Second && (pair.Third.First != pair.Third.Second || pair.First == pair.Second))
                && found.Distinct().Count() == quantiles.Count
                && quantiles.Count <= Math.Min(classes, values.Distinct().Count());
        });
    }

    [Fact]
    public static void Levels_of_equal_size_are_found_again()
    {
        var values = Enumerable.Range(0, 1100).Select(i => (i % 11 / 5.0) + (i * 1e-7)).ToArray();

        Assert.Equal(values.Select((_, i) => i % 11), ValueQuantiles.Of(values, 11).ClassesOf(values));
    }

    [Fact]
    public static void Names_are_ranges_with_as_many_digits_as_tell_the_classes_apart()
    {
        Assert.Equal(["1 to 2", "3 to 4"], ValueQuantiles.Of([4, 1, 3, 2], 2).Names);
        Assert.Equal(["1.00001", "1.00002"], ValueQuantiles.Of([1.00001, 1.00002], 2).Names);
        Assert.Equal(["7"], ValueQuantiles.Of([7, 7, 7], 3).Names);
    }

    [Fact]
    public static void Values_beyond_the_range_belong_to_the_classes_at_its_ends()
    {
        var quantiles = ValueQuantiles.Of([1, 2, 3, 4], 2);

        Assert.Equal([0, 1, -1], [quantiles.ClassOf(-100), quantiles.ClassOf(100), quantiles.ClassOf(double.NaN)]);
    }

    [Fact]
    public static void Values_that_are_missing_or_not_finite_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ValueQuantiles.Of([], 2));
        Assert.Throws<ArgumentException>(() => ValueQuantiles.Of([1, double.NaN], 2));
        Assert.Throws<ArgumentException>(() => ValueQuantiles.Of([1, double.PositiveInfinity], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ValueQuantiles.Of([1, 2], 0));
    }
}
