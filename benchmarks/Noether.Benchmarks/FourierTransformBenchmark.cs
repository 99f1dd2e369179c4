using System.Numerics;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using Noether.Numerics;

namespace Noether.Benchmarks;

/// <summary>Eight transforms; the recursion of Cooley and Tukey on complex numbers, eight times, as baseline.</summary>
public class FourierTransformBenchmark
{
    private FourierTransform _transform = new(1);
    private Vector256<float>[] _work = [];
    private Complex[] _plain = [];

    [Params(256, 1024)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup() => (_transform, _work, _plain) = (new(Length), new Vector256<float>[4 * Length], new Complex[Length]);

    [Benchmark(Baseline = true)]
    public Complex[] Recursion()
    {
        var result = _plain;
        for (var lane = 0; lane < FourierTransform.Lanes; lane++)
        {
            result = Transformed(_plain);
        }

        return result;
    }

    [Benchmark]
    public void EightAtOnce() =>
        _transform.Forward(_work.AsSpan(0, Length), _work.AsSpan(Length, Length), _work.AsSpan(2 * Length, Length), _work.AsSpan(3 * Length, Length));

    private static Complex[] Transformed(Complex[] x)
    {
        if (x.Length == 1)
        {
            return x;
        }

        var even = Transformed([.. x.Where((_, j) => j % 2 == 0)]);
        var odd = Transformed([.. x.Where((_, j) => j % 2 == 1)]);
        var result = new Complex[x.Length];
        for (var k = 0; k < even.Length; k++)
        {
            var turned = Complex.FromPolarCoordinates(1, -2 * Math.PI * k / x.Length) * odd[k];
            (result[k], result[k + even.Length]) = (even[k] + turned, even[k] - turned);
        }

        return result;
    }
}
