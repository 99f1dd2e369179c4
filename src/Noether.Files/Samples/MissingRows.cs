namespace Noether.Files.Samples;

/// <summary>The rows of a table in which some column has a code for a missing measurement.</summary>
/// <param name="Codes">Each code with its column and the number of rows that hold it.</param>
/// <param name="Rows">These rows, ascending.</param>
internal sealed record MissingRows(ImmutableArray<(Column Column, double Code, int Count)> Codes, ImmutableArray<int> Rows)
{
    public static MissingRows Of(IEnumerable<Column> columns)
    {
        var codes = ImmutableArray.CreateBuilder<(Column, double, int)>();
        var rows = new SortedSet<int>();
        foreach (var column in columns)
        {
            foreach (var code in MissingCodes.Of(column.Numbers))
            {
                var found = RowsWith(column.Numbers, code);
                codes.Add((column, code, found.Count));
                rows.UnionWith(found);
            }
        }

        return new(codes.ToImmutable(), [.. rows]);
    }

    private static List<int> RowsWith(ReadOnlySpan<double> values, double code)
    {
        var rows = new List<int>();
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] == code)
            {
                rows.Add(row);
            }
        }

        return rows;
    }
}
