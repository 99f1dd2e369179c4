using Noether.Data;
using Noether.Orbits;
using Noether.Runs;

namespace Noether.Experiments.Measures;

/// <summary>The control for what orbits are said to keep: the same samples on orbits of the same sizes, dealt to them at random.</summary>
internal static class DealtOrbits
{
    /// <summary>The points of each orbit, in the order of the orbits.</summary>
    /// <param name="points">All samples. Shape [n, d].</param>
    /// <param name="orbits">The orbits found.</param>
    /// <param name="seed">How they are dealt.</param>
    public static ImmutableArray<PointCloud> Of(PointCloud points, OrbitPartition orbits, Seed seed)
    {
        var samples = orbits.Orbits.SelectMany(orbit => orbit.Samples).ToArray();
        seed.Stream().Shuffle<int>(samples);
        var dealt = new Queue<int>(samples);
        return [.. orbits.Orbits.Select(orbit => points.Select([.. orbit.Samples.Select(_ => dealt.Dequeue())]))];
    }
}
