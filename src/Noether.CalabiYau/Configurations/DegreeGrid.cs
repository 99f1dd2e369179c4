namespace Noether.CalabiYau.Configurations;

/// <summary>The entries of a matrix while an identity rewrites them.</summary>
internal readonly struct DegreeGrid
{
    private readonly int _rows;
    private readonly int _columns;
    private readonly byte[] _degrees;

    private DegreeGrid(int rows, int columns)
    {
        _rows = rows;
        _columns = columns;
        _degrees = new byte[rows * columns];
    }

    /// <summary>One entry; rows and columns of the copied matrix come first and keep their order.</summary>
    public int this[int row, int column]
    {
        get => _degrees[(row * _columns) + column];
        set => _degrees[(row * _columns) + column] = (byte)value;
    }

    /// <summary>A copy of a matrix with zero rows and columns appended.</summary>
    public static DegreeGrid Enlarged(ConfigurationMatrix matrix, int rows, int columns)
    {
        var grid = new DegreeGrid(matrix.Rows + rows, matrix.Columns + columns);
        for (var row = 0; row < matrix.Rows; row++)
        {
            matrix.Row(row).CopyTo(grid._degrees.AsSpan(row * grid._columns));
        }

        return grid;
    }

    /// <summary>The matrix without some rows and columns, given as bits.</summary>
    public ConfigurationMatrix Without(ulong rows, ulong columns)
    {
        var left = new List<byte>(_degrees.Length);
        var height = 0;
        for (var row = 0; row < _rows; row++)
        {
            if ((rows >> row & 1) != 0)
            {
                continue;
            }

            height++;
            for (var column = 0; column < _columns; column++)
            {
                if ((columns >> column & 1) == 0)
                {
                    left.Add(_degrees[(row * _columns) + column]);
                }
            }
        }

        return new(height, left.Count / height, [.. left]);
    }

    /// <summary>The matrix with all rows and columns.</summary>
    public ConfigurationMatrix ToMatrix() => new(_rows, _columns, _degrees);
}
