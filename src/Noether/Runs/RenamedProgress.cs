namespace Noether.Runs;

/// <summary>Hands progress on under the name of the stage that the work is a part of.</summary>
internal sealed class RenamedProgress(string stage, IProgress<StageProgress> progress) : IProgress<StageProgress>
{
    public void Report(StageProgress value) => progress.Report(value with { Stage = stage });
}
