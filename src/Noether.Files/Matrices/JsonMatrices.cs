using System.Numerics;
using System.Text.Json;

namespace Noether.Files.Matrices;

/// <summary>
/// Reads matrices from JSON: a matrix is a list of rows, a row is a list of numbers, of pairs [re, im], or of texts such as "1+2i".
/// </summary>
internal static class JsonMatrices
{
    private const string Shape = "write each matrix as a list of rows, such as [[0, -1], [1, 0]]";

    /// <summary>The matrices, and their standard errors where these stand beside them.</summary>
    public static (ImmutableArray<RawMatrix> Matrices, ImmutableArray<double> StandardErrors) Read(DataFile file)
    {
        using var document = Parse(file);
        var (holder, list, place) = ListOf(file.Path, document.RootElement);
        var matrices = Matrices(file, list, place);
        return (matrices, holder is { } beside && beside.TryGetProperty("standardErrors", out var errors) ? Errors(errors, matrices.Length, file.Path) : []);
    }

    private static ImmutableArray<RawMatrix> Matrices(DataFile file, JsonElement list, string place)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw new MatrixPlace(file.Path, place.Length == 0 ? null : place).Fault("a list of matrices", Describe(list), Shape);
        }

        if (IsMatrix(list))
        {
            return [Checked(list, new(file.Path, place.Length == 0 ? null : place), null)];
        }

        var matrices = ImmutableArray.CreateBuilder<RawMatrix>(list.GetArrayLength());
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
            throw new DataFileException(
                file.Path, "matrices in JSON", "text that is not JSON", "check brackets, commas and quotes", exception)
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

    /// <summary>
    /// Whether a list is one matrix: its rows hold no lists, or pairs [re, im]. A square of pairs alone is one if it is at least 3 x 3; a
    /// smaller one looks like two real matrices.
    /// </summary>
    private static bool IsMatrix(JsonElement list)
    {
        if (!list.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Array && row.GetArrayLength() > 0))
        {
            return false;
        }

        var n = list.GetArrayLength();
        var entries = list.EnumerateArray().SelectMany(row => row.EnumerateArray()).ToArray();
        var pairs = entries.Count(entry => IsList(entry, 2) && entry[0].ValueKind == JsonValueKind.Number);
        var lists = entries.Count(entry => entry.ValueKind == JsonValueKind.Array);
        return lists == 0
            || (lists == pairs && list.EnumerateArray().All(row => row.GetArrayLength() == n) && (pairs < entries.Length || n > 2));
    }

    private static bool IsList(JsonElement element, int length) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == length;

    private static RawMatrix Checked(JsonElement element, MatrixPlace place, RawMatrix? first)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() == 0)
        {
            throw place.Fault("a matrix", Describe(element), Shape);
        }

        var isComplex = false;
        var rows = element.EnumerateArray()
            .Select((row, i) => RowOf(row, place with { Array = $"{place.Array}[{i}]" }, ref isComplex))
            .ToArray();
        var ragged = Array.FindIndex(rows, row => row.Length != rows[0].Length);
        if (ragged >= 0)
        {
            throw (place with { Array = $"{place.Array}[{ragged}]" }).Fault($"{rows[0].Length} entries as in the row before", $"{rows[ragged].Length}", Shape);
        }

        var matrix = RawMatrix.FromRows(rows, isComplex);
        place.Require(matrix, first);
        return matrix;
    }

    private static Complex[] RowOf(JsonElement row, MatrixPlace place, ref bool isComplex)
    {
        if (row.ValueKind != JsonValueKind.Array || row.GetArrayLength() == 0)
        {
            throw place.Fault("a row of numbers", Describe(row), Shape);
        }

        var entries = new Complex[row.GetArrayLength()];
        foreach (var (j, entry) in row.EnumerateArray().Index())
        {
            var (number, isEntryComplex) = EntryOf(entry)
                ?? throw (place with { Array = $"{place.Array}[{j}]" }).Fault("a number", Describe(entry), Shape);
            entries[j] = number;
            isComplex |= isEntryComplex;
        }

        return entries;
    }

    private static (Complex Number, bool IsComplex)? EntryOf(JsonElement entry) => entry.ValueKind switch
    {
        JsonValueKind.Number => (entry.GetDouble(), false),
        JsonValueKind.String when ComplexText.TryRead(entry.GetString()!, out var number, out var isComplex) => (number, isComplex),
        JsonValueKind.Array when IsList(entry, 2) && entry.EnumerateArray().All(part => part.ValueKind == JsonValueKind.Number) =>
            (new(entry[0].GetDouble(), entry[1].GetDouble()), true),
        _ => null,
    };

    private static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array when element.GetArrayLength() == 0 => "an empty list",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => $"\"{Shortened.Text(element.GetString()!)}\"",
        _ => Shortened.Text(element.GetRawText()),
    };
}
