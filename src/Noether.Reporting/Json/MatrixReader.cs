using System.Text.Json;
using Noether.Numerics;

namespace Noether.Reporting.Json;

/// <summary>Reads matrices: a list of them, an object with "matrices", or a report with generators.</summary>
internal static class MatrixReader
{
    internal static ImmutableArray<Matrix> Read(Stream stream)
    {
        var list = Locate(JsonPlace.Parse(stream));
        var matrices = list.List(Matrix);
        return matrices.IsEmpty ? throw new FormatException($"{list.Path} holds no matrix; at least one is needed.") : matrices;
    }

    /// <summary>A list of rows of finite numbers.</summary>
    internal static Matrix Matrix(JsonPlace place)
    {
        var rows = place.List(row => row.List(Entry));
        var columns = rows.IsEmpty ? 0 : rows[0].Length;
        if (columns == 0)
        {
            throw place.Unexpected("a matrix: a list of rows, each a list of numbers");
        }

        var ragged = rows.ToList().FindIndex(row => row.Length != columns);
        return ragged < 0
            ? Numerics.Matrix.FromEntries(rows.Length, columns, [.. rows.SelectMany(row => row)])
            : throw new FormatException($"{place.Path}[{ragged}] has {rows[ragged].Length} entries; row 0 has {columns}.");
    }

    private static JsonPlace Locate(JsonPlace root)
    {
        if (root.Value.ValueKind == JsonValueKind.Array)
        {
            return root;
        }

        var holder = root.IsObject ? root.Find("generators") ?? root : throw root.Unexpected("a list of matrices or an object with the field \"matrices\"");
        return holder["matrices"];
    }

    private static double Entry(JsonPlace place) => double.IsFinite(place.Number) ? place.Number : throw place.Unexpected("a finite number");
}
