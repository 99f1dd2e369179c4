using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Lists;
using Noether.Runs;

namespace Noether.CalabiYau.Rediscovery;

/// <summary>Identities from groups of matrices alone: the smallest local changes inside the groups, those that occur in most groups first. Eq. (C19).</summary>
public static class IdentitySearch
{
    /// <summary>Changes of up to two columns are looked for, so matrices that differ by more are not compared.</summary>
    private const int MostColumns = 2;

    /// <summary>Finds and verifies the changes that occur in most groups.</summary>
    /// <param name="groups">Matrices in canonical form that something puts together, such as clusters of an embedding.</param>
    /// <param name="controls">As many groups where nothing but a coarse property agrees.</param>
    /// <param name="list">The list on all of whose entries the changes are verified.</param>
    /// <param name="most">The number of changes to verify, at least 1.</param>
    /// <param name="execution">Reports as stage "identities".</param>
    /// <returns>The changes by decreasing number of groups. Cost: some hundred canonical forms a matrix, and a comparison a pair.</returns>
    public static ImmutableArray<FoundIdentity> Find(
        ImmutableArray<ImmutableArray<ConfigurationMatrix>> groups, ImmutableArray<ImmutableArray<ConfigurationMatrix>> controls, CicyList list, int most, Execution execution)
    {
        var found = Count(groups, execution);
        var control = Count(controls, execution).ToDictionary(rule => rule.Rule.Key, rule => rule.Groups, StringComparer.Ordinal);
        return
        [
            .. found.OrderByDescending(rule => rule.Groups).ThenByDescending(rule => rule.Pairs).ThenBy(rule => rule.Rule.Key, StringComparer.Ordinal).Take(most)
                .Select(rule => new FoundIdentity(rule.Rule.ToString(), rule.Groups, rule.Pairs, control.GetValueOrDefault(rule.Rule.Key), RuleVerification.Of(rule.Rule, list, execution))),
        ];
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
