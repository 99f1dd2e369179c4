using Noether.Runs;

namespace Noether.Tests.Runs;

public static class ExecutionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public static void Every_block_is_worked_on_once(int threads)
    {
        var visits = new int[100];

        new Execution { Threads = threads }.ForEachBlock(visits.Length, block => Interlocked.Increment(ref visits[block]));

        Assert.All(visits, count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public static void A_cancelled_run_stops_between_blocks(int threads)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var execution = new Execution { Threads = threads, Cancellation = source.Token };

        Assert.ThrowsAny<OperationCanceledException>(() => execution.ForEachBlock(4, _ => { }));
    }

    [Fact]
    public static void There_is_at_least_one_thread() => Assert.Throws<ArgumentOutOfRangeException>(() => new Execution { Threads = 0 });
}
