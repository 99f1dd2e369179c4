using CsCheck;
using Noether.Orbits;

namespace Noether.Tests.Orbits;

public static class LargestJumpTests
{
    [Theory]
    [InlineData(new[] { 1.0, 1.1, 1.2, 5.0, 5.1 }, 3, 3)]
    [InlineData(new[] { 0.1, 1.0, 2.5, 3.0 }, 2, 1)]
    [InlineData(new[] { 2.0 }, 1, 1)]
    [InlineData(new[] { 0.0, 0.0, 1.0, 1.5 }, 2, 2)]
    [InlineData(new[] { 1.0, 2.0, 3.0 }, 1, 1)]
    public static void The_neighbours_before_the_largest_gap_are_counted_by_difference_and_by_ratio(double[] distances, int byDifference, int byRatio)
    {
        Assert.Equal(byDifference, LargestJump.Count(distances));
        Assert.Equal(byRatio, LargestJump.RelativeCount(distances));
    }

    [Fact]
    public static void Units_do_not_matter_and_at_least_one_neighbour_is_taken() =>
        Gen.Double[0.01, 10].Array[1, 30].Sample(values =>
        {
            var distances = values.Order().ToArray();
            var doubled = distances.Select(distance => 2 * distance).ToArray();

            Assert.InRange(LargestJump.Count(distances), 1, distances.Length);
            Assert.Equal(LargestJump.Count(distances), LargestJump.Count(doubled));
            Assert.Equal(LargestJump.RelativeCount(distances), LargestJump.RelativeCount(doubled));
        });

    [Fact]
    public static void Without_a_neighbour_there_is_no_jump() => Assert.Throws<ArgumentException>(() => LargestJump.Count([]));
}
