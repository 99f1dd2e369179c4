using System.Text.Json;

namespace Noether.Reporting.Json;

/// <summary>A value inside a JSON document together with the path that leads to it, so that an error can name the place.</summary>
internal readonly record struct JsonPlace(JsonElement Value, string Path)
{
    /// <summary>Parses a document; the root's path is "$".</summary>
    internal static JsonPlace Parse(Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            return new(document.RootElement.Clone(), "$");
        }
        catch (JsonException error)
        {
            throw new FormatException($"This is not JSON (line {error.LineNumber + 1}): {error.Message}", error);
        }
    }

    internal bool IsObject => Value.ValueKind == JsonValueKind.Object;

    /// <summary>The field with a name, which must be there.</summary>
    internal JsonPlace this[string name] => Find(name) ?? throw new FormatException($"{Path} lacks the field \"{name}\".");

    /// <summary>The field with a name, or null where there is none.</summary>
    internal JsonPlace? Find(string name)
    {
        if (!IsObject)
        {
            throw Unexpected("an object");
        }

        return Value.TryGetProperty(name, out var field) ? new(field, $"{Path}.{name}") : null;
    }

    internal string Text => Value.ValueKind == JsonValueKind.String ? Value.GetString()! : throw Unexpected("a text");

    internal bool Truth => Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? Value.GetBoolean() : throw Unexpected("true or false");

    internal int Whole => Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var whole) ? whole : throw Unexpected("a whole number");

    internal long Long => Value.ValueKind == JsonValueKind.Number && Value.TryGetInt64(out var whole) ? whole : throw Unexpected("a whole number");

    internal ulong Unsigned => Value.ValueKind == JsonValueKind.Number && Value.TryGetUInt64(out var whole) ? whole : throw Unexpected("a whole number of at least 0");

    /// <summary>A number, or the text "NaN".</summary>
    internal double Number => Value.ValueKind switch
    {
        JsonValueKind.Number => Value.GetDouble(),
        JsonValueKind.String when Value.ValueEquals("NaN") => double.NaN,
        _ => throw Unexpected("a number"),
    };

    /// <summary>The elements of a list, each read by <paramref name="element"/>.</summary>
    internal ImmutableArray<T> List<T>(Func<JsonPlace, T> element)
    {
        if (Value.ValueKind != JsonValueKind.Array)
        {
            throw Unexpected("a list");
        }

        var path = Path;
        return [.. Value.EnumerateArray().Select((value, index) => element(new(value, $"{path}[{index}]")))];
    }

    /// <summary>The fields of an object, in their order.</summary>
    internal ImmutableArray<(string Name, JsonPlace Place)> Fields()
    {
        if (!IsObject)
        {
            throw Unexpected("an object");
        }

        var path = Path;
        return [.. Value.EnumerateObject().Select(field => (field.Name, new JsonPlace(field.Value, $"{path}.{field.Name}")))];
    }

    internal FormatException Unexpected(string expected)
    {
        const int Shown = 40;
        var text = Value.GetRawText();
        return new($"{Path} should be {expected}; it is {(text.Length > Shown ? $"{text[..Shown]}..." : text)}.");
    }
}
