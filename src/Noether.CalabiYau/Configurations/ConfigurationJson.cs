using System.Text.Json;

namespace Noether.CalabiYau.Configurations;

/// <summary>
/// Configurations in JSON as other tools write it: a list of matrices, or objects that hold one each beside other numbers.
/// </summary>
internal static class ConfigurationJson
{
    private static readonly string[] Names = ["matrix", "conf", "config", "configuration", "degrees"];

    /// <summary>The matrices of a text; null where it is no JSON, or one matrix alone.</summary>
    /// <exception cref="FormatException">An element holds no matrix, or one that is no configuration; the message counts the
    /// elements.</exception>
    public static ImmutableArray<ConfigurationMatrix>? Read(string text)
    {
        if (text.AsSpan().TrimStart() is not ['[' or '{', ..])
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement switch
            {
                { ValueKind: JsonValueKind.Object } single => [Of(single, 1)],
                { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() > 0 && list.EnumerateArray().All(IsElement) =>
                    [.. list.EnumerateArray().Select((element, k) => Of(element, k + 1))],
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null; // braces and brackets of another notation, which is read line by line
        }
    }

    private static bool IsElement(JsonElement element) => element.ValueKind == JsonValueKind.Object || IsMatrix(element);

    private static ConfigurationMatrix Of(JsonElement element, int number)
    {
        var matrix = element.ValueKind == JsonValueKind.Object ? MatrixIn(element, number) : element;
        try
        {
            var rows = matrix.EnumerateArray().Select(row => row.EnumerateArray().Select(entry => entry.GetInt32()).ToArray());
            return ConfigurationText.FromLists([.. rows]);
        }
        catch (ArgumentException problem)
        {
            throw new FormatException(
                $"Line 1: matrix {number} is no configuration. {ConfigurationText.WithoutParameter(problem)}", problem);
        }
    }

    /// <summary>The matrix of an object: under one of the usual names, or the only list of lists.</summary>
    private static JsonElement MatrixIn(JsonElement element, int number)
    {
        var matrices = element.EnumerateObject().Where(property => IsMatrix(property.Value)).ToArray();
        var named = matrices.Where(property => Names.Contains(property.Name, StringComparer.OrdinalIgnoreCase)).ToArray();
        return (named.Length, matrices.Length) switch
        {
            (1, _) => named[0].Value,
            (0, 1) => matrices[0].Value,
            _ => throw new FormatException(
                $"Line 1: object {number} holds {matrices.Length} lists of rows; expected one, or one named \"matrix\"."),
        };
    }

    private static bool IsMatrix(JsonElement element) => element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0
        && element.EnumerateArray()
            .All(row => row.ValueKind == JsonValueKind.Array && row.GetArrayLength() > 0
                && row.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.Number && entry.TryGetInt32(out _)));
}
