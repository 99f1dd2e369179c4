using System.Runtime.ExceptionServices;

namespace Noether.Runs;

/// <summary>How a run is carried out, as opposed to what it computes: nothing in here changes a result.</summary>
public sealed record Execution
{
    /// <summary>All processors, no progress, never cancelled.</summary>
    public static Execution Default { get; } = new();

    /// <summary>Threads that share the work, at least 1. Default: one per processor. Results have the same bits at any number.</summary>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Threads));
            field = value;
        }
    } = Environment.ProcessorCount;

    /// <summary>Told how far a long stage has come; null when nobody listens.</summary>
    public IProgress<StageProgress>? Progress { get; init; }

    /// <summary>Stops long stages; they throw <see cref="OperationCanceledException"/> unless they say that they return what they have.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Runs two independent pieces of work beside each other, the first on one thread.</summary>
    /// <param name="small">The work that takes less time; told how to run.</param>
    /// <param name="large">The other; told how to run.</param>
    internal (TSmall Small, TLarge Large) Beside<TSmall, TLarge>(Func<Execution, TSmall> small, Func<Execution, TLarge> large)
    {
        var (first, second) = (new List<TSmall>(1), new List<TLarge>(1));
        ForEachBlock(2, side =>
        {
            if (side == 0)
            {
                first.Add(small(this with { Threads = 1 }));
            }
            else
            {
                second.Add(large(this));
            }
        });
        return (first[0], second[0]);
    }

    /// <summary>Runs <paramref name="body"/> once for every block 0 .. <paramref name="blocks"/> - 1, shared among the threads.</summary>
    /// <remarks>
    /// The cut into blocks must depend on the data alone, and a sum over blocks must be formed per block and added in block order:
    /// then the result has the same bits at any thread count.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The run was cancelled between two blocks.</exception>
    /// <exception cref="Exception">What <paramref name="body"/> threw, for the first block that failed: the same at any thread count.</exception>
    public void ForEachBlock(int blocks, Action<int> body)
    {
        if (Threads == 1 || blocks <= 1)
        {
            for (var block = 0; block < blocks; block++)
            {
                Cancellation.ThrowIfCancellationRequested();
                body(block);
            }

            return;
        }

        var (first, failure, failing) = (blocks, (Exception?)null, new Lock());
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = Cancellation }, (block, loop) =>
        {
            try
            {
                body(block);
            }
            catch (Exception exception)
            {
                loop.Break(); // the blocks before this one still run, so that the first that fails is always the same
                lock (failing)
                {
                    (first, failure) = block < first ? (block, exception) : (first, failure);
                }
            }
        });
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>The same, and reports the share of the blocks that are done as a stage.</summary>
    internal void ForEachBlock(string stage, int blocks, Action<int> body)
    {
        var progress = new BlockProgress(this, stage, blocks);
        ForEachBlock(blocks, block =>
        {
            body(block);
            progress.Finish();
        });
    }

    /// <summary>Runs <paramref name="body"/> once for every item 0 .. <paramref name="count"/> - 1, of which threads take <paramref name="itemsPerBlock"/> at a time.</summary>
    internal void ForEachItem(int count, int itemsPerBlock, Action<int> body) => ForEachBlock((count + itemsPerBlock - 1) / itemsPerBlock, block =>
    {
        for (var item = block * itemsPerBlock; item < Math.Min((block + 1) * itemsPerBlock, count); item++)
        {
            body(item);
        }
    });

    /// <summary>The same, but what is reported goes by the name of the stage that this work is a part of.</summary>
    public Execution Under(string stage) => this with { Progress = Progress is { } progress ? new RenamedProgress(stage, progress) : null };

    /// <summary>Reports that a stage has done a share (0 to 1) of its work.</summary>
    public void Report(string stage, double fraction, string detail = "") => Progress?.Report(new(stage, fraction, detail));
}
