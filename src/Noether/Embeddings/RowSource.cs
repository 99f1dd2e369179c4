using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Embeddings;

/// <summary>Points of either precision, read row by row in double precision and cut into blocks of rows.</summary>
internal sealed class RowSource
{
    private const int RowsPerBlock = 512;

    private readonly PointCloud? _cloud;
    private readonly SingleMatrix? _matrix;

    public RowSource(PointCloud cloud)
    {
        (_cloud, Count, Dimension) = (cloud, cloud.Count, cloud.Dimension);
    }

    /// <exception cref="ArgumentException">An entry is not finite, which a cloud never has.</exception>
    public RowSource(SingleMatrix matrix)
    {
        matrix.RequireFinite("points");
        (_matrix, Count, Dimension) = (matrix, matrix.Rows, matrix.Columns);
    }

    public int Count { get; }

    public int Dimension { get; }

    public int Blocks => (Count + RowsPerBlock - 1) / RowsPerBlock;

    public (int First, int End) Block(int block) => (block * RowsPerBlock, Math.Min((block + 1) * RowsPerBlock, Count));

    public void CopyRow(int row, Span<double> into)
    {
        if (_cloud is not null)
        {
            _cloud.Row(row).CopyTo(into);
        }
        else
        {
            TensorPrimitives.ConvertTruncating(_matrix!.Row(row), into);
        }
    }
}
