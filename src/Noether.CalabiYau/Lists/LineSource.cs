using System.Globalization;

namespace Noether.CalabiYau.Lists;

/// <summary>The lines of a list, one ahead, with their numbers for messages.</summary>
internal sealed class LineSource(TextReader reader, string source)
{
    private string? _line = reader.ReadLine();

    /// <summary>The number of the next line, counted from 1; at the end, of the last one.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Whether the next line is blank or absent.</summary>
    public bool AtRecordEnd => string.IsNullOrWhiteSpace(_line);

    /// <summary>Moves to the next line with content; false at the end.</summary>
    public bool SkipBlank()
    {
        while (_line is not null && AtRecordEnd)
        {
            Advance();
        }

        return _line is not null;
    }

    public CicyListException Error(int line, string problem) => new(source, line, problem);

    /// <summary>Reads "key : value" with one integer in a range.</summary>
    public int Integer(string key, int low, int high)
    {
        var value = ParseInteger(Value(key), $"the value of {key}");
        if (value < low || value > high)
        {
            throw Error(Number, $"{key} is {value}; expected {low} .. {high}.");
        }

        Advance();
        return value;
    }

    /// <summary>Reads "key : {a, b, ...}" with a known number of integers.</summary>
    public int[] Integers(string key, int count)
    {
        var values = Braced(Value(key), count, $"the value of {key}");
        Advance();
        return values;
    }

    /// <summary>Reads "{a, b, ...}", a row of a matrix.</summary>
    public int[] Row(int count, string what)
    {
        if (AtRecordEnd)
        {
            throw Error(Number, $"{what} was expected, a line such as {{1, 0, 2}}; the record ends here.");
        }

        var values = Braced(_line!.Trim(), count, what);
        Advance();
        return values;
    }

    private void Advance()
    {
        _line = reader.ReadLine();
        Number += _line is null ? 0 : 1; // what is missing at the end is missed on the last line that there is
    }

    private string Value(string key)
    {
        var parts = (_line ?? "").Split(':', 2);
        if (parts.Length != 2 || !string.Equals(parts[0].Trim(), key, StringComparison.Ordinal))
        {
            throw Error(Number, $"expected \"{key} : ...\", got {(_line is null ? "the end of the file" : $"\"{Shortened(_line)}\"")}.");
        }

        return parts[1].Trim();
    }

    private int[] Braced(string text, int count, string what)
    {
        if (!text.StartsWith('{') || !text.EndsWith('}') || text.Length < 2)
        {
            throw Error(Number, $"{what} is a list in braces such as {{1, 0, 2}}; got \"{Shortened(text)}\".");
        }

        var parts = text[1..^1].Split(',');
        if (parts.Length != count)
        {
            throw Error(Number, $"{what} has {count} integers; got {parts.Length} in \"{Shortened(text)}\".");
        }

        return [.. parts.Select(part => ParseInteger(part, what))];
    }

    private int ParseInteger(string text, string what) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Error(Number, $"{what}: \"{Shortened(text)}\" is not a whole number.");

    // A damaged file may hold lines of any length; a message should not.
    private static string Shortened(string text) => text.Length <= 60 ? text : $"{text[..57]}...";
}
