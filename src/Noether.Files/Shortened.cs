namespace Noether.Files;

/// <summary>Text from a file, made fit for one line of a message.</summary>
internal static class Shortened
{
    private const int Longest = 60;

    /// <summary>At most sixty characters; control characters, which would garble a terminal, become question marks.</summary>
    public static string Text(string text)
    {
        var head = text.Length <= Longest ? text : text[..(Longest - 3)];
        return string.Concat(head.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)) + (text.Length <= Longest ? "" : "...");
    }
}
