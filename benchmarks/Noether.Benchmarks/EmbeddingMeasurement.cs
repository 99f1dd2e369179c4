using System.Diagnostics;
using Noether.Embeddings;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Benchmarks;

/// <summary>Points per second of neighbours, maps and components, beside the scripts of the same names in benchmarks/peers.</summary>
internal static class EmbeddingMeasurement
{
    /// <summary>`peer neighbours COUNT DIMENSION NEIGHBOURS THREADS`.</summary>
    public static void Neighbours(string[] arguments)
    {
        var points = MeasurementPoints.Of("gaussian", int.Parse(arguments[0]), int.Parse(arguments[1]));
        var options = new NeighbourOptions { Count = int.Parse(arguments[2]) };
        Time(points, int.Parse(arguments[3]), execution => NearestNeighbours.Find(points, options, execution));
    }

    /// <summary>`peer map COUNT DIMENSION THREADS`; the divergence goes to standard error.</summary>
    public static void Map(string[] arguments)
    {
        var points = MeasurementPoints.Of("circles", int.Parse(arguments[0]), int.Parse(arguments[1]));
        var map = Time(points, int.Parse(arguments[2]), execution => TSneMap.Find(points, new(), new Seed(1), execution));
        Console.Error.WriteLine($"divergence {map.Divergence:F4}");
    }

    /// <summary>`peer exact-map COUNT DIMENSION THREADS`: the same with repulsion summed over all pairs.</summary>
    public static void ExactMap(string[] arguments)
    {
        var points = MeasurementPoints.Of("circles", int.Parse(arguments[0]), int.Parse(arguments[1]));
        var map = Time(points, int.Parse(arguments[2]), execution => TSneMap.Find(points, new() { LargestExactCount = int.MaxValue }, new Seed(1), execution));
        Console.Error.WriteLine($"divergence {map.Divergence:F4}");
    }

    /// <summary>`peer components COUNT DIMENSION KEPT THREADS`.</summary>
    public static void Components(string[] arguments)
    {
        var points = MeasurementPoints.Of("gaussian", int.Parse(arguments[0]), int.Parse(arguments[1]));
        var options = new PrincipalComponentOptions { Count = int.Parse(arguments[2]) };
        Time(points, int.Parse(arguments[3]), execution => PrincipalComponents.Find(points, options, execution));
    }

    private static T Time<T>(SingleMatrix points, int threads, Func<Execution, T> work)
    {
        using var process = Process.GetCurrentProcess();
        var (wall, processor) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var result = work(new Execution { Threads = threads });
        wall.Stop();
        process.Refresh();
        Console.WriteLine($"{points.Rows / wall.Elapsed.TotalSeconds:F1} {points.Rows * threads / (process.TotalProcessorTime - processor).TotalSeconds:F1}");
        Console.Error.WriteLine($"{wall.Elapsed.TotalSeconds:F1} s, processor {(process.TotalProcessorTime - processor).TotalSeconds:F1} s, memory {process.PeakWorkingSet64 >> 20} MiB");
        return result;
    }
}
