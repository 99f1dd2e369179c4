using Noether.CalabiYau.Lists;
using Noether.Runs;

namespace Noether.CalabiYau.Invariants;

/// <summary>Favourable entries, grouped by numbers that no change of basis alters: entries of different groups are different manifolds. Eq. (C18).</summary>
/// <param name="GroupOf">The group of every favourable entry, by label; groups are numbered from 0 in the order of their smallest label.</param>
/// <param name="Stages">How many groups there were after each kind of number was added.</param>
/// <remarks>
/// Cheap numbers come first, and the expensive ones are computed only for groups that still hold more than one class of entries known to agree;
/// a group of one class cannot be divided. Rests on the assumption that the rows of a favourable entry generate the whole second cohomology.
/// </remarks>
internal sealed record InvariantGroups(ImmutableDictionary<int, int> GroupOf, ImmutableArray<InvariantStage> Stages)
{
    /// <summary>Groups the favourable entries of a list.</summary>
    /// <param name="list">The entries.</param>
    /// <param name="representative">A label for every favourable entry, equal for entries whose row numbers agree up to order.</param>
    /// <param name="execution">Reports as stage "invariants".</param>
    public static InvariantGroups Of(CicyList list, IReadOnlyDictionary<int, int> representative, Execution execution)
    {
        var favourable = list.Records.Where(record => record.IsFavourable).ToArray();
        var numbers = favourable.Where(record => representative[record.Label] == record.Label).Select(record => new RowNumbers(record)).ToArray();
        var keys = numbers.Select(one => $"{one.Record.Topology.H11},{one.Record.Topology.H21}").ToArray();
        var stages = ImmutableArray.CreateBuilder<InvariantStage>();
        stages.Add(new("Hodge numbers", keys.Distinct().Count()));
        foreach (var (name, invariant) in Invariants)
        {
            Refine(numbers, keys, invariant, execution);
            stages.Add(new(name, keys.Distinct().Count()));
            execution.Report("invariants", (double)(stages.Count - 1) / Invariants.Length, $"{stages[^1].Groups} groups after {name}");
        }

        var group = keys.Distinct().Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var byRepresentative = numbers.Zip(keys).ToDictionary(pair => pair.First.Record.Label, pair => group[pair.Second]);
        return new(favourable.ToImmutableDictionary(record => record.Label, record => byRepresentative[representative[record.Label]]), stages.ToImmutable());
    }

    private static readonly (string Name, Func<RowNumbers, string?> Of)[] Invariants =
    [
        ("common divisors", DivisorInvariants.CommonDivisors),
        ("elementary divisors", DivisorInvariants.ElementaryDivisors),
        ("frequencies modulo 2", one => ModularHistogram.Of(one, 2)),
        ("frequencies modulo 3", one => ModularHistogram.Of(one, 3)),
        ("frequencies modulo 5", one => ModularHistogram.Of(one, 5)),
        ("frequencies modulo 7", one => ModularHistogram.Of(one, 7)),
    ];

    private static void Refine(RowNumbers[] numbers, string[] keys, Func<RowNumbers, string?> invariant, Execution execution)
    {
        var divisible = Enumerable.Range(0, keys.Length).GroupBy(i => keys[i], StringComparer.Ordinal).Where(group => group.Count() > 1).SelectMany(group => group).ToArray();
        execution.ForEachBlock(divisible.Length, block =>
        {
            var i = divisible[block];
            keys[i] = $"{keys[i]}|{invariant(numbers[i])}";
        });
    }
}
