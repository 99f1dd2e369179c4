using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Rediscovery;

/// <summary>Finds the smallest local changes between matrices; what one comparison found out about a matrix the next one uses again.</summary>
internal sealed class LocalChange
{
    private readonly Dictionary<ConfigurationMatrix, ILookup<ConfigurationMatrix, Deletion>> _deletions = new();

    /// <summary>The rules of the smallest changes that turn one matrix into the other, all different; empty where no change of up to three rows and columns on either side does.</summary>
    public ImmutableArray<LocalRule> Between(ConfigurationMatrix first, ConfigurationMatrix second)
    {
        var (small, large) = (first.Columns, first.Rows).CompareTo((second.Columns, second.Rows)) <= 0 ? (first, second) : (second, first);
        var (ofSmall, ofLarge) = (DeletionsOf(small), DeletionsOf(large));
        var matches = ofSmall
            .SelectMany(group => group.SelectMany(one => ofLarge[group.Key].Select(other => (One: one, Other: other, Size: one.Size + other.Size))))
            .GroupBy(match => match.Size)
            .OrderBy(group => group.Key);
        foreach (var group in matches)
        {
            var rules = group.Select(match => LocalRule.Of(small, match.One, large, match.Other)).OfType<LocalRule>().DistinctBy(rule => rule.Key).OrderBy(rule => rule.Key, StringComparer.Ordinal).ToImmutableArray();
            if (!rules.IsEmpty)
            {
                return rules;
            }
        }

        return [];
    }

    private ILookup<ConfigurationMatrix, Deletion> DeletionsOf(ConfigurationMatrix matrix)
    {
        if (!_deletions.TryGetValue(matrix, out var deletions))
        {
            deletions = Deletion.All(matrix).ToLookup(deletion => deletion.Core);
            _deletions.Add(matrix, deletions);
        }

        return deletions;
    }
}
