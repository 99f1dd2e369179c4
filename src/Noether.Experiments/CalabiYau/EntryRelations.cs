using Noether.CalabiYau.Classes;
using Noether.CalabiYau.Lists;
using Noether.Orbits;
using Noether.Runs;

namespace Noether.Experiments.CalabiYau;

/// <summary>Which entries of a list are the same manifold: by their labels alone, by what the list says, and by proof.</summary>
/// <param name="ByLabel">Every entry its own class. Shape [entries].</param>
/// <param name="ByList">Classes by the list's own redundancies (key Redun). Shape [entries].</param>
/// <param name="Certified">Classes by identities and Wall's theorem. Shape [entries].</param>
/// <param name="Classes">The certified classes themselves.</param>
internal sealed record EntryRelations(ImmutableArray<int> ByLabel, ImmutableArray<int> ByList, ImmutableArray<int> Certified, EntryClasses Classes)
{
    /// <summary>Finds the classes of the entries that are learned.</summary>
    public static EntryRelations Find(ImmutableArray<CicyRecord> records, ClassOptions options, Execution execution)
    {
        var classes = EntryClasses.Find(new(records), options, execution);
        return new(
            [.. Enumerable.Range(0, records.Length)],
            Redundancies(records),
            [.. records.Select(record => classes.ClassOf[record.Label])],
            classes);
    }

    /// <summary>Whether the list or a proof connects two entries, given by their indices.</summary>
    public bool AreConnected(int first, int second) => ByList[first] == ByList[second] || Certified[first] == Certified[second];

    private static ImmutableArray<int> Redundancies(ImmutableArray<CicyRecord> records)
    {
        var entryOf = records.Index().ToDictionary(pair => pair.Item.Label, pair => pair.Index);
        var sets = new DisjointSets(records.Length);
        foreach (var (entry, record) in records.Index())
        {
            foreach (var label in record.Redundant.Where(entryOf.ContainsKey))
            {
                sets.Join(entry, entryOf[label]);
            }
        }

        return [.. Enumerable.Range(0, records.Length).Select(sets.Root)];
    }
}
