using BenchmarkDotNet.Attributes;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Benchmarks;

/// <summary>One step of training: batch, forward, backward, Adam; the portable kernels as baseline.</summary>
[MemoryDiagnoser]
public class TrainingBenchmark : IDisposable
{
    private readonly WorkCrew _alone = new(1);
    private TrainingCase _portable = null!;
    private TrainingCase _best = null!;

    [Params("tiny", "smooth", "table1")]
    public string Case { get; set; } = "tiny";

    [GlobalSetup]
    public void Setup()
    {
        var batch = Case == "table1" ? 256 : 64;
        _portable = new(Case, batch, VectorPath.Portable);
        _best = new(Case, batch, VectorPaths.Best);
    }

    [Benchmark(Baseline = true)]
    public void Portable() => _portable.Step(0, _alone);

    [Benchmark]
    public void Best() => _best.Step(0, _alone);

    [GlobalCleanup]
    public void Dispose()
    {
        _alone.Dispose();
        GC.SuppressFinalize(this);
    }
}
