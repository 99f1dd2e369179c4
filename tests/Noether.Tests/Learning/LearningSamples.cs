using Noether.Data;
using Noether.Learning;
using Noether.Runs;

namespace Noether.Tests.Learning;

/// <summary>Small samples and networks that several tests share.</summary>
internal static class LearningSamples
{
    public static Execution SingleThread { get; } = new() { Threads = 1 };

    /// <summary>Points in a cube, with classes dealt out at random.</summary>
    public static LabelledPoints Random(int count, int dimension, int[] classCounts, Seed seed)
    {
        var stream = seed.Stream();
        var points = Cloud(count, dimension, stream);
        return new(points, [.. classCounts.Select((classes, h) => Labels($"head {h}", classes, [.. Enumerable.Range(0, count).Select(_ => stream.NextIndex(classes))]))]);
    }

    /// <summary>Points in a disk, the class being the ring they lie in, and a second head for the half-plane if wanted.</summary>
    public static LabelledPoints Rings(int count, int rings, bool halves, Seed seed)
    {
        var stream = seed.Stream();
        var points = Cloud(count, 2, stream);
        var ring = Enumerable.Range(0, count).Select(i => Math.Min(rings - 1, (int)(rings * Math.Sqrt((points[i, 0] * points[i, 0]) + (points[i, 1] * points[i, 1]))))).ToArray();
        var half = Enumerable.Range(0, count).Select(i => points[i, 0] > 0 ? 1 : 0).ToArray();
        return halves ? new(points, Labels("ring", rings, ring), Labels("half", 2, half)) : new(points, Labels("ring", rings, ring));
    }

    public static NetworkOptions Hidden(params LayerOptions[] layers) => new() { Hidden = [.. layers] };

    public static Labels Labels(string name, int classes, int[] classPerSample) =>
        new(name, [.. classPerSample], [.. Enumerable.Range(0, classes).Select(c => $"{name} {c}")]);

    private static PointCloud Cloud(int count, int dimension, RandomStream stream) =>
        new(count, dimension, [.. Enumerable.Range(0, count * dimension).Select(_ => stream.NextUniform(-1, 1))]);
}
