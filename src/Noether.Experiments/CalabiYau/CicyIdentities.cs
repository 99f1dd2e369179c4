using System.Text;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Lists;
using Noether.CalabiYau.Rediscovery;
using Noether.Reports;

namespace Noether.Experiments.CalabiYau;

/// <summary>Section 3.4 of the paper: identities found again from what lies together in the embedding, without a word about them.</summary>
internal static class CicyIdentities
{
    /// <summary>The identities that the samples were made with; they are to come out in front.</summary>
    private static readonly string[] Wanted = ["B", "C", "D", "A1"];

    /// <summary>
    /// Looks for local changes between the smallest matrices of many clusters: those are few changes away from each other, while large ones lie many changes apart.
    /// The control takes as many samples with equal Hodge numbers at random.
    /// </summary>
    public static ImmutableArray<FoundIdentity> Find(CicySamples samples, CicyAnalysis analysis, CicyList list, CicyOptions options, RunContext context)
    {
        var clusters = analysis.Orbits;
        int[] candidates = [.. Enumerable.Range(0, clusters.Samples.Length).Where(point => clusters.Of(point).Length >= 2)];
        int[] points = [.. candidates.Where((_, i) => i % ((candidates.Length / options.IdentityGroups) + 1) == 0)];
        var groups = points.Select(point => Matrices(samples, Smallest(clusters, point, samples, options.IdentityGroupSize))).ToImmutableArray();
        var stream = context.Seed.For("identity controls").Stream();
        var pairs = clusters.Samples.ToLookup(sample => CicyFigures.HodgePair(samples.Records[samples.EntryOf[sample]]));
        var controls = points.Zip(groups).Select(pair =>
        {
            var sample = clusters.Samples[pair.First];
            int[] others = [.. pairs[CicyFigures.HodgePair(samples.Records[samples.EntryOf[sample]])]];
            return Matrices(samples, [sample, .. Enumerable.Range(1, pair.Second.Length - 1).Select(_ => others[stream.NextIndex(others.Length)])]);
        }).ToImmutableArray();
        return IdentitySearch.Find(groups, controls, list, options.Identities, context.Execution);
    }

    /// <summary>Whether the known identities came out, each with its place.</summary>
    public static IEnumerable<Claim> Claims(ImmutableArray<FoundIdentity> found)
    {
        foreach (var name in Wanted)
        {
            var place = found.Index().Where(pair => pair.Item.Verification.Known == name).Select(pair => pair.Index + 1).FirstOrDefault();
            var control = place == 0 ? 0 : found[place - 1].ControlGroups;
            var value = place == 0 ? "not among those found" : $"place {place}: {found[place - 1].Notation}, in {found[place - 1].Groups} clusters";
            yield return new($"identity {name} found again", value, $"among the first {found.Length}", place > 0, $"in {control} random groups");
        }
    }

    /// <summary>The changes as text.</summary>
    public static string Table(ImmutableArray<FoundIdentity> found)
    {
        var text = new StringBuilder("Local changes between neighbours in the embedding, the most frequent and most consistent first; a, b are rows and p, q columns of what stays, X is untouched.\n\n");
        foreach (var (place, identity) in found.Index())
        {
            var check = identity.Verification;
            text.Append($"{place + 1}. {identity.Notation}\n   in {identity.Groups} clusters ({identity.ControlGroups} random groups of equal Hodge numbers), {identity.Pairs} pairs; score {identity.Score:0.0}; ")
                .Append($"on the whole list: {check.Entries} entries, {check.Places} places, Euler number stays at {check.EulerEqual}, second Chern class besides at {check.ChernEqual}\n   ")
                .Append($"{check.Verdict}{(check.Known.Length > 0 ? $"; known as {check.Known}" : "; not among the known identities")}\n")
                .AppendJoin("", identity.Readings.Select(reading => $"   in other words: {reading}\n"));
        }

        return text.ToString();
    }

    private static ImmutableArray<ConfigurationMatrix> Matrices(CicySamples samples, IEnumerable<int> chosen) => [.. chosen.Select(sample => samples.Matrices[sample]).Distinct()];

    private static IEnumerable<int> Smallest(OrbitClusters clusters, int point, CicySamples samples, int count) => clusters.Of(point).ToArray().Append(point)
        .Select(other => clusters.Samples[other])
        .OrderBy(sample => samples.Matrices[sample].Rows + samples.Matrices[sample].Columns)
        .ThenBy(sample => sample)
        .Take(count);
}
