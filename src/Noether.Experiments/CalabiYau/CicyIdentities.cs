using System.Text;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Lists;
using Noether.CalabiYau.Rediscovery;
using Noether.Reports;

namespace Noether.Experiments.CalabiYau;

/// <summary>Section 3.4 of the paper: identities found again from what lies together in the embedding, without a word about them.</summary>
internal static class CicyIdentities
{
    /// <summary>
    /// The identities of the paper; they are to come out in front. Walks by B alone make A_1 too where it adds a row P1 with two new columns: what the whole list has of it is B read as A_1.
    /// </summary>
    private static readonly string[] Wanted = ["B", "C", "D", "A1"];

    /// <summary>
    /// Looks for local changes between the smallest matrices of many clusters: those are few changes away from each other, while large ones lie many changes apart.
    /// The control takes as many samples of equal Hodge numbers at random, of any size: with equal sizes, where few entries share the Hodge numbers, it finds the same entry again.
    /// </summary>
    public static ImmutableArray<FoundIdentity> Find(CicySamples samples, CicyAnalysis analysis, CicyList list, CicyOptions options, RunContext context)
    {
        var clusters = analysis.Orbits;
        int[] candidates = [.. Enumerable.Range(0, clusters.Samples.Length).Where(point => clusters.Of(point).Length >= 2 && clusters.Of(point)[0] > point)];
        int[] points = [.. candidates.Where((_, i) => i % ((candidates.Length / options.IdentityGroups) + 1) == 0)];
        int[][] groups = [.. points.Select(point => Smallest(clusters, point, samples, options.IdentityGroupSize).ToArray())];
        var alike = clusters.Samples.GroupBy(Pair).ToDictionary(pair => pair.Key, pair => pair.ToArray());
        var stream = context.Seed.For("identity controls").Stream();
        var controls = groups.Select(group => group.Select(sample => alike[Pair(sample)]).Select(others => others[stream.NextIndex(others.Length)]).ToArray()).ToArray();
        return IdentitySearch.Find(Matrices(samples, groups), Matrices(samples, controls), list, options.Identities, context.Execution);

        (int H11, int H21) Pair(int sample) => CicyFigures.HodgePair(samples.Records[samples.EntryOf[sample]]);
    }

    /// <summary>Whether the known identities came out in front: behind nothing but other known ones and special cases of them.</summary>
    public static IEnumerable<Claim> Claims(ImmutableArray<FoundIdentity> found)
    {
        var unknown = found.Index().Where(pair => pair.Item.Verification.Known.Length == 0).Select(pair => pair.Index).DefaultIfEmpty(found.Length).First();
        foreach (var name in Wanted)
        {
            var place = found.Index().Where(pair => pair.Item.Verification is { IsWhole: true } check && check.Known == name).Select(pair => pair.Index + 1).FirstOrDefault();
            var control = place == 0 ? 0 : found[place - 1].ControlGroups;
            var value = place == 0 ? "not among those found" : $"place {place}: {found[place - 1].Notation}, in {found[place - 1].Groups} clusters";
            yield return new($"identity {name} found again", value, "ahead of everything that is not known", place > 0 && place <= unknown, $"in {control} random groups");
        }
    }

    /// <summary>The changes as text.</summary>
    public static string Table(ImmutableArray<FoundIdentity> found)
    {
        var text = new StringBuilder("Local changes between neighbours in the embedding, the most frequent and most consistent first; a, b are rows and p, q columns of what stays, X is untouched, n is a projective space of the dimension that its degrees ask for.\n\n");
        foreach (var (place, identity) in found.Index())
        {
            var check = identity.Verification;
            text.Append($"{place + 1}. {identity.Notation}\n   in {identity.Groups} clusters ({identity.ControlGroups} random groups of equal Hodge numbers), {identity.Pairs} pairs; score {identity.Score:0.0}; ")
                .Append($"on the whole list: {check.Entries} entries, {check.Places} places, Euler number stays at {check.EulerEqual}, second Chern class besides at {check.ChernEqual}\n   ")
                .Append($"{check.Verdict}{Name(check)}\n")
                .AppendJoin("", identity.Readings.Select(reading => $"   in other words: {reading}\n"));
        }

        return text.ToString();
    }

    private static string Name(RuleVerification check) => (check.Known.Length, check.IsWhole) switch
    {
        (0, _) => "; not among the known identities",
        (_, true) => $"; known as {check.Known}",
        _ => $"; a special case of {check.Known}",
    };

    private static ImmutableArray<ImmutableArray<ConfigurationMatrix>> Matrices(CicySamples samples, int[][] groups) =>
        [.. groups.Select(group => group.Select(sample => samples.Matrices[sample]).Distinct().ToImmutableArray())];

    private static IEnumerable<int> Smallest(OrbitClusters clusters, int point, CicySamples samples, int count) => clusters.Of(point).ToArray().Append(point)
        .Select(other => clusters.Samples[other])
        .OrderBy(sample => samples.Matrices[sample].Rows + samples.Matrices[sample].Columns)
        .ThenBy(sample => sample)
        .Take(count);
}
