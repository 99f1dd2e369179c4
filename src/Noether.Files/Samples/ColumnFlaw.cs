namespace Noether.Files.Samples;

/// <summary>Why a column is likely no coordinate.</summary>
/// <param name="Column">The column.</param>
/// <param name="Kind">What it is instead.</param>
/// <param name="Reason">The rest of a sentence that begins with its name, such as "counts the rows".</param>
internal sealed record ColumnFlaw(Column Column, ColumnFlawKind Kind, string Reason)
{
    public string Sentence => $"{Shortened.Text(Column.Name)} {Reason}";
}
