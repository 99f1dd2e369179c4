using BenchmarkDotNet.Attributes;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Benchmarks;

/// <summary>Neighbours of all points; the distances of all pairs in plain loops, sorted, as baseline.</summary>
public class NearestNeighboursBenchmark
{
    private SingleMatrix _points = new(0, 1, []);

    [Params(3, 100)]
    public int Dimension { get; set; }

    private static int Count => 20;

    [GlobalSetup]
    public void Setup() => _points = MeasurementPoints.Of("gaussian", 2000, Dimension);

    [Benchmark(Baseline = true)]
    public int[][] PlainLoops()
    {
        var neighbours = new int[_points.Rows][];
        for (var i = 0; i < _points.Rows; i++)
        {
            var (distances, indices) = (new double[_points.Rows], new int[_points.Rows]);
            for (var j = 0; j < _points.Rows; j++)
            {
                indices[j] = j;
                for (var k = 0; k < Dimension; k++)
                {
                    distances[j] += ((double)_points[i, k] - _points[j, k]) * ((double)_points[i, k] - _points[j, k]);
                }
            }

            Array.Sort(distances, indices);
            neighbours[i] = indices[1..(Count + 1)];
        }

        return neighbours;
    }

    [Benchmark]
    public NearestNeighbours OneThread() => NearestNeighbours.Find(_points, new() { Count = Count }, new Execution { Threads = 1 });
}
