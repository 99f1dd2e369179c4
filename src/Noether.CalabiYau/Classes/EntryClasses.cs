using Noether.CalabiYau.Invariants;
using Noether.CalabiYau.Lists;
using Noether.Runs;

namespace Noether.CalabiYau.Classes;

/// <summary>The entries of a list of threefolds, put together where they are the same manifold and told apart where they are not.</summary>
/// <param name="ClassOf">The class of every entry with Hodge numbers, by label: the smallest label in it.</param>
/// <param name="Pairs">The pairs behind the classes, with their evidence, sorted; classes are what these pairs join directly and indirectly.</param>
/// <param name="GroupOf">For every class with a favourable member the group of its basis-independent numbers; classes of different groups are different manifolds.</param>
/// <param name="Stages">How many groups there were after each kind of number.</param>
public sealed record EntryClasses(
    ImmutableDictionary<int, int> ClassOf, ImmutableArray<EntryPair> Pairs, ImmutableDictionary<int, int> GroupOf, ImmutableArray<InvariantStage> Stages)
{
    /// <summary>The Hodge numbers of every entry, by label.</summary>
    public required ImmutableDictionary<int, (int H11, int H21)> HodgeNumbers { get; init; }

    /// <summary>The number of classes.</summary>
    public int Count => ClassOf.Values.Distinct().Count();

    /// <summary>How many classes there are at least that are different manifolds: the groups, and the Hodge numbers that no group has.</summary>
    public int CertainlyDifferent
    {
        get
        {
            var grouped = GroupOf.Keys.Select(entryClass => HodgeNumbers[entryClass]).ToHashSet();
            return GroupOf.Values.Distinct().Count() + HodgeNumbers.Values.Distinct().Count(hodge => !grouped.Contains(hodge));
        }
    }

    /// <summary>Finds the classes of a list. Entries with placeholder Hodge numbers are left out.</summary>
    /// <exception cref="InvalidDataException">Entries that are the same by one argument differ by another; the list or an assumption is wrong.</exception>
    public static EntryClasses Find(CicyList list, ClassOptions options, Execution execution)
    {
        var records = list.WithoutPlaceholders;
        var permuted = PermutedNumbers.Pairs(records, execution);
        var chains = options.Steps == 0 ? [] : IdentityChains.Pairs(records, options.Identities, options.Steps, execution);
        ImmutableArray<EntryPair> pairs = [.. permuted.Concat(chains).Where(pair => pair.Evidence <= options.Weakest).OrderBy(pair => (pair.First, pair.Second, pair.Evidence))];

        var sets = Joined(records, pairs);
        var groups = InvariantGroups.Of(records, Joined(records, permuted).ToDictionary(), execution);
        var hodge = records.Records.ToImmutableDictionary(record => record.Label, record => (record.Topology.H11, record.Topology.H21));
        var classes = sets.ToDictionary().ToImmutableDictionary();
        ThrowIfHodgeNumbersDiffer(classes, hodge);
        return new(classes, pairs, GroupsOfClasses(classes, groups), groups.Stages) { HodgeNumbers = hodge };
    }

    /// <summary>What is known about two entries.</summary>
    /// <exception cref="KeyNotFoundException">A label is not in the list, or has placeholder Hodge numbers.</exception>
    public Relation Compare(int first, int second)
    {
        if (ClassOf[first] == ClassOf[second])
        {
            return Relation.Identical;
        }

        return HodgeNumbers[first] != HodgeNumbers[second] || CompareInvariants(first, second) == InvariantComparison.Differ ? Relation.Different : Relation.Undecided;
    }

    /// <summary>What the numbers that no change of basis alters say about two entries with equal Hodge numbers.</summary>
    /// <exception cref="KeyNotFoundException">A label is not in the list, or has placeholder Hodge numbers.</exception>
    public InvariantComparison CompareInvariants(int first, int second) =>
        !GroupOf.TryGetValue(ClassOf[first], out var one) || !GroupOf.TryGetValue(ClassOf[second], out var other) ? InvariantComparison.Unknown
        : one == other ? InvariantComparison.Agree
        : InvariantComparison.Differ;

    private static DisjointSets Joined(CicyList list, IEnumerable<EntryPair> pairs)
    {
        var sets = new DisjointSets(list.Records.Select(record => record.Label));
        foreach (var pair in pairs)
        {
            sets.Join(pair.First, pair.Second);
        }

        return sets;
    }

    private static ImmutableDictionary<int, int> GroupsOfClasses(ImmutableDictionary<int, int> classes, InvariantGroups groups)
    {
        var found = ImmutableDictionary.CreateBuilder<int, int>();
        foreach (var (label, group) in groups.GroupOf.OrderBy(pair => pair.Key))
        {
            var entryClass = classes[label];
            if (found.TryGetValue(entryClass, out var other) && other != group)
            {
                throw new InvalidDataException($"Entry {label} is in the class of {entryClass}, but numbers that no change of basis alters differ within this class.");
            }

            found[entryClass] = group;
        }

        return found.ToImmutable();
    }

    private static void ThrowIfHodgeNumbersDiffer(ImmutableDictionary<int, int> classes, ImmutableDictionary<int, (int H11, int H21)> hodge)
    {
        foreach (var (label, entryClass) in classes)
        {
            if (hodge[label] != hodge[entryClass])
            {
                throw new InvalidDataException($"Entries {entryClass} and {label} come out as the same manifold, but the list gives them different Hodge numbers.");
            }
        }
    }
}
