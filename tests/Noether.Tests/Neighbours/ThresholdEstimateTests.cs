using CsCheck;
using Noether.Neighbours;

namespace Noether.Tests.Neighbours;

public static class ThresholdEstimateTests
{
    [Fact]
    public static void At_least_as_many_as_wanted_do_not_exceed_the_threshold_even_with_ties() =>
        (from numbers in Gen.OneOf(Gen.Float[-5, 5], Gen.Int[0, 3].Select(x => (float)x)).Array[2, 900]
         from count in Gen.Int[1, numbers.Length - 1]
         select (numbers, count))
        .Sample(x => x.numbers.Count(number => number <= ThresholdEstimate.Of(x.numbers, x.count)) >= x.count);

    [Fact]
    public static void Of_many_numbers_few_more_than_wanted_stay()
    {
        var numbers = Enumerable.Range(0, 6000).Select(i => (float)(i * 7919 % 6007)).ToArray();

        Assert.InRange(numbers.Count(number => number <= ThresholdEstimate.Of(numbers, 1000)), 1000, 2500);
    }
}
