namespace Noether.Files.Samples;

/// <summary>What the numbers of a table say against its columns being coordinates.</summary>
internal static class ColumnFlaws
{
    /// <summary>Two columns of as many rows are no copies by chance.</summary>
    private const int FewestRowsOfCopies = RowOrder.FewestRows;

    /// <summary>The flaws of some coordinates in the order of the columns, one each at most.</summary>
    /// <param name="columns">All columns by their roles.</param>
    /// <param name="reviewed">The coordinates that are looked at.</param>
    /// <param name="rows">The rows without a missing measurement; at least one.</param>
    public static ImmutableArray<ColumnFlaw> Of(RoleColumns columns, ImmutableArray<Column> reviewed, ImmutableArray<int> rows)
    {
        var flaws = ImmutableArray.CreateBuilder<ColumnFlaw>();
        List<(ColumnScale Scale, string Reason)> originals =
        [
            .. columns.Values.Select(column => (new ColumnScale(column, rows), $"copies the values of {column.Name}")),
            .. columns.Labels.Where(label => label.IsNumeric)
                .Select(column => (new ColumnScale(column, rows), $"copies the labels of {column.Name}")),
        ];
        foreach (var column in reviewed)
        {
            var scale = new ColumnScale(column, rows);
            var order = OrderFlawOf(column, rows);
            var isConstant = SampleFindings.IsConstant(column.Numbers, rows);
            var flaw = isConstant ? new(column, ColumnFlawKind.Constant, "has the same value in every row")
                : order is { Kind: ColumnFlawKind.Clock } ? order
                : CopyOf(originals, scale, rows) is { } reason ? new(column, ColumnFlawKind.Copy, reason)
                : order;
            if (flaw is not null)
            {
                flaws.Add(flaw);
            }

            if (flaw is null or { Kind: ColumnFlawKind.Sorted })
            {
                originals.Add((scale, $"copies {column.Name}"));
            }
        }

        return flaws.ToImmutable();
    }

    /// <summary>Rows that were left out for another column would look like pauses of a clock; so all rows are looked at first.</summary>
    private static ColumnFlaw? OrderFlawOf(Column column, ImmutableArray<int> rows) =>
        RowOrder.FlawOf(column, [.. Enumerable.Range(0, column.Count)])
        ?? (rows.Length < column.Count ? RowOrder.FlawOf(column, rows) : null);

    private static string? CopyOf(List<(ColumnScale Scale, string Reason)> originals, ColumnScale column, ImmutableArray<int> rows) =>
        rows.Length < FewestRowsOfCopies ? null : originals.FirstOrDefault(original => column.IsCopyOf(original.Scale)).Reason;
}
