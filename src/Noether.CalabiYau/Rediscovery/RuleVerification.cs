using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Lists;
using Noether.CalabiYau.Topology;
using Noether.Runs;

namespace Noether.CalabiYau.Rediscovery;

/// <summary>A rule put to the test wherever it applies in a list.</summary>
/// <param name="Entries">Entries to which the rule applies.</param>
/// <param name="Places">Places where it was applied.</param>
/// <param name="EulerEqual">Places where the Euler number stays.</param>
/// <param name="ChernEqual">Places where, besides, the second Chern class stays on every row that stays.</param>
/// <param name="Known">The known identity that makes every result with equal Euler number that was looked up; empty where none does.</param>
public sealed record RuleVerification(int Entries, int Places, int EulerEqual, int ChernEqual, string Known)
{
    // Entries whose results are looked up among those of the known identities: every rule applies at many.
    private const int LookedUp = 24;

    /// <summary>What follows: true, true under a condition, false or unknown.</summary>
    public string Verdict => (Places, EulerEqual, ChernEqual) switch
    {
        (0, _, _) => "unknown: applies nowhere in the list",
        var (places, euler, chern) when euler == places && chern == places => "true at every place",
        (_, 0, _) => "false: the Euler number changes at every place",
        var (_, euler, chern) when chern == euler => "true where the Euler number stays, and only there",
        _ when Known.Length > 0 => $"true where the Euler number stays, as another reading of {Known}: the rows that stay change places",
        _ => "false: the second Chern class changes where the Euler number stays",
    };

    internal static RuleVerification Of(LocalRule rule, CicyList list, Execution execution)
    {
        var records = list.WithoutPlaceholders.Records;
        var counts = new (int Places, int Euler, int Chern)[records.Length];
        execution.ForEachBlock(records.Length, i => counts[i] = Count(rule, records[i].Matrix));
        ConfigurationMatrix[] met = [.. records.Where((_, i) => counts[i].Euler > 0).Select(record => record.Matrix)];
        return new(
            counts.Count(count => count.Places > 0),
            counts.Sum(count => count.Places),
            counts.Sum(count => count.Euler),
            counts.Sum(count => count.Chern),
            KnownName(rule, [.. met.Where((_, i) => i % ((met.Length / LookedUp) + 1) == 0)]));
    }

    private static (int Places, int Euler, int Chern) Count(LocalRule rule, ConfigurationMatrix matrix)
    {
        var before = TopologicalData.Of(matrix);
        var (places, euler, chern) = (0, 0, 0);
        foreach (var (result, kept) in RuleApplication.Results(rule, matrix))
        {
            places++;
            var after = TopologicalData.Of(result);
            if (after.EulerNumber == before.EulerNumber)
            {
                euler++;
                chern += kept.Select(row => before.SecondChernClass[row]).SequenceEqual(after.SecondChernClass.Take(kept.Length)) ? 1 : 0;
            }
        }

        return (places, euler, chern);
    }

    private static string KnownName(LocalRule rule, ConfigurationMatrix[] matrices) =>
        matrices.Length == 0 ? "" : IdentitySet.Full.Identities.FirstOrDefault(identity => matrices.All(matrix => Makes(identity, rule, matrix)))?.Name ?? "";

    private static bool Makes(Identity identity, LocalRule rule, ConfigurationMatrix matrix)
    {
        var euler = TopologicalData.Of(matrix).EulerNumber;
        var known = identity.Backward(matrix).Select(CanonicalForm.Of).ToHashSet();
        return RuleApplication.Results(rule, matrix).Where(place => TopologicalData.Of(place.Result).EulerNumber == euler).All(place => known.Contains(CanonicalForm.Of(place.Result)));
    }
}
