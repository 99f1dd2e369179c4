using Noether.Runs;

namespace Noether.Tests.Runs;

public static class WorkCrewTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public static void Every_item_of_every_round_is_done_once_before_the_round_ends(int threads)
    {
        using var crew = new WorkCrew(threads);
        var stream = new Seed(1).Stream();
        for (var round = 0; round < 2000; round++)
        {
            var done = new int[stream.NextIndex(30)];

            crew.Run(done.Length, item => Interlocked.Increment(ref done[item]));

            Assert.All(done, times => Assert.Equal(1, times));
        }
    }

    [Fact]
    public static void Helpers_that_went_to_sleep_wake_up_for_the_next_round()
    {
        using var crew = new WorkCrew(2);
        using var bothAtWork = new Barrier(2);
        for (var round = 0; round < 3; round++)
        {
            Thread.Sleep(20);

            crew.Run(2, _ => Assert.True(bothAtWork.SignalAndWait(TimeSpan.FromSeconds(60))));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public static void A_failure_of_an_item_is_thrown_to_whoever_started_the_round_and_the_crew_lives_on(int threads)
    {
        using var crew = new WorkCrew(threads);

        Assert.Throws<InvalidOperationException>(() => crew.Run(10, item => throw new InvalidOperationException($"item {item}")));

        var sum = 0;
        crew.Run(10, item => Interlocked.Add(ref sum, item));
        Assert.Equal(45, sum);
    }
}
