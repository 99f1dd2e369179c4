using BenchmarkDotNet.Attributes;
using Noether.Embeddings;
using Noether.Runs;

namespace Noether.Benchmarks;

/// <summary>The repulsion of a t-SNE map as wide as that of 11,000 points; the sum over all pairs as baseline.</summary>
public class RepulsionBenchmark
{
    private readonly Execution _alone = new() { Threads = 1 };
    private readonly ExactRepulsion _exact = new();
    private readonly InterpolatedRepulsion _interpolated = new();
    private double[] _positions = [];
    private double[] _forces = [];

    [Params(2_000, 11_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        const double Width = 180;
        var stream = new Seed(1).Stream();
        _positions = [.. Enumerable.Range(0, 2 * Count).Select(_ => stream.NextUniform(0, Width))];
        _forces = new double[2 * Count];
    }

    [Benchmark(Baseline = true)]
    public double AllPairs() => _exact.Compute(_positions, _forces, _alone);

    [Benchmark]
    public double Grid() => _interpolated.Compute(_positions, _forces, _alone);
}
