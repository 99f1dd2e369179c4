namespace Noether.Embeddings;

/// <summary>The entries of one row of a sparse matrix.</summary>
internal readonly ref struct SparseRow(Span<int> columns, Span<float> values)
{
    public Span<int> Columns { get; } = columns;

    public Span<float> Values { get; } = values;
}
