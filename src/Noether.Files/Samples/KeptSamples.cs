namespace Noether.Files.Samples;

/// <summary>The rows that have every measurement, and a class in every head.</summary>
internal static class KeptSamples
{
    /// <summary>The numbers of these rows, in the order of the file; at least one.</summary>
    /// <exception cref="DataFileException">There is none.</exception>
    public static ImmutableArray<int> Of(Table table, ImmutableArray<int> measured, ImmutableArray<Head> heads)
    {
        var kept = measured.Where(row => heads.All(head => head.Classes[row] >= 0)).ToImmutableArray();
        if (!kept.IsEmpty)
        {
            return kept;
        }

        var head = heads.FirstOrDefault(head => measured.All(row => head.Classes[row] < 0)) ?? heads.First(head => head.AreValues);
        var values = Select(head.Column.Numbers, measured);
        throw table.Fault(head.Column, "values within a window about a level", $"none of {values.Length} (they run from {values.Min():G6} to {values.Max():G6})", "choose other --levels, or a larger --width");
    }

    /// <summary>The values in some rows.</summary>
    public static ImmutableArray<double> Select(ReadOnlySpan<double> values, ImmutableArray<int> rows)
    {
        var selected = ImmutableArray.CreateBuilder<double>(rows.Length);
        foreach (var row in rows)
        {
            selected.Add(values[row]);
        }

        return selected.MoveToImmutable();
    }
}
