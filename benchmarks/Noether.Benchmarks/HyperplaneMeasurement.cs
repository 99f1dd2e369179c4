using System.Diagnostics;
using Noether.Data;
using Noether.Generators;
using Noether.Runs;

namespace Noether.Benchmarks;

/// <summary>Planes of hyperplane regression per second on one thread: `peer hyperplane POINTS DIMENSION PLANES`, as benchmarks/peers/hyperplane.py; standard errors included.</summary>
internal static class HyperplaneMeasurement
{
    /// <summary>Prints planes per second of wall-clock time, and of processor time.</summary>
    public static void Run(string[] arguments)
    {
        var (points, dimension, planes) = (int.Parse(arguments[0]), int.Parse(arguments[1]), int.Parse(arguments[2]));
        var orbit = SyntheticOrbits.Sphere(points, dimension, 1, 0.05, new(1));
        var options = new HyperplaneOptions { Planes = planes, Delta = 0.4, Epsilon = 0.3 };
        var alone = new Execution { Threads = 1 };
        using var process = Process.GetCurrentProcess();
        for (var wait = Stopwatch.StartNew(); wait.Elapsed < TimeSpan.FromSeconds(1);)
        {
            GeneratorEstimate.FromOrbit(orbit, options with { Planes = 50 }, new(1), alone);
        }

        process.Refresh();
        var (wall, processor) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        GeneratorEstimate.FromOrbit(orbit, options, new(1), alone);
        wall.Stop();
        process.Refresh();
        Console.WriteLine($"{planes / wall.Elapsed.TotalSeconds:F1} {planes / (process.TotalProcessorTime - processor).TotalSeconds:F1}");
    }
}
