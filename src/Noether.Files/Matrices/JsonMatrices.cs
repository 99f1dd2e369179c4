using System.Text.Json;
using Noether.Numerics;

namespace Noether.Files.Matrices;

/// <summary>Reads matrices from JSON: a matrix is a list of rows, a row is a list of numbers.</summary>
internal static class JsonMatrices
{
    private const string Shape = "write each matrix as a list of rows, such as [[0, -1], [1, 0]]";

    /// <summary>The matrices, and their standard errors where these stand beside them.</summary>
    public static (ImmutableArray<Matrix> Matrices, ImmutableArray<double> StandardErrors) Read(DataFile file)
    {
        using var document = Parse(file);
        var (holder, list, place) = ListOf(file.Path, document.RootElement);
        var matrices = Matrices(file, list, place);
        return (matrices, holder is { } beside && beside.TryGetProperty("standardErrors", out var errors) ? Errors(errors, matrices.Length, file.Path) : []);
    }

    private static ImmutableArray<Matrix> Matrices(DataFile file, JsonElement list, string place)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw new MatrixPlace(file.Path, place.Length == 0 ? null : place).Fault("a list of matrices", Describe(list), Shape);
        }

        if (IsMatrix(list))
        {
            return [Checked(list, new(file.Path, place.Length == 0 ? null : place), null)];
        }

        var matrices = ImmutableArray.CreateBuilder<Matrix>(list.GetArrayLength());
        foreach (var (k, element) in list.EnumerateArray().Index())
        {
            matrices.Add(Checked(element, new(file.Path, $"{place}[{k}]"), matrices.FirstOrDefault()));
        }

        return matrices.MoveToImmutable();
    }

    private static JsonDocument Parse(DataFile file)
    {
        try
        {
            return JsonDocument.Parse(file.Content(), new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException exception)
        {
            throw new DataFileException(file.Path, "JSON, or matrices in NPY or NPZ", "text that is not JSON", "check brackets, commas and quotes", exception)
            {
                Line = (int?)exception.LineNumber + 1,
            };
        }
    }

    private static ImmutableArray<double> Errors(JsonElement list, int count, string path)
    {
        var place = new MatrixPlace(path, "standardErrors");
        const string Remedy = "give one standard error per matrix, or leave \"standardErrors\" out";
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() != count)
        {
            throw place.Fault($"a list of {count} numbers, one per matrix", list.ValueKind == JsonValueKind.Array ? $"{list.GetArrayLength()}" : Describe(list), Remedy);
        }

        return [.. list.EnumerateArray().Select(entry => entry.ValueKind == JsonValueKind.Number && entry.GetDouble() is >= 0 and < double.PositiveInfinity
            ? entry.GetDouble()
            : throw place.Fault("finite numbers from zero", Describe(entry), Remedy))];
    }

    private static (JsonElement? Holder, JsonElement List, string Place) ListOf(string path, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return (null, root, "");
        }

        if (root.TryGetProperty("matrices", out var matrices))
        {
            return (root, matrices, "matrices");
        }

        return root.TryGetProperty("generators", out var generators) && generators.ValueKind == JsonValueKind.Object && generators.TryGetProperty("matrices", out matrices)
            ? (generators, matrices, "generators.matrices")
            : throw new DataFileException(path, "\"matrices\", or \"generators\" with \"matrices\"", "neither", "name a report.json in which generators were found, or write an object with \"matrices\"");
    }

    private static bool IsMatrix(JsonElement element) =>
        element[0].ValueKind == JsonValueKind.Array && element[0].GetArrayLength() > 0 && element[0][0].ValueKind != JsonValueKind.Array;

    private static Matrix Checked(JsonElement element, MatrixPlace place, Matrix? first)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() == 0)
        {
            throw place.Fault("a matrix", Describe(element), Shape);
        }

        var rows = element.EnumerateArray().Select((row, i) => RowOf(row, place with { Array = $"{place.Array}[{i}]" })).ToArray();
        var ragged = Array.FindIndex(rows, row => row.Length != rows[0].Length);
        if (ragged >= 0)
        {
            throw (place with { Array = $"{place.Array}[{ragged}]" }).Fault($"{rows[0].Length} entries as in the row before", $"{rows[ragged].Length}", Shape);
        }

        var matrix = Matrix.FromRows(rows);
        place.Require(matrix, first);
        return matrix;
    }

    private static double[] RowOf(JsonElement row, MatrixPlace place)
    {
        if (row.ValueKind != JsonValueKind.Array || row.GetArrayLength() == 0)
        {
            throw place.Fault("a row of numbers", Describe(row), Shape);
        }

        return [.. row.EnumerateArray().Select((entry, j) => entry.ValueKind == JsonValueKind.Number
            ? entry.GetDouble()
            : throw (place with { Array = $"{place.Array}[{j}]" }).Fault("a number", Describe(entry), Shape))];
    }

    private static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array when element.GetArrayLength() == 0 => "an empty list",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => $"\"{Shortened.Text(element.GetString()!)}\"",
        _ => Shortened.Text(element.GetRawText()),
    };
}
