namespace Noether.Files;

/// <summary>The columns of a table of labels, to be put beside samples.</summary>
internal static class LabelColumns
{
    /// <summary>The columns with their origin; a single one is named "label".</summary>
    /// <param name="labels">The table.</param>
    /// <param name="except">A column that is left out, or null.</param>
    /// <param name="rows">The row of each sample; null where they stand in the order of the samples.</param>
    public static ImmutableArray<Column> Of(Table labels, Column? except, int[]? rows)
    {
        ImmutableArray<Column> columns =
        [
            .. labels.Columns.Where(column => column != except)
                .Select(column => (rows is null ? column : column.Select(rows)).ComingFrom(new(labels, column, rows))),
        ];
        return columns is [var only] ? [only.Named(SampleTable.LabelColumn)] : columns;
    }
}
