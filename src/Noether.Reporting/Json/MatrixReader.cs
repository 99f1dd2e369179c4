using Noether.Numerics;

namespace Noether.Reporting.Json;

/// <summary>Reads a matrix: a list of rows of numbers.</summary>
internal static class MatrixReader
{
    internal static Matrix Read(JsonPlace place)
    {
        var rows = place.List(row => row.List(entry => entry.Number));
        var columns = rows.IsEmpty ? 0 : rows[0].Length;
        if (columns == 0)
        {
            throw place.Unexpected("a matrix: a list of rows, each a list of numbers");
        }

        var ragged = rows.ToList().FindIndex(row => row.Length != columns);
        return ragged < 0
            ? Matrix.FromEntries(rows.Length, columns, [.. rows.SelectMany(row => row)])
            : throw new FormatException($"{place.Path}[{ragged}] has {rows[ragged].Length} entries; row 0 has {columns}.");
    }
}
