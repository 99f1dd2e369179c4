using Noether.Orbits;
using Noether.Runs;

namespace Noether.Experiments.CalabiYau;

/// <summary>Clusters that their members agree on, Eq. (O8).</summary>
internal sealed record ConsensusClusters(ImmutableArray<int> Samples, ImmutableArray<ImmutableArray<int>> Members) : PointClusters(Samples)
{
    /// <summary>Finds them from the neighbours of the paper's analysis, each point within its pair of Hodge numbers: that is what the network was taught, not a label.</summary>
    public static ConsensusClusters Find(JumpClusters jumps, CicySamples samples, ConsensusOptions options, Execution execution)
    {
        var pairs = samples.Records.Select(record => (record.Topology.H11, record.Topology.H21)).ToArray();
        var number = pairs.Distinct().Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        ImmutableArray<int> classes = [.. jumps.Samples.Select(sample => number[pairs[samples.EntryOf[sample]]])];
        return new(jumps.Samples, OrbitConsensus.Find(jumps.Neighbours, classes, options, execution));
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Of(int point) => Members[point].AsSpan();
}
