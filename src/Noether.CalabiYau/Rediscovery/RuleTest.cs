using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Lists;
using Noether.CalabiYau.Topology;
using Noether.Runs;

namespace Noether.CalabiYau.Rediscovery;

/// <summary>A rule put to the test wherever it applies in a list.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Verification">How it fares.</param>
/// <param name="Examples">Some entries where it keeps the Euler number, each with the results that do, in canonical form without linear equations (C6).</param>
internal sealed record RuleTest(LocalRule Rule, RuleVerification Verification, ImmutableArray<(ConfigurationMatrix Matrix, ImmutableArray<ConfigurationMatrix> Results)> Examples)
{
    // Entries whose results are compared with those of other rules: every rule applies at many.
    private const int MostExamples = 24;

    // A linear equation more or less is no other identity, so results are compared without any.
    private static readonly IdentitySet Linear = new([new LinearEquation()]);

    /// <summary>Applies the rule everywhere.</summary>
    public static RuleTest Of(LocalRule rule, CicyList list, Execution execution)
    {
        var records = list.WithoutPlaceholders.Records;
        var counts = new (int Places, int Euler, int Chern)[records.Length];
        execution.ForEachBlock(records.Length, i => counts[i] = Count(rule, records[i].Matrix));
        ConfigurationMatrix[] met = [.. records.Where((_, i) => counts[i].Euler > 0).Select(record => record.Matrix)];
        ImmutableArray<(ConfigurationMatrix Matrix, ImmutableArray<ConfigurationMatrix> Results)> examples = [.. met.Where((_, i) => i % ((met.Length / MostExamples) + 1) == 0).Select(matrix => (matrix, Faithful(rule, matrix)))];
        var known = IdentitySet.Full.Identities.AddRange(Linear.Identities).FirstOrDefault(identity => AreMadeBy(examples, matrix => [.. identity.Backward(matrix).Select(Reduced)]));
        var verification = new RuleVerification(
            counts.Count(count => count.Places > 0),
            counts.Sum(count => count.Places),
            counts.Sum(count => count.Euler),
            counts.Sum(count => count.Chern),
            known?.Name ?? "",
            known is not null && examples.All(example => Made(rule, example.Matrix).IsSupersetOf(known.Backward(example.Matrix).Select(Reduced))));
        return new(rule, verification, examples);
    }

    /// <summary>Whether another rule makes every result with equal Euler number that this one makes of its examples; false for a rule without examples.</summary>
    public bool IsReadingOf(LocalRule other) => AreMadeBy(Examples, matrix => Made(other, matrix));

    private static bool AreMadeBy(ImmutableArray<(ConfigurationMatrix Matrix, ImmutableArray<ConfigurationMatrix> Results)> examples, Func<ConfigurationMatrix, HashSet<ConfigurationMatrix>> make) =>
        !examples.IsEmpty && examples.All(example => make(example.Matrix).IsSupersetOf(example.Results));

    private static HashSet<ConfigurationMatrix> Made(LocalRule rule, ConfigurationMatrix matrix) => [.. RuleApplication.Results(rule, matrix, int.MaxValue).Select(place => Reduced(place.Result))];

    private static ImmutableArray<ConfigurationMatrix> Faithful(LocalRule rule, ConfigurationMatrix matrix)
    {
        var euler = TopologicalData.Of(matrix).EulerNumber;
        return [.. Changed(rule, matrix).Select(place => place.Result).Where(result => TopologicalData.Of(result).EulerNumber == euler).Select(Reduced)];
    }

    /// <summary>The places where the rule makes another matrix: one that it gives back in another order says nothing.</summary>
    private static IEnumerable<(ConfigurationMatrix Result, int[] KeptRows)> Changed(LocalRule rule, ConfigurationMatrix matrix)
    {
        var canonical = CanonicalForm.Of(matrix);
        return RuleApplication.Results(rule, matrix, RuleApplication.MostPlaces)
            .Where(place => place.Result.Rows != matrix.Rows || place.Result.Columns != matrix.Columns || !CanonicalForm.Of(place.Result).Equals(canonical));
    }

    private static ConfigurationMatrix Reduced(ConfigurationMatrix matrix) => ReducedForm.Of(matrix, Linear).Matrix;

    private static (int Places, int Euler, int Chern) Count(LocalRule rule, ConfigurationMatrix matrix)
    {
        var before = TopologicalData.Of(matrix);
        var (places, euler, chern) = (0, 0, 0);
        foreach (var (result, kept) in Changed(rule, matrix))
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
