using BenchmarkDotNet.Attributes;
using Noether.Embeddings;
using Noether.Neighbours;
using Noether.Runs;

namespace Noether.Benchmarks;

/// <summary>The attraction of a t-SNE map; the formula point by point as baseline.</summary>
public class AttractionBenchmark
{
    private readonly Execution _alone = new() { Threads = 1 };
    private Affinities _affinities = null!;
    private double[] _positions = [];
    private double[] _forces = [];

    [Params(2_000, 11_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        const double Width = 180;
        const double Perplexity = 30;
        var neighbours = NearestNeighbours.Find(MeasurementPoints.Of("circles", Count, 80), new() { Count = 90 }, _alone);
        var stream = new Seed(1).Stream();
        _affinities = Affinities.Find(neighbours, neighbours.NeighbourCount, Perplexity, _alone);
        _positions = [.. Enumerable.Range(0, 2 * Count).Select(_ => stream.NextUniform(0, Width))];
        _forces = new double[2 * Count];
    }

    [Benchmark(Baseline = true)]
    public void Formula()
    {
        for (var i = 0; i < Count; i++)
        {
            var force = Attraction.OfPoint(_affinities, _positions, i, _affinities.Starts[i]);
            (_forces[2 * i], _forces[(2 * i) + 1]) = (force[0], force[1]);
        }
    }

    [Benchmark]
    public void Vectors() => Attraction.Compute(_affinities, _positions, _forces, _alone);
}
