using System.Numerics;

namespace Noether.Files.Matrices;

/// <summary>A matrix as it stands in a file.</summary>
/// <param name="Rows">Number of rows, at least 1.</param>
/// <param name="Columns">Number of columns, at least 1.</param>
/// <param name="Entries">Row by row. Shape [rows * columns].</param>
/// <param name="IsComplex">Whether the file writes its entries as complex numbers.</param>
internal sealed record RawMatrix(int Rows, int Columns, Complex[] Entries, bool IsComplex)
{
    /// <summary>A matrix of numbers in rows of equal length.</summary>
    public static RawMatrix FromRows(IReadOnlyList<Complex[]> rows, bool isComplex) =>
        new(rows.Count, rows[0].Length, [.. rows.SelectMany(row => row)], isComplex);

    public Complex this[int row, int column] => Entries[(row * Columns) + column];
}
