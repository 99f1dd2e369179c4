using Noether.CalabiYau.Classes;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Graphs;
using Noether.CalabiYau.Lists;
using Noether.Experiments.CalabiYau;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Science.Tests;

/// <summary>How clusters of threefolds are scored and what they say about pairs of entries, on clusters that are counted by hand.</summary>
public static class CicyScoresTests
{
    // Points 0, 1, 2 are of entry 0, points 3, 4 of entry 1, point 5 of entry 2.
    private static readonly ImmutableArray<int> EntryOf = [0, 0, 0, 1, 1, 2];

    [Fact]
    public static void Accuracy_is_of_the_cluster_and_recall_of_the_class()
    {
        var clusters = new Given([0, 1, 2, 3, 4, 5], [[1, 2], [0, 3], [5], [4], [3, 0, 1, 2], []]);

        var scores = ClusterScores.Of(clusters, EntryOf, [0, 1, 2], _ => true);

        Assert.Equal([1, 0.5, 0, 1, 0.25, 0], scores.Accuracy);
        Assert.Equal([1, 0.5, 0, 1, 1, 0], scores.Recall);
        Assert.Equal([0.5, 0.625, 0], scores.LabelAccuracy); // an entry of one matrix cannot be found
        Assert.Equal(1.125 / 3, scores.MeanLabelAccuracy, 1e-12);
        Assert.Equal(0, scores.ShareFound);
    }

    [Fact]
    public static void Entries_of_one_class_are_right_for_each_other()
    {
        var clusters = new Given([0, 1, 2, 3, 4, 5], [[1, 2], [0, 3], [5], [4], [3, 0, 1, 2], []]);

        var scores = ClusterScores.Of(clusters, EntryOf, [0, 0, 2], _ => true);

        Assert.Equal([1, 1, 0, 1, 1, 0], scores.Accuracy);
        Assert.Equal([0.5, 0.5, 0, 0.25, 1, 0], scores.Recall);
    }

    [Fact]
    public static void An_entry_whose_samples_were_all_learned_wrong_counts_as_not_found_and_others_need_not_count()
    {
        var clusters = new Given([0, 1, 5], [[1], [0], [0]]);

        Assert.Equal([1, 0, 0], ClusterScores.Of(clusters, EntryOf, [0, 1, 2], _ => true).LabelAccuracy);

        var one = ClusterScores.Of(clusters, EntryOf, [0, 1, 2], entry => entry == 2);
        Assert.Equal([0], one.Accuracy);
        Assert.Equal([0], one.LabelAccuracy);
    }

    [Fact]
    public static void Pairs_come_together_only_where_both_see_each_other_and_Hodge_numbers_agree()
    {
        var samples = Samples([(9, 14, 23), (4, 14, 23), (7, 2, 66)]);

        Assert.Equal([(0, 1, 1.0 / 3, 0.5)], CandidatePair.Together(new Given([0, 1, 2, 3, 4, 5], [[3], [0], [0], [0], [], []]), samples));
        Assert.Empty(CandidatePair.Together(new Given([0, 1, 2, 3, 4, 5], [[3], [0], [0], [], [], []]), samples)); // one way only
        Assert.Empty(CandidatePair.Together(new Given([0, 1, 2, 3, 4, 5], [[5], [0], [0], [], [], [0]]), samples)); // other Hodge numbers
    }

    [Fact]
    public static void Pairs_that_the_list_connects_are_no_news()
    {
        var samples = Samples([(9, 14, 23), (4, 14, 23), (7, 14, 23)], redundant: 4);
        var relations = EntryRelations.Find(samples.Records, new ClassOptions { Steps = 0 }, Execution.Default);

        Assert.True(relations.AreConnected(0, 1)); // said on the side of the first entry alone
        Assert.False(relations.AreConnected(0, 2));

        var found = CandidatePair.Find([(0, 1, 0.9, 0.9), (0, 2, 0.2, 0.6), (1, 2, 0.5, 0.5)], samples, relations);
        Assert.Equal([(4, 7), (9, 7)], found.Select(pair => (pair.First.Label, pair.Second.Label))); // the stronger first
        Assert.Equal([0.5, 0.2], found.Select(pair => pair.Strength));
    }

    private static CicySamples Samples((int Label, int H11, int H21)[] entries, int redundant = 0)
    {
        string[] matrices = ["P3[3 0 1] / P3[0 3 1]", "P1[2] / P3[4]", "P4[5]"];
        ImmutableArray<CicyRecord> records =
        [
            .. entries.Select((entry, i) => new CicyRecord(
                entry.Label, ConfigurationMatrix.Parse(matrices[i]), new(2 * (entry.H11 - entry.H21), entry.H11, entry.H21, [1]), i == 0 && redundant > 0 ? [redundant] : [], 0)),
        ];
        ImmutableArray<ConfigurationMatrix> drawn = [.. EntryOf.Select(entry => records[entry].Matrix)];
        return new(records, EntryOf, drawn, GraphFeatureSpace.Of(drawn, new()), new SingleMatrix(EntryOf.Length, 1, new float[EntryOf.Length]));
    }

    private sealed record Given(ImmutableArray<int> Samples, int[][] Clusters) : PointClusters(Samples)
    {
        public override ReadOnlySpan<int> Of(int point) => Clusters[point];
    }
}
