using Noether.Learning;

namespace Noether.Tests.Learning;

public static class LearningRateScheduleTests
{
    [Fact]
    public static void A_constant_schedule_never_changes() => Assert.Equal([1.0, 1, 1], Factors(new LearningRateSchedule.Constant(), 1, 2, 3));

    [Fact]
    public static void Halving_starts_after_the_full_epochs_and_then_comes_at_equal_distance() =>
        Assert.Equal([1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.125], Factors(new LearningRateSchedule.Halving(Every: 2, From: 3), 9, 8, 7, 6, 5, 4, 3, 2));

    [Fact]
    public static void Halving_on_a_plateau_waits_for_a_new_minimum() =>
        Assert.Equal([1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25], Factors(new LearningRateSchedule.HalvingOnPlateau(2), 3, 4, 3, 5, 4, 2, 1, 0));

    [Fact]
    public static void Schedules_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningRateSchedule.Halving(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningRateSchedule.Halving(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningRateSchedule.HalvingOnPlateau(0));
    }

    // The factor of each epoch, whose losses these are.
    private static IEnumerable<double> Factors(LearningRateSchedule schedule, params double[] losses) =>
        losses.Select((_, epoch) => schedule.Factor([.. losses.Take(epoch).Select((loss, i) => new EpochRecord(i + 1, loss, [1], 0.1))]));
}
