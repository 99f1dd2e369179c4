using System.Diagnostics;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Benchmarks;

/// <summary>Training steps per second: `peer training CASE BATCH THREADS STEPS`, as benchmarks/peers/training.py.</summary>
internal static class TrainingMeasurement
{
    /// <summary>Prints steps per second of wall-clock time, and of processor time divided by the threads.</summary>
    public static void Run(string[] arguments)
    {
        var (batch, threads, steps) = (int.Parse(arguments[1]), int.Parse(arguments[2]), int.Parse(arguments[3]));
        var training = new TrainingCase(arguments[0], batch, VectorPaths.Best);
        using var crew = new WorkCrew(threads);
        using var process = Process.GetCurrentProcess();

        // The compiler replaces its first, slow code of a method after some calls and some tenths of a second.
        for (var wait = Stopwatch.StartNew(); wait.Elapsed < TimeSpan.FromSeconds(1);)
        {
            training.Step(0, crew);
        }

        process.Refresh();
        var (wall, processor) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        for (var step = 0; step < steps; step++)
        {
            training.Step(step, crew);
        }

        wall.Stop();
        process.Refresh();
        Console.WriteLine($"{steps / wall.Elapsed.TotalSeconds:F1} {steps * threads / (process.TotalProcessorTime - processor).TotalSeconds:F1}");
    }
}
