namespace Noether.Files.Delimited;

/// <summary>
/// Finds the line that names the columns: behind Excel's "sep=" and behind lines that begin with # or %, the last of which may be it.
/// </summary>
internal static class Preamble
{
    private const string Separators = ",\t;|";

    /// <summary>Lines below the header that have to have as many cells as it where blanks separate them.</summary>
    private const int ComparedLines = 20;

    /// <summary>The layout as far as the header tells it.</summary>
    public static TextLayout Of(FirstLines lines)
    {
        var text = lines.After(0).ToArray();
        if (text.Length > 0 && SeparatorOfExcel(text[0].Text) is { } separator)
        {
            return new(lines.Encoding, separator)
            {
                HeaderLine = text.Length > 1 ? text[1].Number : text[0].Number,
                Omitted = [text[0].Number],
                Assumptions = ["The first line, sep=, is Excel's and names the separator."],
            };
        }

        var comments = text.TakeWhile(line => IsComment(line.Text)).ToArray();
        var header = text.Skip(comments.Length).FirstOrDefault(text.FirstOrDefault());
        if (comments.Length > 0 && (comments.Length == text.Length || (IsData(header.Text) && IsHeaderOf(comments[^1].Text, header.Text))))
        {
            header = comments[^1];
        }

        ImmutableArray<int> omitted = [.. comments.Select(line => line.Number).Where(number => number < header.Number)];
        var (split, isByBlanks) = SeparatorOf(header.Text ?? "", lines.After(header.Number).Select(line => line.Text).Take(ComparedLines));
        return new(lines.Encoding, split)
        {
            IsByBlanks = isByBlanks,
            HeaderLine = Math.Max(1, header.Number),
            Omitted = omitted,
            Assumptions = Comments(omitted.Length),
        };
    }

    private static ImmutableArray<string> Comments(int count) => count switch
    {
        0 => [],
        1 => ["A line before the names of the columns, which begins with # or %, is a comment."],
        _ => [$"{count} lines before the names of the columns, which begin with # or %, are comments."],
    };

    /// <summary>A line without the sign that makes it a comment.</summary>
    public static string Uncommented(string line) => IsComment(line) ? line.TrimStart().TrimStart('#', '%') : line;

    private static bool IsComment(string line) => line.AsSpan().TrimStart() is ['#' or '%', ..];

    private static char? SeparatorOfExcel(string line) =>
        line.Trim().Trim('"') is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var separator] ? separator : null;

    /// <summary>Whether a line holds numbers.</summary>
    private static bool IsData(string line)
    {
        var (separator, isByBlanks) = SeparatorOf(line, []);
        return FirstLines.Cells(line, separator, isByBlanks).Any(cell => NumberText.IsFiniteNumber(cell) || DecimalComma.IsNumber(cell));
    }

    private static bool IsHeaderOf(string comment, string data)
    {
        var (separator, isByBlanks) = SeparatorOf(data, []);
        return Count(Uncommented(comment)) == Count(data);

        int Count(string line) => FirstLines.Cells(line, separator, isByBlanks).Length;
    }

    /// <summary>
    /// The separator that a line holds most often outside quotes; blanks if none, and the lines below have as many words; a comma
    /// otherwise.
    /// </summary>
    private static (char Separator, bool IsByBlanks) SeparatorOf(string header, IEnumerable<string> below)
    {
        var counts = Separators.Select(separator => FirstLines.Cells(header, separator, isByBlanks: false).Length).ToArray();
        if (counts.Max() > 1)
        {
            return (Separators[Array.IndexOf(counts, counts.Max())], false);
        }

        var words = FirstLines.Cells(Uncommented(header), ' ', isByBlanks: true).Length;
        return words > 1 && below.All(line => FirstLines.Cells(line, ' ', isByBlanks: true).Length == words) ? ('\t', true) : (',', false);
    }
}
