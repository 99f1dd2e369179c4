namespace Noether.Runs;

/// <summary>Counts the finished blocks of a stage that several threads share, and reports the share done; never backwards.</summary>
internal sealed class BlockProgress(Execution execution, string stage, int blocks)
{
    private readonly Lock _lock = new();
    private int _done;

    public void Finish()
    {
        lock (_lock)
        {
            _done++;
            execution.Report(stage, _done / (double)blocks);
        }
    }
}
