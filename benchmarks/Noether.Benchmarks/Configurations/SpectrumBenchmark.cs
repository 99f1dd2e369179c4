using BenchmarkDotNet.Attributes;
using Noether.CalabiYau.Graphs;
using Noether.Numerics;

namespace Noether.Benchmarks.Configurations;

/// <summary>Eigenvalues of the graphs of some hundred configurations; a full decomposition with eigenvectors as baseline.</summary>
public class SpectrumBenchmark
{
    private ConfigurationGraph[] _graphs = [];

    [GlobalSetup]
    public void Setup() => _graphs = [.. ConfigurationCases.Matrices(mostRows: 20).Select(ConfigurationGraph.Of)];

    [Benchmark(Baseline = true)]
    public double FullDecomposition() => _graphs.Sum(graph => SymmetricEigen.Of(graph.Adjacency(GraphOptions.Default)).Values[^1]);

    [Benchmark]
    public double EigenvaluesAlone() => _graphs.Sum(graph => graph.Spectrum(GraphOptions.Default)[0]);
}
