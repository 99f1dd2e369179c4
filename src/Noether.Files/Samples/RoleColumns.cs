using Noether.Data;
using Noether.Files.Delimited;

namespace Noether.Files.Samples;

/// <summary>The columns of a table by what they mean.</summary>
/// <param name="Labels">Columns of class labels.</param>
/// <param name="Values">Columns of function values.</param>
/// <param name="Coordinates">
/// The columns named as such, or all numeric ones that no role names, of pictures only their pixels; at least one.
/// </param>
/// <param name="Unused">
/// Columns that nobody named: text, and what stands beside pictures or in a file of labels. Empty where the coordinates are named.
/// </param>
internal sealed record RoleColumns(ImmutableArray<Column> Labels, ImmutableArray<Column> Values, ImmutableArray<Column> Coordinates, ImmutableArray<Column> Unused)
{
    /// <summary>The columns without a role, each with the reason, in the order of the table.</summary>
    public required ImmutableArray<IgnoredColumn> Ignored { get; init; }

    public static RoleColumns Resolve(Table table, TableRoles roles)
    {
        var labels = Named(table, roles.Labels);
        var values = Named(table, roles.Values);
        var used = Named(table, roles.Used);
        var ignored = Named(table, roles.Ignored);
        ImmutableArray<Column> named = [.. labels, .. values, .. used, .. ignored];
        var twice = named.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any());
        if (twice is not null)
        {
            const string once = "name it once, as label, value or coordinate, or to be ignored";
            throw table.Fault(twice.First(), "one role for each column", "one that is named twice", once);
        }

        if (used.Except(table.Coordinates).FirstOrDefault() is { } beside)
        {
            const string found = "one beside pictures or in a file of labels";
            const string remedy = "use another column, or put it into the table of the samples";
            throw table.Fault(beside, "a column of the samples as a coordinate", found, remedy);
        }

        var unnamed = table.Coordinates.Except(named)
            .Where(column => column.IsNumeric || HoldsSomeNumber(column) || NumberLike.Is(column));
        var coordinates = used.IsEmpty ? [.. unnamed] : used;
        if (coordinates.IsEmpty)
        {
            const string expected = "at least one column of coordinates besides those named";
            throw new DataFileException(table.Source, expected, "none that holds numbers", "leave the columns of coordinates unnamed");
        }

        var rest = table.Columns.Except([.. labels, .. values, .. coordinates]).ToImmutableArray();
        return new(labels, values, coordinates, used.IsEmpty ? [.. rest.Except(ignored)] : [])
        {
            Ignored = [.. rest.Select(column => new IgnoredColumn(column.Name, ReasonOf(column, ignored, areChosen: !used.IsEmpty)))],
        };
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

    private static string ReasonOf(Column column, ImmutableArray<Column> ignored, bool areChosen) =>
        ignored.Contains(column) ? "by --ignore"
        : column.Origin is not null ? "stands in a file of labels"
        : areChosen ? "not named by --use"
        : column.IsNumeric ? "stands beside pictures" : "holds text";

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
