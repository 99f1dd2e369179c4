using System.Runtime.InteropServices;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Benchmarks;

/// <summary>The points that neighbours, maps and components are timed on; `peer points KIND COUNT DIMENSION FILE` writes them for a peer, as raw single-precision numbers.</summary>
internal static class MeasurementPoints
{
    private const int Circles = 11;

    public static void Run(string[] arguments)
    {
        var points = Of(arguments[0], int.Parse(arguments[1]), int.Parse(arguments[2]));
        File.WriteAllBytes(arguments[3], MemoryMarshal.AsBytes(points.Entries).ToArray());
    }

    /// <summary>"gaussian": independent normal coordinates. "circles": noisy circles in random planes, as orbits in an embedding.</summary>
    public static SingleMatrix Of(string kind, int count, int dimension) => kind switch
    {
        "gaussian" => Gaussian(count, dimension),
        "circles" => OnCircles(count, dimension),
        _ => throw new ArgumentException($"There are points of kind gaussian and circles; got '{kind}'.", nameof(kind)),
    };

    private static SingleMatrix Gaussian(int count, int dimension)
    {
        var stream = new Seed(1).Stream();
        var entries = new float[count * dimension];
        foreach (ref var entry in entries.AsSpan())
        {
            entry = (float)stream.NextGaussian();
        }

        return new(count, dimension, entries);
    }

    private static SingleMatrix OnCircles(int count, int dimension)
    {
        const double Noise = 0.1;
        var stream = new Seed(1).Stream();
        var planes = Gaussian(3 * Circles, dimension);
        var entries = new float[count * dimension];
        for (var i = 0; i < count; i++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * stream.NextDouble());
            for (var j = 0; j < dimension; j++)
            {
                var circle = i % Circles;
                entries[(i * dimension) + j] = (float)((2 * planes[3 * circle, j]) + (cosine * planes[(3 * circle) + 1, j]) + (sine * planes[(3 * circle) + 2, j])
                    + (Noise * stream.NextGaussian()));
            }
        }

        return new(count, dimension, entries);
    }
}
