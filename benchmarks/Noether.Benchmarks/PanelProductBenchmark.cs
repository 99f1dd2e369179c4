using BenchmarkDotNet.Attributes;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Benchmarks;

/// <summary>The matrix product of a block of 64 samples with a layer's kernel; three plain loops as baseline.</summary>
public class PanelProductBenchmark
{
    private float[] _plainA = [];
    private float[] _plainB = [];
    private float[] _plainC = [];
    private PanelMatrix _a = new(1, 1);
    private PanelMatrix _b = new(1, 1);
    private PanelMatrix _c = new(1, 1);

    [Params(80, 315)]
    public int Width { get; set; }

    private static int Rows => 64;

    [GlobalSetup]
    public void Setup()
    {
        var stream = new Seed(1).Stream();
        _plainA = Random(Rows * Width, stream);
        _plainB = Random(Width * Width, stream);
        _plainC = new float[Rows * Width];
        (_a, _b, _c) = (new(Rows, Width), new(Width, Width), new(Rows, Width));
        for (var i = 0; i < Rows; i++)
        {
            _a.SetRow(i, _plainA.AsSpan(i * Width, Width));
        }

        for (var i = 0; i < Width; i++)
        {
            _b.SetRow(i, _plainB.AsSpan(i * Width, Width));
        }
    }

    [Benchmark(Baseline = true)]
    public void PlainLoops()
    {
        for (var i = 0; i < Rows; i++)
        {
            for (var k = 0; k < Width; k++)
            {
                for (var j = 0; j < Width; j++)
                {
                    _plainC[(i * Width) + j] += _plainA[(i * Width) + k] * _plainB[(k * Width) + j];
                }
            }
        }
    }

    [Benchmark]
    public void Portable() => PanelProduct.Add(VectorPath.Portable, _a, _b, _c);

    [Benchmark]
    public void Vector256() => PanelProduct.Add(VectorPath.Vector256, _a, _b, _c);

    [Benchmark]
    public void Vector512() => PanelProduct.Add(VectorPath.Vector512, _a, _b, _c);

    private static float[] Random(int count, RandomStream stream) => [.. Enumerable.Range(0, count).Select(_ => (float)stream.NextUniform(-1, 1))];
}
