namespace Noether.Files.Samples;

/// <summary>What samples must satisfy for any result to mean something.</summary>
internal static class SampleChecks
{
    private const double SmallestScale = 1e-15;
    private const double LargestScale = 1e15;

    /// <summary>Throws where the samples of a table cannot be used.</summary>
    /// <exception cref="DataFileException">A head has one class, or there are fewer samples than coordinates, which only pictures may have: they are looked at in principal components.</exception>
    public static void Require(Table table, RoleColumns columns, ImmutableArray<Head> heads, ImmutableArray<int> kept)
    {
        foreach (var head in heads)
        {
            if (!head.AreValues)
            {
                var instead = head.Column.IsNumeric ? $"bin the values of a function with --value \"{head.Column.Name}\"" : "name the column that holds classes";
                RequireSharedLabels(table, head, "classes with several samples each", instead);
            }

            if (head.SizesAmong(kept).Count(size => size > 0) < 2)
            {
                var remedy = head.AreValues ? "choose a function that varies, or other --levels" : "name a column with at least two different labels";
                throw table.Fault(head.Column, "two classes or more", $"only \"{Shortened.Text(head.Names[head.Classes[kept[0]]])}\"", remedy);
            }
        }

        RequireUsableScales(table, columns, kept);
        if (table.PictureSize is null)
        {
            RequireMoreSamplesThanCoordinates(table.Source, kept.Length, columns.Coordinates.Length);
        }
    }

    /// <summary>
    /// Throws where a column's numbers are so large or so small that single precision, in which networks compute, cannot hold their squares. Pixels have one unit, that of the brightest:
    /// one that is hardly ever lit is no fault.
    /// </summary>
    public static void RequireUsableScales(Table table, RoleColumns columns, ImmutableArray<int> kept)
    {
        var scales = columns.Coordinates.Select(column => (Column: column, Largest: LargestOf(column.Numbers, kept)));
        foreach (var (column, largest) in table.PictureSize is null ? scales : [scales.MaxBy(scale => scale.Largest)])
        {
            if (largest is > LargestScale or > 0 and < SmallestScale)
            {
                throw table.Fault(column, $"numbers between {SmallestScale} and {LargestScale} in size", $"{largest} as the largest", "use other units: divide the column by a power of ten");
            }
        }
    }

    private static double LargestOf(ReadOnlySpan<double> numbers, ImmutableArray<int> rows)
    {
        var largest = 0.0;
        foreach (var row in rows)
        {
            largest = Math.Max(largest, Math.Abs(numbers[row]));
        }

        return largest;
    }

    /// <summary>Throws where more than half of the rows are alone in their class: such a column numbers the rows, or holds values that vary from row to row.</summary>
    public static void RequireSharedLabels(Table table, Head head, string expected, string remedy)
    {
        var sizes = head.SizesAmong([.. Enumerable.Range(0, table.RowCount)]);
        if (table.RowCount > 1 && 2 * sizes.Count(size => size == 1) > table.RowCount)
        {
            throw table.Fault(head.Column, expected, $"{head.Names.Length} different labels in {table.RowCount} rows", remedy);
        }
    }

    /// <summary>With no more points than coordinates, some hyperplane holds them all, and any number of linear maps with them.</summary>
    public static void RequireMoreSamplesThanCoordinates(string source, int samples, int coordinates)
    {
        if (samples <= coordinates)
        {
            throw new DataFileException(source, $"more than {coordinates} samples for {coordinates} coordinates", $"{samples}", "add samples, leave columns out, or transpose the table: one row per sample");
        }
    }
}
