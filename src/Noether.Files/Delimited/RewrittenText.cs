using System.Text;

namespace Noether.Files.Delimited;

/// <summary>
/// Text as a reader of separated values takes it: omitted lines empty, so that all others keep their numbers, and tabs in place of runs
/// of blanks.
/// </summary>
internal static class RewrittenText
{
    /// <summary>The whole text in memory.</summary>
    public static Stream Of(Stream content, TextLayout layout)
    {
        // Bytes pass through as they are, so that those of another encoding are found where the cells are read.
        var encoding = layout.Encoding is UTF8Encoding ? Encoding.Latin1 : layout.Encoding;
        var omitted = layout.Omitted.ToHashSet();
        var rewritten = new MemoryStream();
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        using var writer = new StreamWriter(rewritten, encoding, leaveOpen: true) { NewLine = "\n" };
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            writer.WriteLine(omitted.Contains(number) ? "" : number == layout.HeaderLine ? Header(line, layout) : Row(line, layout));
        }

        writer.Flush();
        rewritten.Position = 0;
        return rewritten;
    }

    private static string Header(string line, TextLayout layout) => layout.Header ?? Row(Preamble.Uncommented(line), layout);

    private static string Row(string line, TextLayout layout) =>
        layout.IsByBlanks ? string.Join('\t', FirstLines.Cells(line, ' ', isByBlanks: true)) : line;
}
