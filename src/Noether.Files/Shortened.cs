namespace Noether.Files;

/// <summary>Text from a file, made fit for one line of a message.</summary>
internal static class Shortened
{
    private const int Longest = 100;

    /// <summary>At most a hundred characters on one line.</summary>
    public static string Text(string text) => OneLine(text.Length <= Longest ? text : text[..(Longest - 3)] + "...");

    /// <summary>The text with a question mark for each control character, which could garble a terminal or break the line.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
}
