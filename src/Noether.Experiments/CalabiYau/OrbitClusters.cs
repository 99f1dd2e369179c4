using Noether.Numerics;
using Noether.Orbits;
using Noether.Runs;

namespace Noether.Experiments.CalabiYau;

/// <summary>A partition of the points into orbits, Eq. (O8).</summary>
internal sealed record OrbitClusters(ImmutableArray<int> Samples, ImmutableArray<ImmutableArray<int>> Members) : PointClusters(Samples)
{
    /// <summary>Finds it within each pair of Hodge numbers: that is what the network was taught; labels of entries are not used.</summary>
    /// <param name="embedding">The points, one for each sample, in their order.</param>
    /// <param name="points">The sample that each point is.</param>
    /// <param name="samples">All samples.</param>
    /// <param name="options">How points are put together.</param>
    /// <param name="seed">The order in which points are looked at: samples of one entry stand together, and ties, of which there are many, would favour them.</param>
    /// <param name="execution">Threads, progress, cancellation.</param>
    public static OrbitClusters Find(SingleMatrix embedding, ImmutableArray<int> points, CicySamples samples, SharedNeighbourOptions options, Seed seed, Execution execution)
    {
        var order = Enumerable.Range(0, points.Length).ToArray();
        seed.Stream().Shuffle<int>(order);
        var number = samples.Records.Select(CicyFigures.HodgePair).Distinct().Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        ImmutableArray<int> classes = [.. order.Select(point => number[CicyFigures.HodgePair(samples.Records[samples.EntryOf[points[point]]])])];
        var shuffled = SharedNeighbours.Find(embedding.Select(order), classes, options, execution);
        var orbits = new int[points.Length];
        foreach (var (place, point) in order.Index())
        {
            orbits[point] = shuffled[place];
        }

        var members = orbits.Index().ToLookup(pair => pair.Item, pair => pair.Index);
        return new(points, [.. orbits.Select((orbit, point) => members[orbit].Where(other => other != point).ToImmutableArray())]);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Of(int point) => Members[point].AsSpan();
}
