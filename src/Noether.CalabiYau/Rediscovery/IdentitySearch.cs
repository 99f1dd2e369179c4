using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Lists;
using Noether.Runs;

namespace Noether.CalabiYau.Rediscovery;

/// <summary>Identities from groups of matrices alone: the smallest local changes inside the groups, those that occur most often and most consistently first. Eqs. (C19), (C20).</summary>
public static class IdentitySearch
{
    /// <summary>Changes of up to two columns are looked for, so matrices that differ by more are not compared.</summary>
    private const int MostColumns = 2;

    // Changes put to the test for each one that is wanted: most turn out to be another in other words.
    private const int TestedForEach = 4;

    /// <summary>Finds and verifies the changes that occur in more groups than chance brings about.</summary>
    /// <param name="groups">Matrices in canonical form that something puts together, such as clusters of an embedding.</param>
    /// <param name="controls">As many groups where nothing but a coarse property agrees.</param>
    /// <param name="list">The list on all of whose entries the changes are verified.</param>
    /// <param name="most">The largest number of changes to return, at least 1.</param>
    /// <param name="execution">Reports as stages "identities" and "identities tested".</param>
    /// <returns>The changes by decreasing <see cref="FoundIdentity.Score"/>. Cost: some hundred canonical forms a matrix, a comparison a pair, and a pass over the list for each change.</returns>
    public static ImmutableArray<FoundIdentity> Find(
        ImmutableArray<ImmutableArray<ConfigurationMatrix>> groups, ImmutableArray<ImmutableArray<ConfigurationMatrix>> controls, CicyList list, int most, Execution execution)
    {
        var found = Count(groups, execution);
        var control = Count(controls, execution).ToDictionary(rule => rule.Rule.Key, rule => rule.Groups, StringComparer.Ordinal);
        var tested = found.Select(rule => (rule.Rule, rule.Groups, rule.Pairs, Control: control.GetValueOrDefault(rule.Rule.Key)))
            .OrderByDescending(rule => rule.Groups - rule.Control).ThenByDescending(rule => rule.Pairs).ThenBy(rule => rule.Rule.Key, StringComparer.Ordinal)
            .Take(most * TestedForEach)
            .Select((rule, place) =>
            {
                execution.Report("identities tested", place / (double)(most * TestedForEach));
                var test = RuleTest.Of(rule.Rule, list, execution);
                return (Test: test, Found: new FoundIdentity(rule.Rule.ToString(), rule.Groups, rule.Pairs, rule.Control, test.Verification, []));
            });
        return [.. Distinct(tested.OrderByDescending(rule => rule.Found.Score)).Take(most)];
    }

    /// <summary>Each change that makes something new, with those after it that do not.</summary>
    private static List<FoundIdentity> Distinct(IEnumerable<(RuleTest Test, FoundIdentity Found)> ranked)
    {
        var distinct = new List<(RuleTest Test, FoundIdentity Found)>();
        foreach (var rule in ranked)
        {
            var place = distinct.FindIndex(earlier => rule.Test.IsReadingOf(earlier.Test.Rule));
            if (place < 0)
            {
                distinct.Add(rule);
            }
            else
            {
                var (test, found) = distinct[place];
                distinct[place] = (test, found with { Readings = found.Readings.Add(rule.Found.Notation) });
            }
        }

        return [.. distinct.Select(rule => rule.Found)];
    }

    private static (LocalRule Rule, int Groups, int Pairs)[] Count(ImmutableArray<ImmutableArray<ConfigurationMatrix>> groups, Execution execution)
    {
        var rules = new LocalRule[groups.Length][];
        var done = 0;
        execution.ForEachBlock(groups.Length, i =>
        {
            rules[i] = [.. RulesIn(groups[i])];
            execution.Report("identities", Interlocked.Increment(ref done) / (double)groups.Length);
        });
        return
        [
            .. rules.Index()
                .SelectMany(group => group.Item.Select(rule => (Rule: rule, Group: group.Index)))
                .GroupBy(occurrence => occurrence.Rule.Key, StringComparer.Ordinal)
                .Select(group => (group.First().Rule, group.Select(occurrence => occurrence.Group).Distinct().Count(), group.Count())),
        ];
    }

    private static IEnumerable<LocalRule> RulesIn(ImmutableArray<ConfigurationMatrix> members)
    {
        var change = new LocalChange();
        return
            from i in Enumerable.Range(0, members.Length)
            from j in Enumerable.Range(i + 1, members.Length - i - 1)
            where Math.Abs(members[i].Columns - members[j].Columns) <= MostColumns && Math.Abs(members[i].Rows - members[j].Rows) <= MostColumns
            from rule in change.Between(members[i], members[j])
            select rule;
    }
}
