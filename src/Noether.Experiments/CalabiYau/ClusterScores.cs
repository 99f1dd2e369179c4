namespace Noether.Experiments.CalabiYau;

/// <summary>How well clusters agree with known classes.</summary>
/// <param name="Accuracy">For every point the share of its cluster's other points that are of its class. Shape [points].</param>
/// <param name="Recall">For every point the share of its class's other points that are in its cluster; 0 for a class of one. Shape [points].</param>
/// <param name="LabelAccuracy">The mean accuracy over the points of each entry that counts, in their order; 0 for one without points, since it was not found. Shape [entries that count].</param>
internal sealed record ClusterScores(ImmutableArray<double> Accuracy, ImmutableArray<double> Recall, ImmutableArray<double> LabelAccuracy)
{
    /// <summary>The accuracy above which the paper calls a label found.</summary>
    public const double Found = 0.9;

    /// <summary>Scores clusters against classes of entries.</summary>
    /// <param name="clusters">The clusters.</param>
    /// <param name="entryOf">The entry of each sample.</param>
    /// <param name="classOf">The class of each entry.</param>
    /// <param name="wanted">Which entries count; their points are scored, and all points are candidates.</param>
    public static ClusterScores Of(PointClusters clusters, ImmutableArray<int> entryOf, ImmutableArray<int> classOf, Func<int, bool> wanted)
    {
        var classes = clusters.Samples.Select(sample => classOf[entryOf[sample]]).ToArray();
        var sizes = classes.CountBy(number => number).ToDictionary();
        var (accuracy, recall) = (ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<double>());
        var byEntry = new (double Sum, int Count)[classOf.Length];
        for (var point = 0; point < classes.Length; point++)
        {
            var entry = entryOf[clusters.Samples[point]];
            if (!wanted(entry))
            {
                continue;
            }

            var cluster = clusters.Of(point);
            var right = 0;
            foreach (var other in cluster)
            {
                right += classes[other] == classes[point] ? 1 : 0;
            }

            accuracy.Add(right / (double)Math.Max(cluster.Length, 1));
            recall.Add(right / (double)Math.Max(sizes[classes[point]] - 1, 1));
            byEntry[entry] = (byEntry[entry].Sum + accuracy[^1], byEntry[entry].Count + 1);
        }

        return new(accuracy.ToImmutable(), recall.ToImmutable(), [.. byEntry.Where((_, entry) => wanted(entry)).Select(value => value.Sum / Math.Max(value.Count, 1))]);
    }

    /// <summary>The mean over the points.</summary>
    public double MeanAccuracy => Accuracy.DefaultIfEmpty(0).Average();

    /// <summary>The mean recall over the points.</summary>
    public double MeanRecall => Recall.DefaultIfEmpty(0).Average();

    /// <summary>The mean over the labels.</summary>
    public double MeanLabelAccuracy => LabelAccuracy.DefaultIfEmpty(0).Average();

    /// <summary>The share of the labels whose accuracy is above 0.9.</summary>
    public double ShareFound => LabelAccuracy.Length == 0 ? 0 : LabelAccuracy.Count(value => value > Found) / (double)LabelAccuracy.Length;
}
