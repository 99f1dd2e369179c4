using System.Text;

namespace Noether.Files.Delimited;

/// <summary>How a text table is written: its encoding and what separates its columns, both seen from its first line.</summary>
/// <param name="Encoding">UTF-8, or UTF-16 where a byte order mark says so.</param>
/// <param name="Separator">Comma, tab, semicolon or bar: the one that the first line holds most often outside quotes; a comma if none.</param>
internal sealed record TextLayout(Encoding Encoding, char Separator)
{
    private const string Separators = ",\t;|";

    public static TextLayout Of(ReadOnlySpan<byte> start)
    {
        var encoding = start switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        return new(encoding, MostFrequentSeparator(FirstLine(encoding.GetString(start))));
    }

    private static ReadOnlySpan<char> FirstLine(string text)
    {
        var line = text.AsSpan().TrimStart("\uFEFF\r\n");
        var end = line.IndexOfAny('\r', '\n');
        return end < 0 ? line : line[..end];
    }

    private static char MostFrequentSeparator(ReadOnlySpan<char> line)
    {
        Span<int> counts = stackalloc int[Separators.Length];
        var quoted = false;
        foreach (var c in line)
        {
            quoted ^= c == '"';
            var which = Separators.IndexOf(c);
            if (which >= 0 && !quoted)
            {
                counts[which]++;
            }
        }

        var most = 0;
        for (var which = 1; which < counts.Length; which++)
        {
            most = counts[which] > counts[most] ? which : most;
        }

        return Separators[most];
    }
}
