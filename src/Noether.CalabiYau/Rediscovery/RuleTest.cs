using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Lists;
using Noether.CalabiYau.Topology;
using Noether.Runs;

namespace Noether.CalabiYau.Rediscovery;

/// <summary>A rule put to the test wherever it applies in a list.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Verification">How it fares.</param>
/// <param name="Examples">Some entries where it keeps the Euler number.</param>
internal sealed record RuleTest(LocalRule Rule, RuleVerification Verification, ImmutableArray<ConfigurationMatrix> Examples)
{
    // Entries whose results are compared with those of other rules: every rule applies at many.
    private const int MostExamples = 24;

    /// <summary>Applies the rule everywhere.</summary>
    public static RuleTest Of(LocalRule rule, CicyList list, Execution execution)
    {
        var records = list.WithoutPlaceholders.Records;
        var counts = new (int Places, int Euler, int Chern)[records.Length];
        execution.ForEachBlock(records.Length, i => counts[i] = Count(rule, records[i].Matrix));
        ConfigurationMatrix[] met = [.. records.Where((_, i) => counts[i].Euler > 0).Select(record => record.Matrix)];
        ImmutableArray<ConfigurationMatrix> examples = [.. met.Where((_, i) => i % ((met.Length / MostExamples) + 1) == 0)];
        var known = examples.IsEmpty ? null : IdentitySet.Full.Identities.FirstOrDefault(identity => IsMadeBy(rule, examples, matrix => identity.Backward(matrix)));
        var verification = new RuleVerification(
            counts.Count(count => count.Places > 0),
            counts.Sum(count => count.Places),
            counts.Sum(count => count.Euler),
            counts.Sum(count => count.Chern),
            known?.Name ?? "");
        return new(rule, verification, examples);
    }

    /// <summary>Whether another rule makes every result with equal Euler number that this one makes of its examples; false for a rule without examples.</summary>
    public bool IsReadingOf(LocalRule other) => !Examples.IsEmpty && IsMadeBy(Rule, Examples, matrix => RuleApplication.Results(other, matrix, int.MaxValue).Select(place => place.Result));

    private static bool IsMadeBy(LocalRule rule, ImmutableArray<ConfigurationMatrix> matrices, Func<ConfigurationMatrix, IEnumerable<ConfigurationMatrix>> make) =>
        matrices.All(matrix =>
        {
            var euler = TopologicalData.Of(matrix).EulerNumber;
            var made = make(matrix).Select(CanonicalForm.Of).ToHashSet();
            return RuleApplication.Results(rule, matrix, RuleApplication.MostPlaces).Where(place => TopologicalData.Of(place.Result).EulerNumber == euler).All(place => made.Contains(CanonicalForm.Of(place.Result)));
        });

    private static (int Places, int Euler, int Chern) Count(LocalRule rule, ConfigurationMatrix matrix)
    {
        var before = TopologicalData.Of(matrix);
        var (places, euler, chern) = (0, 0, 0);
        foreach (var (result, kept) in RuleApplication.Results(rule, matrix, RuleApplication.MostPlaces))
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
}
