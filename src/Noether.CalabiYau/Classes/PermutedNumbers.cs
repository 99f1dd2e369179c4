using Noether.CalabiYau.Invariants;
using Noether.CalabiYau.Lists;
using Noether.Runs;

namespace Noether.CalabiYau.Classes;

/// <summary>Pairs of entries whose Hodge numbers, intersection numbers and second Chern class agree up to the order of the rows. Eq. (C17).</summary>
internal static class PermutedNumbers
{
    private const int BlockSize = 64;

    /// <summary>All pairs; of a class of n entries all n (n - 1) / 2.</summary>
    public static ImmutableArray<EntryPair> Pairs(CicyList list, Execution execution)
    {
        var numbers = new RowNumbers[list.Records.Length];
        execution.ForEachBlock((numbers.Length + BlockSize - 1) / BlockSize, block =>
        {
            for (var i = block * BlockSize; i < Math.Min((block + 1) * BlockSize, numbers.Length); i++)
            {
                numbers[i] = new(list.Records[i]);
            }
        });
        return
        [
            .. numbers.Where(one => !one.Record.HasPlaceholderHodgeNumbers)
                .GroupBy(one => one.Key)
                .SelectMany(group => PairsOf([.. group]))
                .OrderBy(pair => (pair.First, pair.Second)),
        ];
    }

    private static IEnumerable<EntryPair> PairsOf(RowNumbers[] group)
    {
        for (var i = 0; i < group.Length; i++)
        {
            for (var j = i + 1; j < group.Length; j++)
            {
                if (group[i].AgreesWith(group[j]))
                {
                    var evidence = group[i].Record.IsFavourable ? Evidence.WallTheorem : Evidence.EqualRowNumbers;
                    yield return new(group[i].Record.Label, group[j].Record.Label, evidence);
                }
            }
        }
    }
}
