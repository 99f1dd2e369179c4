using BenchmarkDotNet.Attributes;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Topology;

namespace Noether.Benchmarks.Configurations;

/// <summary>Euler numbers of some hundred threefolds with all intersection numbers; a dense polynomial and the textbook's triple sum as baseline.</summary>
public class TopologyBenchmark
{
    private ConfigurationMatrix[] _matrices = [];

    [GlobalSetup]
    public void Setup() => _matrices = ConfigurationCases.Matrices(mostRows: 12);

    [Benchmark(Baseline = true)]
    public long DensePolynomial() => _matrices.Sum(PlainTopology.EulerNumber);

    [Benchmark]
    public long SparsePolynomial() => _matrices.Sum(matrix => TopologicalData.Of(matrix).EulerNumber);
}
