using Noether.Runs;

namespace Noether.Files.Samples;

/// <summary>
/// The coordinates of a table after a look at their numbers alone: without columns that are likely no coordinates, and without rows that
/// lack a measurement.
/// </summary>
/// <param name="Columns">The columns by their roles, with the coordinates that remain; at least one.</param>
/// <param name="Rows">The rows that remain, ascending; at least one.</param>
/// <param name="Ignored">The columns that are neither coordinates, labels nor values, in the order of the table.</param>
/// <param name="Findings">What was noticed.</param>
internal sealed record CoordinateReview(
    RoleColumns Columns,
    ImmutableArray<int> Rows,
    ImmutableArray<IgnoredColumn> Ignored,
    ImmutableArray<Finding> Findings)
{
    /// <summary>If more rows lack a measurement than this share, too few would remain to stand for the table, and all are kept.</summary>
    private const double LargestMissingShare = 0.5;

    /// <summary>Looks through the coordinates of a table.</summary>
    /// <param name="table">The table, all of whose coordinates and values are finite.</param>
    /// <param name="columns">Its columns by their roles.</param>
    /// <param name="roles">How far the review goes; with columns named to be used it only cautions.</param>
    public static CoordinateReview Of(Table table, RoleColumns columns, TableRoles roles)
    {
        var review = roles.Used.IsEmpty || roles.Review == ColumnReview.None ? roles.Review : ColumnReview.Caution;
        var all = Enumerable.Range(0, table.RowCount).ToImmutableArray();
        var isReviewed = review != ColumnReview.None && table.PictureSize is null;
        ImmutableArray<Column> reviewed = [.. columns.Coordinates.Where(column => isReviewed && !column.IsNumbered)];
        if (reviewed.IsEmpty)
        {
            return new(columns, all, columns.Ignored, [.. OfReading(table)]);
        }

        var missing = MissingRows.Of([.. reviewed, .. columns.Values]);
        var measured = missing.Rows.IsEmpty ? all : [.. all.Except(missing.Rows)];
        var rows = review == ColumnReview.Caution || missing.Rows.Length > LargestMissingShare * all.Length ? all : measured;
        var flaws = ColumnFlaws.Of(columns, reviewed, measured.IsEmpty ? all : measured);
        var aside = flaws.Where(flaw => IsSetAside(flaw.Kind, review)).ToImmutableArray();
        if (aside.Length == columns.Coordinates.Length)
        {
            aside = [];
        }

        var rest = columns with { Coordinates = [.. columns.Coordinates.Except(aside.Select(flaw => flaw.Column))] };
        var ignored = InOrder(table, [.. columns.Ignored, .. aside.Select(flaw => new IgnoredColumn(flaw.Column.Name, flaw.Reason))]);
        var findings = new ReviewFindings(table, rest, roles);
        var ofMissing = findings.OfMissing(missing, areLeftOut: rows.Length < all.Length);
        var ofColumns = findings.OfAside(aside).Concat(findings.OfKept([.. flaws.Except(aside)]));
        return new(rest, rows, ignored, [.. OfReading(table), .. ofMissing, .. ofColumns]);
    }

    /// <summary>What the reader assumed about the text.</summary>
    private static IEnumerable<Finding> OfReading(Table table) =>
        table.Assumptions.IsEmpty
            ? []
            : [new("DAT012", Severity.Note, $"How {Shortened.Text(table.Source)} was read: {string.Join(' ', table.Assumptions)}")];

    private static bool IsSetAside(ColumnFlawKind kind, ColumnReview review) => review switch
    {
        ColumnReview.Full => kind != ColumnFlawKind.Sorted,
        ColumnReview.Clocks => kind == ColumnFlawKind.Clock,
        _ => false,
    };

    private static ImmutableArray<IgnoredColumn> InOrder(Table table, ImmutableArray<IgnoredColumn> ignored)
    {
        var place = table.Columns.Index().ToDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal);
        return [.. ignored.OrderBy(column => place[column.Name])];
    }
}
