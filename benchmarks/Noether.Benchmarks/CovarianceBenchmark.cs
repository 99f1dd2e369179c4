using BenchmarkDotNet.Attributes;
using Noether.Embeddings;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Benchmarks;

/// <summary>The covariance matrix of tall data; plain loops as baseline.</summary>
public class CovarianceBenchmark
{
    private SingleMatrix _points = new(0, 1, []);
    private double[] _mean = [];

    [Params(80, 784)]
    public int Dimension { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _points = MeasurementPoints.Of("gaussian", 2000, Dimension);
        _mean = Covariance.Mean(new RowSource(_points), Execution.Default);
    }

    [Benchmark(Baseline = true)]
    public double[] PlainLoops()
    {
        var sums = new double[Dimension * Dimension];
        for (var p = 0; p < _points.Rows; p++)
        {
            for (var i = 0; i < Dimension; i++)
            {
                for (var j = i; j < Dimension; j++)
                {
                    sums[(i * Dimension) + j] += (_points[p, i] - _mean[i]) * (_points[p, j] - _mean[j]);
                }
            }
        }

        return sums;
    }

    [Benchmark]
    public Matrix OneThread() => Covariance.Of(new RowSource(_points), _mean, new Execution { Threads = 1 });
}
