using Noether.CalabiYau.Lists;

namespace Noether.CalabiYau.Classes;

/// <summary>The list's own redundancies (key Redun) against the classes found.</summary>
/// <param name="Stated">The pairs that the list states between entries that have a class, the smaller label first; pairs with a label that is absent or has placeholder Hodge numbers are left out.</param>
/// <param name="Confirmed">Those of them with evidence of their own.</param>
/// <param name="Refuted">Those whose numbers cannot be brought together by any change of basis: the list is wrong there.</param>
/// <param name="Unconfirmed">Those that are neither.</param>
/// <param name="Missing">Pairs with evidence of their own that the list does not state: it is incomplete there.</param>
public sealed record RedundancyCheck(
    ImmutableArray<(int First, int Second)> Stated,
    ImmutableArray<EntryPair> Confirmed,
    ImmutableArray<(int First, int Second)> Refuted,
    ImmutableArray<(int First, int Second)> Unconfirmed,
    ImmutableArray<EntryPair> Missing)
{
    /// <summary>Compares what the list states with the classes.</summary>
    public static RedundancyCheck Of(CicyList list, EntryClasses classes)
    {
        ImmutableArray<(int First, int Second)> stated =
        [
            .. list.Records
                .SelectMany(record => record.Redundant.Select(other => (First: Math.Min(record.Label, other), Second: Math.Max(record.Label, other))))
                .Where(pair => classes.ClassOf.ContainsKey(pair.First) && classes.ClassOf.ContainsKey(pair.Second)) // part of a list, or placeholders: nothing to compare
                .Distinct()
                .Order(),
        ];
        var statedSet = stated.ToHashSet();
        var confirmed = classes.Pairs.Where(pair => statedSet.Contains((pair.First, pair.Second))).ToImmutableArray();
        var others = stated.Except(confirmed.Select(pair => (pair.First, pair.Second))).ToArray();
        return new(
            stated,
            confirmed,
            [.. others.Where(pair => classes.Compare(pair.First, pair.Second) == Relation.Different)],
            [.. others.Where(pair => classes.Compare(pair.First, pair.Second) != Relation.Different)],
            [.. classes.Pairs.Where(pair => !statedSet.Contains((pair.First, pair.Second)))]);
    }
}
