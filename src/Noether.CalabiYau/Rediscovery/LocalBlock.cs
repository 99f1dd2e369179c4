using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Rediscovery;

/// <summary>One side of a local rule.</summary>
/// <param name="Dimensions">The dimensions of its rows.</param>
/// <param name="Entries">The entries of its rows in its columns.</param>
/// <param name="RowIsEmpty">Which rows have no entries elsewhere.</param>
/// <param name="ColumnIsEmpty">Which columns have no entries elsewhere.</param>
internal sealed record LocalBlock(ImmutableArray<int> Dimensions, ImmutableArray<ImmutableArray<int>> Entries, ImmutableArray<bool> RowIsEmpty, ImmutableArray<bool> ColumnIsEmpty)
{
    /// <summary>The block that a deletion takes out of a matrix.</summary>
    public static LocalBlock Of(ConfigurationMatrix matrix, Deletion deletion) => new(
        [.. deletion.Rows.Select(matrix.AmbientDimension)],
        [.. deletion.Rows.Select(row => deletion.Columns.Select(column => matrix[row, column]).ToImmutableArray())],
        [.. deletion.RowPart.Select(part => part.All(entry => entry == 0))],
        [.. deletion.ColumnPart.Select(part => part.All(entry => entry == 0))]);

    /// <summary>The block as text, equal for equal blocks.</summary>
    public override string ToString() =>
        $"{string.Join(' ', Dimensions.Select((dimension, row) => $"P{dimension}[{string.Join(' ', Entries[row])}{(RowIsEmpty[row] ? " 0" : "")}]"))}({string.Join(' ', ColumnIsEmpty.Select(empty => empty ? "0" : "p"))})";
}
