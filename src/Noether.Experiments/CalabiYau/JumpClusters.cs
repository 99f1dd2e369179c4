using Noether.Neighbours;
using Noether.Numerics;
using Noether.Orbits;
using Noether.Runs;

namespace Noether.Experiments.CalabiYau;

/// <summary>For every point the neighbours that a rule takes for its orbit.</summary>
/// <param name="Samples">The sample that each point is. Shape [points].</param>
/// <param name="Neighbours">The nearest points of each point, as numbers of points.</param>
/// <param name="Counts">How many of them, from the nearest on, the rule takes; at least 1. Shape [points].</param>
internal sealed record JumpClusters(ImmutableArray<int> Samples, NearestNeighbours Neighbours, ImmutableArray<int> Counts) : PointClusters(Samples)
{
    /// <summary>The paper's analysis: the neighbours before the largest jump, Eq. (O6).</summary>
    /// <param name="embedding">The points, one for each sample, in their order.</param>
    /// <param name="samples">The sample that each point is.</param>
    /// <param name="neighbours">Neighbours among which the jump is looked for; all others where there are fewer.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    public static JumpClusters Find(SingleMatrix embedding, ImmutableArray<int> samples, int neighbours, Execution execution)
    {
        var count = Math.Min(neighbours, samples.Length - 1);
        var found = NearestNeighbours.Find(embedding, new() { Count = count }, execution);
        return new JumpClusters(samples, found, []).By(LargestJump.Count);
    }

    /// <summary>The same neighbours cut by another rule.</summary>
    public JumpClusters By(Func<ReadOnlySpan<double>, int> rule) =>
        this with { Counts = [.. Enumerable.Range(0, Samples.Length).Select(point => rule(Neighbours.Distances(point)))] };

    /// <summary>The points that the rule takes for the orbit of a point, nearest first.</summary>
    public override ReadOnlySpan<int> Of(int point) => Neighbours.Indices(point)[..Counts[point]];
}
