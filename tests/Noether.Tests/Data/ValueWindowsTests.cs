using CsCheck;
using Noether.Data;

namespace Noether.Tests.Data;

public static class ValueWindowsTests
{
    [Fact]
    public static void The_levels_of_the_paper_are_the_decimals_that_a_person_writes()
    {
        var windows = new ValueWindows(first: -1, last: 1, step: 0.2, halfWidth: 1e-3);

        Assert.Equal(["-1", "-0.8", "-0.6", "-0.4", "-0.2", "0", "0.2", "0.4", "0.6", "0.8", "1"], windows.Names);
        Assert.Equal([-1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1], windows.Centres);
    }

    [Fact]
    public static void Every_level_and_both_rims_of_its_window_are_in_its_class()
    {
        var windows = new ValueWindows(-1, 1, 0.2, 1e-3);

        for (var k = 0; k < windows.Count; k++)
        {
            var level = (k - 5) / 5.0;
            Assert.Equal(k, windows.ClassOf(level));
            Assert.Equal(k, windows.ClassOf(level + 0.001));
            Assert.Equal(k, windows.ClassOf(level - 0.001));
            Assert.Equal(-1, windows.ClassOf(level + 0.00101));
            Assert.Equal(-1, windows.ClassOf(level - 0.00101));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1e300)]
    [InlineData(1e300)]
    [InlineData(0.1)]
    public static void A_value_far_from_every_level_has_no_class(double value) => Assert.Equal(-1, new ValueWindows(-1, 1, 0.2, 1e-3).ClassOf(value));

    [Fact]
    public static void A_class_is_the_level_within_the_half_width_if_there_is_one()
    {
        Gen.Select(Gen.Double[-100, 100], Gen.Double[1e-3, 10], Gen.Int[1, 30], Gen.Double[0.01, 0.49], Gen.Double[-0.2, 1.2]).Sample((first, step, count, share, at) =>
        {
            var last = first + ((count - 1) * step);
            var windows = new ValueWindows(first, last, step, share * step);
            var value = first + (at * (last - first));
            var nearest = windows.Centres.MinBy(centre => Math.Abs(centre - value));
            var distance = Math.Abs(nearest - value);
            return Math.Abs(distance - (share * step)) < 1e-9 * step
                || windows.ClassOf(value) == (distance <= share * step ? windows.Centres.IndexOf(nearest) : -1);
        });
    }

    [Fact]
    public static void Levels_parse_from_their_text()
    {
        var windows = ValueWindows.Parse("-1:1:0.2", 0.02);

        Assert.Equal(11, windows.Count);
        Assert.Equal("-1:1:0.2 +- 0.02", windows.ToString());
        Assert.Throws<FormatException>(() => ValueWindows.Parse("-1:1", 0.02));
        Assert.Throws<FormatException>(() => ValueWindows.Parse("-1:1:x", 0.02));
        Assert.Throws<FormatException>(() => ValueWindows.Parse("-1:1:0,2", 0.02));
    }

    [Theory]
    [InlineData(-1, 1, 0.2, 0.11)]
    [InlineData(-1, 1, 0.3, 0.01)]
    [InlineData(1, -1, 0.2, 0.01)]
    [InlineData(-1, 1, 0, 0.01)]
    [InlineData(-1, 1, -0.2, 0.01)]
    [InlineData(-1, 1, 0.2, 0)]
    [InlineData(-1, 1, 1e-9, 1e-10)]
    [InlineData(double.NaN, 1, 0.2, 0.01)]
    public static void Windows_that_overlap_and_levels_that_do_not_fit_are_refused(double first, double last, double step, double halfWidth) =>
        Assert.ThrowsAny<ArgumentException>(() => new ValueWindows(first, last, step, halfWidth));

    [Fact]
    public static void Very_small_and_very_large_levels_keep_apart()
    {
        Assert.Equal(1, new ValueWindows(0, 2e-30, 1e-30, 1e-32).ClassOf(1e-30));
        Assert.Equal(1, new ValueWindows(0, 2e30, 1e30, 1e28).ClassOf(1e30));
    }
}
