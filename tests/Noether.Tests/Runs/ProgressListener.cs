using Noether.Runs;

namespace Noether.Tests.Runs;

/// <summary>Hands on, at once and on the thread that reports, how far a stage has come.</summary>
internal sealed class ProgressListener(Action<StageProgress> listen) : IProgress<StageProgress>
{
    public void Report(StageProgress value) => listen(value);
}
