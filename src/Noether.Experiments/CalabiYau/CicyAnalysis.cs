using Noether.Learning;
using Noether.Orbits;
using Noether.Reports;

namespace Noether.Experiments.CalabiYau;

/// <summary>What lies together in the embedding, by the paper's rule and by ours, against every kind of class.</summary>
internal sealed record CicyAnalysis
{
    /// <summary>A point with two others: fewer have no difference of distances.</summary>
    private const int FewestPoints = 3;

    /// <summary>The samples that the network classifies right in both heads.</summary>
    public required ImmutableArray<int> Correct { get; init; }

    /// <summary>The paper's clusters.</summary>
    public required JumpClusters Jumps { get; init; }

    /// <summary>Whole orbits by shared neighbours.</summary>
    public required OrbitClusters Orbits { get; init; }

    /// <summary>Which entries are the same manifold.</summary>
    public required EntryRelations Relations { get; init; }

    /// <summary>The paper's rule against the labels.</summary>
    public required ClusterScores ByLabel { get; init; }

    /// <summary>The paper's rule against the list's redundancies.</summary>
    public required ClusterScores ByList { get; init; }

    /// <summary>The paper's rule against the certified classes.</summary>
    public required ClusterScores Certified { get; init; }

    /// <summary>The paper's rule within the most populated Hodge pair, all points being candidates.</summary>
    public required ClusterScores WithinPair { get; init; }

    /// <summary>That pair.</summary>
    public required (int H11, int H21) Pair { get; init; }

    /// <summary>The relative jump against the labels.</summary>
    public required ClusterScores Relative { get; init; }

    /// <summary>The orbits against the labels.</summary>
    public required ClusterScores Whole { get; init; }

    /// <summary>The orbits against the certified classes.</summary>
    public required ClusterScores WholeCertified { get; init; }

    /// <summary>Pairs of entries that the orbits put together, by index, the smaller one first.</summary>
    public required ImmutableHashSet<(int First, int Second)> Together { get; init; }

    /// <summary>Those of them that nothing known connects.</summary>
    public required ImmutableArray<CandidatePair> Candidates { get; init; }

    /// <summary>Analyses a network's embedding; null where too few samples are classified right to have neighbours.</summary>
    public static CicyAnalysis? Of(CicySamples samples, Network network, CicyOptions options, RunContext context)
    {
        var execution = context.Execution;
        var correct = samples.CorrectlyClassified(network, execution.Under("embed"));
        if (correct.Length < FewestPoints)
        {
            return null;
        }

        var embedding = network.Embed(samples.Vectors, execution.Under("embed")).Select(correct.AsSpan());
        var jumps = JumpClusters.Find(embedding, correct, options.Neighbours, execution);
        var orbits = OrbitClusters.Find(embedding, correct, samples, options.Orbits, context.Seed.For("order of points"), execution);
        var relations = EntryRelations.Find(samples.Records, options.Classes, execution);
        var pair = samples.Records.GroupBy(CicyFigures.HodgePair).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        var together = CandidatePair.Together(orbits, samples);
        return new()
        {
            Correct = correct,
            Jumps = jumps,
            Orbits = orbits,
            Relations = relations,
            ByLabel = Score(jumps, relations.ByLabel),
            ByList = Score(jumps, relations.ByList),
            Certified = Score(jumps, relations.Certified),
            WithinPair = ClusterScores.Of(jumps, samples.EntryOf, relations.ByLabel, entry => CicyFigures.HodgePair(samples.Records[entry]) == pair),
            Pair = pair,
            Relative = Score(jumps.By(LargestJump.RelativeCount), relations.ByLabel),
            Whole = Score(orbits, relations.ByLabel),
            WholeCertified = Score(orbits, relations.Certified),
            Together = [.. together.Select(pair => (pair.From, pair.To))],
            Candidates = CandidatePair.Find(together, samples, relations),
        };

        ClusterScores Score(PointClusters clusters, ImmutableArray<int> classOf) => ClusterScores.Of(clusters, samples.EntryOf, classOf, _ => true);
    }
}
