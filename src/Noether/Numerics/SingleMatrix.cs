namespace Noether.Numerics;

/// <summary>Many points in single precision, one per row: the form that the kernels work on. Shape [rows, columns].</summary>
/// <remarks>Whoever builds one hands the array over and no longer writes to it; from then on it is a value.</remarks>
public sealed class SingleMatrix
{
    private readonly float[] _entries;

    /// <summary>Takes over an array without copying it.</summary>
    /// <param name="rows">Number of rows, 0 or more.</param>
    /// <param name="columns">Number of columns, at least 1.</param>
    /// <param name="entries">Row by row, shape [rows * columns].</param>
    /// <exception cref="ArgumentException">The number of entries is not rows * columns.</exception>
    public SingleMatrix(int rows, int columns, float[] entries)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (entries.LongLength != (long)rows * columns)
        {
            throw new ArgumentException($"A {rows} x {columns} matrix has {(long)rows * columns} entries; got {entries.LongLength}.", nameof(entries));
        }

        Rows = rows;
        Columns = columns;
        _entries = entries;
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The entries, row by row.</summary>
    public ReadOnlySpan<float> Entries => _entries;

    /// <summary>The entry in a row and a column, both counted from 0.</summary>
    public float this[int row, int column] => _entries[((long)row * Columns) + column];

    /// <summary>The entries of a row.</summary>
    public ReadOnlySpan<float> Row(int row) => _entries.AsSpan(checked(row * Columns), Columns);

    /// <summary>Refuses points with a coordinate that is not finite, and names the first.</summary>
    /// <exception cref="ArgumentException">An entry is infinite or not a number.</exception>
    internal void RequireFinite(string name)
    {
        var broken = Array.FindIndex(_entries, entry => !float.IsFinite(entry));
        if (broken >= 0)
        {
            throw new ArgumentException($"Points have finite coordinates; point {broken / Columns} has {_entries[broken]} in coordinate {broken % Columns}.", name);
        }
    }

    /// <summary>The mean of the rows in double precision. Shape [columns].</summary>
    internal double[] Mean()
    {
        var mean = new double[Columns];
        for (var i = 0; i < Rows; i++)
        {
            var row = Row(i);
            for (var j = 0; j < mean.Length; j++)
            {
                mean[j] += row[j];
            }
        }

        for (var j = 0; j < mean.Length; j++)
        {
            mean[j] /= Rows;
        }

        return mean;
    }

    /// <summary>The rows with these numbers, in their order.</summary>
    public SingleMatrix Select(ReadOnlySpan<int> rows)
    {
        var entries = new float[rows.Length * Columns];
        for (var i = 0; i < rows.Length; i++)
        {
            Row(rows[i]).CopyTo(entries.AsSpan(i * Columns));
        }

        return new(rows.Length, Columns, entries);
    }
}
