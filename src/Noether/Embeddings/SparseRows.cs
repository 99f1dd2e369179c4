namespace Noether.Embeddings;

/// <summary>Rows of a sparse matrix, one after the other.</summary>
internal sealed class SparseRows(int[] starts)
{
    public int Count => starts.Length - 1;

    public int[] Columns { get; } = new int[starts[^1]];

    public float[] Values { get; } = new float[starts[^1]];

    public SparseRow Row(int row) => new(Columns.AsSpan(starts[row]..starts[row + 1]), Values.AsSpan(starts[row]..starts[row + 1]));
}
