using Noether.CalabiYau.Classes;
using Noether.CalabiYau.Lists;

namespace Noether.Experiments.CalabiYau;

/// <summary>Two entries that the network puts together and that nothing known connects.</summary>
/// <param name="First">The entry with the smaller label.</param>
/// <param name="Second">The other one.</param>
/// <param name="FirstShare">The share of the first entry's points that have points of the second in their cluster.</param>
/// <param name="SecondShare">The same the other way round.</param>
/// <param name="Relation">What the invariants say.</param>
internal sealed record CandidatePair(CicyRecord First, CicyRecord Second, double FirstShare, double SecondShare, Relation Relation)
{
    /// <summary>A pair counts when a tenth of the points of both entries see the other one: fewer are stray neighbours.</summary>
    private const double LeastShare = 0.1;

    /// <summary>The smaller of the two shares: how strongly the network puts the entries together.</summary>
    public double Strength => Math.Min(FirstShare, SecondShare);

    /// <summary>The pairs that clusters suggest, the strongest first; pairs that the list or a proof connects are left out.</summary>
    public static ImmutableArray<CandidatePair> Find(PointClusters clusters, CicySamples samples, EntryRelations relations)
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
            .. seen.Keys.Where(key => key.From < key.To && seen.ContainsKey((key.To, key.From)) && IsNew(key, samples, relations))
                .Select(key => Pair(samples, key, seen[key] / (double)points[key.From], seen[(key.To, key.From)] / (double)points[key.To], relations))
                .Where(pair => pair.Strength >= LeastShare)
                .OrderByDescending(pair => pair.Strength)
                .ThenBy(pair => (pair.First.Label, pair.Second.Label)),
        ];
    }

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
        First.Topology.SecondChernClass.Order().SequenceEqual(Second.Topology.SecondChernClass.Order()) ? "yes" : "no",
        Relation == Relation.Different ? "differ: not the same manifold" : "do not decide",
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

    private static bool IsNew((int From, int To) key, CicySamples samples, EntryRelations relations) =>
        CicyFigures.HodgePair(samples.Records[key.From]) == CicyFigures.HodgePair(samples.Records[key.To])
        && relations.ByList[key.From] != relations.ByList[key.To]
        && relations.Certified[key.From] != relations.Certified[key.To];

    private static CandidatePair Pair(CicySamples samples, (int From, int To) key, double from, double to, EntryRelations relations)
    {
        var (first, second) = (samples.Records[key.From], samples.Records[key.To]);
        return new(first, second, from, to, relations.Classes.Compare(first.Label, second.Label));
    }
}
