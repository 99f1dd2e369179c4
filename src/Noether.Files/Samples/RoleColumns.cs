using Noether.Data;
using Noether.Files.Delimited;

namespace Noether.Files.Samples;

/// <summary>The columns of a table by what they mean.</summary>
/// <param name="Labels">Columns of class labels.</param>
/// <param name="Values">Columns of function values.</param>
/// <param name="Coordinates">Numeric columns that no role names, of pictures only their pixels; at least one.</param>
/// <param name="Unused">Other columns that no role names: text, and what stands beside pictures or in a file of labels.</param>
internal sealed record RoleColumns(ImmutableArray<Column> Labels, ImmutableArray<Column> Values, ImmutableArray<Column> Coordinates, ImmutableArray<Column> Unused)
{
    public static RoleColumns Resolve(Table table, TableRoles roles)
    {
        var labels = Named(table, roles.Labels);
        var values = Named(table, roles.Values);
        ImmutableArray<Column> named = [.. labels, .. values, .. Named(table, roles.Ignored)];
        var twice = named.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any());
        if (twice is not null)
        {
            throw table.Fault(twice.First(), "one role for each column", "one that is named twice", "name it once, as label, as value or to be ignored");
        }

        var coordinates = table.Coordinates.Except(named).Where(column => column.IsNumeric || HoldsSomeNumber(column)).ToImmutableArray();
        return coordinates.IsEmpty
            ? throw new DataFileException(table.Source, "at least one column of coordinates besides those named", "none that holds numbers", "leave the columns of coordinates unnamed")
            : new(labels, values, coordinates, [.. table.Columns.Except(named).Except(coordinates)]);
    }

    /// <summary>Throws for the first cell, in the order of the rows, that is not what its column's role wants.</summary>
    public void RequireFiniteCells(Table table)
    {
        var flaws = Coordinates.Concat(Values).Select(column => (Column: column, Row: FirstFlaw(column)))
            .Concat(Labels.Select(column => (Column: column, Row: FirstMissing(column))))
            .Where(flaw => flaw.Row >= 0)
            .ToArray();
        if (flaws.Length == 0)
        {
            return;
        }

        var (column, row) = flaws.MinBy(flaw => flaw.Row);
        if (Labels.Contains(column))
        {
            throw table.Fault(column, row, "a class label", "leave the row out, or fill in the label");
        }

        var text = (column.Origin?.Column ?? column).FirstFlaw is { } flaw ? flaw.Text : column.TextAt(row);
        throw table.Fault(column, row, NumberText.IsNumber(text) ? "a finite number" : "a number", NumberText.Remedy(text));
    }

    /// <summary>The coordinates of some rows.</summary>
    public PointCloud PointsOf(ReadOnlySpan<int> rows)
    {
        var values = new double[rows.Length * Coordinates.Length];
        for (var j = 0; j < Coordinates.Length; j++)
        {
            var numbers = Coordinates[j].Numbers;
            for (var i = 0; i < rows.Length; i++)
            {
                values[(i * Coordinates.Length) + j] = numbers[rows[i]];
            }
        }

        return new(rows.Length, Coordinates.Length, values);
    }

    private static ImmutableArray<Column> Named(Table table, ImmutableArray<string> names) =>
        [.. names.Select(name => table.Find(name) ?? throw NearestName.Unknown(table, name))];

    private static bool HoldsSomeNumber(Column column) =>
        Enumerable.Range(0, column.Count).Any(row => column.TextAt(row) is { Length: > 0 } text && NumberText.IsNumber(text));

    /// <summary>The first row whose cell is not a finite number, or -1.</summary>
    private static int FirstFlaw(Column column) => column.IsNumeric
        ? column.FirstFlaw?.Row ?? -1
        : Enumerable.Range(0, column.Count).FirstOrDefault(row => !NumberText.IsFiniteNumber(column.TextAt(row)), -1);

    /// <summary>The first row without a label, or -1.</summary>
    private static int FirstMissing(Column column) => column.IsNumeric
        ? column.FirstFlaw?.Row ?? -1
        : Enumerable.Range(0, column.Count).FirstOrDefault(row => column.TextAt(row).Length == 0, -1);
}
