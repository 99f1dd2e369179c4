using BenchmarkDotNet.Attributes;
using Noether.Data;
using Noether.Generators;
using Noether.Generators.Hyperplanes;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Benchmarks;

/// <summary>One plane of hyperplane regression, standard errors included; a loop over all pairs of points, without them, as baseline.</summary>
public class HyperplaneBenchmark
{
    private const int Planes = 200;
    private const double Delta = 0.4;
    private const double Epsilon = 0.3;

    private PointCloud _orbit = SyntheticOrbits.Sphere(2, 2, 1, 0, new(1));

    [Params("1000 in R^3", "5000 in R^4")]
    public string Points { get; set; } = "1000 in R^3";

    [GlobalSetup]
    public void Setup() => _orbit = Points == "1000 in R^3" ? SyntheticOrbits.Sphere(1000, 3, 1, 0.05, new(1)) : SyntheticOrbits.Sphere(5000, 4, 1, 0.05, new(1));

    [Benchmark(Baseline = true)]
    public Matrix AllPairs()
    {
        var k = _orbit.Dimension;
        var axes = PlaneAxes.Draw(_orbit, new Seed(1).Stream())!;
        var (normal, right, pairs) = (new double[k * k], new double[k * k], 0);
        for (var i = 0; i < _orbit.Count; i++)
        {
            for (var j = 0; j < _orbit.Count; j++)
            {
                pairs += AddPair(axes, _orbit.Row(i), _orbit.Row(j), normal, right);
            }
        }

        for (var axis = 2; axis < k; axis++)
        {
            for (var i = 0; i < k * k; i++)
            {
                normal[i] += 100.0 * pairs * axes[axis, i / k] * axes[axis, i % k];
            }
        }

        return Matrix.FromEntries(k, k, right) * PseudoInverse.Of(Matrix.FromEntries(k, k, normal));
    }

    [Benchmark(OperationsPerInvoke = Planes)]
    public GeneratorEstimate Regression() =>
        GeneratorEstimate.FromOrbit(_orbit, new() { Planes = Planes, Delta = Delta, Epsilon = Epsilon }, new(1), new() { Threads = 1 });

    private static int AddPair(Matrix axes, ReadOnlySpan<double> x, ReadOnlySpan<double> y, double[] normal, double[] right)
    {
        var k = x.Length;
        var square = 0.0;
        for (var i = 0; i < k; i++)
        {
            square += (y[i] - x[i]) * (y[i] - x[i]);
        }

        if (square == 0 || square >= Epsilon * Epsilon || !IsNear(axes, x) || !IsNear(axes, y))
        {
            return 0;
        }

        var turn = (Along(axes, 0, x) * Along(axes, 1, y)) - (Along(axes, 1, x) * Along(axes, 0, y));
        var factor = Math.Sign(turn) * Math.Sqrt(Dot(x, x) / square);
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                normal[(i * k) + j] += x[i] * x[j];
                right[(i * k) + j] += factor * (y[i] - x[i]) * x[j];
            }
        }

        return 1;
    }

    private static bool IsNear(Matrix axes, ReadOnlySpan<double> x)
    {
        for (var axis = 2; axis < axes.Rows; axis++)
        {
            if (Math.Abs(Along(axes, axis, x)) >= Delta)
            {
                return false;
            }
        }

        return true;
    }

    private static double Along(Matrix axes, int axis, ReadOnlySpan<double> x) => Dot(axes.Row(axis), x);

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
