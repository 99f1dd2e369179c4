using Noether.CalabiYau.Classes;
using Noether.CalabiYau.Lists;

namespace Noether.Experiments.CalabiYau;

/// <summary>Two entries that the network puts together and that nothing known connects.</summary>
/// <param name="First">The entry with the smaller label.</param>
/// <param name="Second">The other one.</param>
/// <param name="FirstShare">The share of the first entry's points that have points of the second in their cluster.</param>
/// <param name="SecondShare">The same the other way round.</param>
/// <param name="Invariants">What the numbers that no change of basis alters say, (C18).</param>
internal sealed record CandidatePair(CicyRecord First, CicyRecord Second, double FirstShare, double SecondShare, InvariantComparison Invariants)
{
    /// <summary>A pair counts when a tenth of the points of both entries see the other one: fewer are stray neighbours.</summary>
    private const double LeastShare = 0.1;

    /// <summary>The smaller of the two shares: how strongly the network puts the entries together.</summary>
    public double Strength => Math.Min(FirstShare, SecondShare);

    /// <summary>The pairs of entries with equal Hodge numbers that clusters suggest, by index, with the share of the points of each that see the other.</summary>
    public static ImmutableArray<(int From, int To, double FromShare, double ToShare)> Together(PointClusters clusters, CicySamples samples)
    {
        var seen = new Dictionary<(int From, int To), int>();
        var points = new int[samples.Records.Length];
        for (var point = 0; point < clusters.Samples.Length; point++)
        {
            var entry = samples.EntryOf[clusters.Samples[point]];
            points[entry]++;
            foreach (var other in Others(clusters, samples, point, entry))
            {
                seen[(entry, other)] = seen.GetValueOrDefault((entry, other)) + 1;
            }
        }

        return
        [
            .. from key in seen.Keys
               where key.From < key.To && seen.ContainsKey((key.To, key.From)) && CicyFigures.HodgePair(samples.Records[key.From]) == CicyFigures.HodgePair(samples.Records[key.To])
               let shares = (From: seen[key] / (double)points[key.From], To: seen[(key.To, key.From)] / (double)points[key.To])
               where Math.Min(shares.From, shares.To) >= LeastShare
               select (key.From, key.To, shares.From, shares.To),
        ];
    }

    /// <summary>Those of these pairs that neither the list nor a proof connects: first what nothing excludes, the strongest of them first.</summary>
    public static ImmutableArray<CandidatePair> Find(IEnumerable<(int From, int To, double FromShare, double ToShare)> together, CicySamples samples, EntryRelations relations) =>
    [
        .. together.Where(pair => !relations.AreConnected(pair.From, pair.To))
            .Select(pair => (First: samples.Records[pair.From], Second: samples.Records[pair.To], pair.FromShare, pair.ToShare))
            .Select(pair => new CandidatePair(pair.First, pair.Second, pair.FromShare, pair.ToShare, relations.Classes.CompareInvariants(pair.First.Label, pair.Second.Label)))
            .OrderBy(pair => pair.Invariants == InvariantComparison.Differ)
            .ThenByDescending(pair => pair.Strength)
            .ThenBy(pair => (pair.First.Label, pair.Second.Label)),
    ];

    /// <summary>The pairs as a table, with the evidence for and against.</summary>
    public static string Table(IEnumerable<CandidatePair> pairs) =>
        string.Concat(pairs.Select(pair => pair.Line()).Prepend("first,second,share of first,share of second,h11,h21,rows,equal c2,invariants,first matrix,second matrix\n"));

    private string Line() => string.Join(',',
        First.Label,
        Second.Label,
        $"{FirstShare:0.000}",
        $"{SecondShare:0.000}",
        First.Topology.H11,
        First.Topology.H21,
        $"{First.Matrix.Rows} and {Second.Matrix.Rows}",
        First.Matrix.Rows != Second.Matrix.Rows ? "" : First.Topology.SecondChernClass.Order().SequenceEqual(Second.Topology.SecondChernClass.Order()) ? "yes" : "no", // the rows of one say nothing of other rows of the other
        Invariants switch
        {
            InvariantComparison.Differ => "differ: not the same manifold",
            InvariantComparison.Agree => "all agree",
            _ => "not known for both",
        },
        First.Matrix,
        Second.Matrix) + "\n";

    private static HashSet<int> Others(PointClusters clusters, CicySamples samples, int point, int entry)
    {
        var others = new HashSet<int>();
        foreach (var other in clusters.Of(point))
        {
            others.Add(samples.EntryOf[clusters.Samples[other]]);
        }

        others.Remove(entry);
        return others;
    }
}
