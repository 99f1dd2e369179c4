namespace Noether.Files;

/// <summary>Where a column stands that was put beside another table: errors about it name this place.</summary>
/// <param name="Table">The table that it was read from.</param>
/// <param name="Column">The column there.</param>
/// <param name="Rows">The row there of each of its cells; null where they are the same.</param>
internal sealed record ColumnOrigin(Table Table, Column Column, int[]? Rows)
{
    /// <summary>The row there of a cell. Of a column of numbers with flaws, the first flaw: its text is still known.</summary>
    public int RowOf(int row) => Column.FirstFlaw?.Row ?? Rows?[row] ?? row;
}
