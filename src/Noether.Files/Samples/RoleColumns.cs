using Noether.Data;
using Noether.Files.Delimited;

namespace Noether.Files.Samples;

/// <summary>The columns of a table by what they mean.</summary>
/// <param name="Labels">Columns of class labels.</param>
/// <param name="Values">Columns of function values.</param>
/// <param name="Coordinates">Numeric columns that no role names; at least one.</param>
/// <param name="Unused">Text columns that no role names.</param>
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
            throw new DataFileException(table.Source, "one role for each column", "one that is named twice", "name it once, as label, as value or to be ignored") { Column = twice.Key };
        }

        var rest = table.Columns.Except(named).ToArray();
        var coordinates = rest.Where(column => column.IsNumeric || HoldsSomeNumber(column)).ToImmutableArray();
        return coordinates.IsEmpty
            ? throw new DataFileException(table.Source, "at least one column of coordinates besides those named", "none that holds numbers", "leave the columns of coordinates unnamed")
            : new(labels, values, coordinates, [.. rest.Except(coordinates)]);
    }

    /// <summary>Throws for the first cell, in the order of the rows, that is not what its column's role wants.</summary>
    public void RequireFiniteCells(Table table)
    {
        var first = Coordinates.Concat(Values).Select(column => (Column: column, Row: FirstFlaw(column)))
            .Concat(Labels.Select(column => (Column: column, Row: FirstMissing(column))))
            .Where(flaw => flaw.Row is not null)
            .MinBy(flaw => flaw.Row);
        if (first.Row is not { } row)
        {
            return;
        }

        if (Labels.Contains(first.Column))
        {
            throw table.Fault(first.Column, row, "a class label", "leave the row out, or fill in the label");
        }

        var text = first.Column.FirstFlaw is { } flaw ? flaw.Text : first.Column.TextAt(row);
        throw table.Fault(first.Column, row, NumberText.IsNumber(text) ? "a finite number" : "a number", NumberText.Remedy(text));
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

    private static int? FirstFlaw(Column column) => column.IsNumeric
        ? column.FirstFlaw?.Row
        : Enumerable.Range(0, column.Count).First(row => !NumberText.IsNumber(column.TextAt(row)));

    private static int? FirstMissing(Column column)
    {
        if (column.IsNumeric)
        {
            return column.FirstFlaw?.Row;
        }

        var missing = Enumerable.Range(0, column.Count).FirstOrDefault(row => column.TextAt(row).Length == 0, -1);
        return missing < 0 ? null : missing;
    }
}
