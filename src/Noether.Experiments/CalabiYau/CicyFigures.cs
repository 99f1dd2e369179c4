using Noether.CalabiYau.Lists;
using Noether.Reports;

namespace Noether.Experiments.CalabiYau;

/// <summary>Figures 4 and 5 of the paper.</summary>
internal static class CicyFigures
{
    /// <summary>Dots on a curve of sorted values: more show no more.</summary>
    private const int CurveSteps = 200;

    /// <summary>Figure 4: distances from an entry to its neighbours, their differences, the threshold, and the entry's matrix below.</summary>
    public static Figure Distances(JumpClusters clusters, CicySamples samples, ImmutableArray<int> points) => new(
        "neighbours",
        "Distances in the embedding to the nearest neighbours of some entries (Figure 4)",
        "Distance of the nearest neighbours, the difference of each to the next, and the largest difference: the neighbours before it are taken for the same manifold. Below, the entry's matrix, or its smallest that the network classifies right.",
        [.. points.SelectMany(point => Distances(clusters, point, samples))]);

    /// <summary>Figure 5: the share of labels and points up to each accuracy, over all entries and within one Hodge pair.</summary>
    public static Figure Accuracies(ClusterScores all, ClusterScores pair, string pairName) => new(
        "accuracy",
        "How many neighbours before the largest jump are of the same label (Figure 5)",
        "Accuracy of the labels, of the points, and the share of a label's points that are found (recall), each sorted; the share of labels above an accuracy is read off the horizontal axis.",
        [Curves("all entries", all), Curves(pairName, pair)]);

    /// <summary>The points of Figure 4: the first matrices that the network classifies right (the list's own is the first of all) of the entries asked for, or of the first entry of each of the two most populated Hodge pairs that has many matrices.</summary>
    public static ImmutableArray<int> Chosen(JumpClusters clusters, CicySamples samples, CicyOptions options)
    {
        var pointOf = clusters.Samples.Index().GroupBy(pair => samples.EntryOf[pair.Item]).ToDictionary(group => group.Key, group => (First: group.First().Index, Count: group.Count()));
        var entries = options.Entries.IsEmpty
            ? pointOf.GroupBy(pair => HodgePair(samples.Records[pair.Key])).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Take(2).Select(group => group.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key).First().Key)
            : Enumerable.Range(0, samples.Records.Length).Where(entry => options.Entries.Contains(samples.Records[entry].Label) && pointOf.ContainsKey(entry));
        return [.. entries.Select(entry => pointOf[entry].First)];
    }

    /// <summary>The Hodge numbers of an entry.</summary>
    public static (int H11, int H21) HodgePair(CicyRecord record) => (record.Topology.H11, record.Topology.H21);

    private static IEnumerable<Panel> Distances(JumpClusters clusters, int point, CicySamples samples)
    {
        var (sample, jump) = (clusters.Samples[point], clusters.Counts[point]);
        var record = Entry(samples, sample);
        var distances = clusters.Neighbours.Distances(point).ToArray();
        double[] differences = [.. distances.Zip(distances.Skip(1), (near, far) => far - near)];
        var matrix = samples.Matrices[sample].ToString().Replace(" / ", "\n", StringComparison.Ordinal);
        return
        [
            Curve($"entry {record.Label}, h11 = {record.Topology.H11}, h21 = {record.Topology.H21}", "distance", distances, jump, matrix),
            Curve($"entry {record.Label}: {jump} before the largest jump", "difference to the next", differences, jump, ""),
        ];
    }

    private static Panel Curve(string title, string quantity, double[] values, int jump, string below) => new(title, $"neighbour\n\n{below}".TrimEnd(), quantity,
    [
        new LineLayer(quantity, [.. Enumerable.Range(1, values.Length).Select(k => (double)k)], [.. values], Marked: false),
        new LineLayer("largest difference", [jump, jump], [0, values.DefaultIfEmpty(0).Max()], Marked: false),
    ]);

    private static Panel Curves(string title, ClusterScores scores) => new(title, "share", "accuracy, recall",
    [
        Sorted("accuracy of labels", scores.LabelAccuracy),
        Sorted("accuracy of points", scores.Accuracy),
        Sorted("recall of points", scores.Recall),
    ]);

    private static LineLayer Sorted(string name, ImmutableArray<double> values)
    {
        var descending = values.OrderDescending().ToArray();
        ImmutableArray<int> places = [.. Enumerable.Range(0, CurveSteps + 1).Select(step => (int)((long)step * Math.Max(descending.Length - 1, 0) / CurveSteps))];
        return new(name, [.. places.Select((_, step) => step / (double)CurveSteps)], [.. places.Select(place => descending.Length == 0 ? 0 : descending[place])], Marked: false);
    }

    private static CicyRecord Entry(CicySamples samples, int sample) => samples.Records[samples.EntryOf[sample]];
}
