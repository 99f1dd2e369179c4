using BenchmarkDotNet.Attributes;
using Noether.Data;
using Noether.Generators;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Benchmarks;

/// <summary>Lie-PCA on one core, dimension and neighbour count found along, with standard errors; finding the neighbours alone by comparing all pairs as baseline.</summary>
public class LiePcaBenchmark
{
    private const int Points = 5000;
    private const int Neighbours = 48;

    private PointCloud _orbit = SyntheticOrbits.Sphere(2, 2, 1, 0, new(1));

    /// <summary>An orbit of SU(2) in R^11: two vectors of C^2 and one of R^3, turned together.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var vectors = SyntheticOrbits.UnitVectors(1, 11, new(1));
        _orbit = SyntheticOrbits.OfGroup(Points, vectors, Element, 0, new(2));
    }

    [Benchmark(Baseline = true)]
    public double AllPairs()
    {
        var (sum, distances, order) = (0.0, new double[Points], new int[Points]);
        for (var i = 0; i < Points; i++)
        {
            for (var j = 0; j < Points; j++)
            {
                var square = 0.0;
                for (var k = 0; k < _orbit.Dimension; k++)
                {
                    var difference = _orbit[i, k] - _orbit[j, k];
                    square += difference * difference;
                }

                (distances[j], order[j]) = (square, j);
            }

            Array.Sort(distances, order);
            sum += distances[Neighbours];
        }

        return sum;
    }

    [Benchmark]
    public GeneratorEstimate LiePca() => GeneratorEstimate.FromOrbits([_orbit], LiePcaOptions.Default, new(1), new() { Threads = 1 });

    private static Matrix Element(RandomStream random)
    {
        var spinor = GroupElements.SpecialUnitary(random);
        var (a, b, c, d) = (spinor[0, 0], spinor[1, 0], spinor[2, 0], spinor[3, 0]);
        var vector = Matrix.FromRows(
            [1 - (2 * ((c * c) + (d * d))), 2 * ((b * c) - (a * d)), 2 * ((b * d) + (a * c))],
            [2 * ((b * c) + (a * d)), 1 - (2 * ((b * b) + (d * d))), 2 * ((c * d) - (a * b))],
            [2 * ((b * d) - (a * c)), 2 * ((c * d) + (a * b)), 1 - (2 * ((b * b) + (c * c)))]);
        return Matrix.Generate(11, 11, (i, j) =>
            i < 8 && i / 4 == j / 4 ? spinor[i % 4, j % 4] : i >= 8 && j >= 8 ? vector[i - 8, j - 8] : 0);
    }
}
