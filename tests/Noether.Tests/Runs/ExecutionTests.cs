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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public static void The_first_block_that_fails_is_told_as_it_failed(int threads)
    {
        var execution = new Execution { Threads = threads };

        var failure = Assert.Throws<InvalidDataException>(() => execution.ForEachBlock(100, block => _ = block is 30 or 31 or 70 ? throw new InvalidDataException($"block {block}") : block));

        Assert.Equal("block 30", failure.Message);
    }

    [Fact]
    public static void There_is_at_least_one_thread() => Assert.Throws<ArgumentOutOfRangeException>(() => new Execution { Threads = 0 });

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public static void Two_pieces_of_work_run_beside_each_other_and_the_first_failure_is_that_of_the_first(int threads)
    {
        var execution = new Execution { Threads = threads };

        Assert.Equal((1, $"{threads}"), execution.Beside(with => with.Threads, with => $"{with.Threads}"));
        Assert.Throws<InvalidDataException>(() => execution.Beside<int, int>(
            _ => throw new InvalidDataException("first"), _ => throw new ArgumentException("second")));
        Assert.Throws<InvalidDataException>(() => execution.Beside<int, int>(_ => 1, _ => throw new InvalidDataException("second")));
    }
}
