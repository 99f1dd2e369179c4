using System.Text;

namespace Noether.Files.Delimited;

/// <summary>The lines at the start of a text, from which its layout is told.</summary>
/// <param name="Encoding">The encoding of the text.</param>
/// <param name="Lines">Whole lines, empty ones too: line k of the file is element k - 1.</param>
/// <param name="AreAll">Whether the text ends with them.</param>
internal sealed record FirstLines(Encoding Encoding, ImmutableArray<string> Lines, bool AreAll)
{
    public static FirstLines Of(DataFile file)
    {
        var encoding = file.Start switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        var isWhole = file.Start.Length < DataFile.HeadLength;
        var lines = encoding.GetString(file.Start).TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).ToImmutableArray();
        return new(encoding, isWhole || lines.Length == 1 ? lines : lines.RemoveAt(lines.Length - 1), isWhole);
    }

    /// <summary>The lines behind one, with their numbers, without empty ones.</summary>
    public IEnumerable<(int Number, string Text)> After(int number) =>
        Lines.Select((text, index) => (Number: index + 1, Text: text))
            .Where(line => line.Number > number && !string.IsNullOrWhiteSpace(line.Text));

    /// <summary>The cells of a line, without quotes and blanks around them.</summary>
    public static ImmutableArray<string> Cells(string line, char separator, bool isByBlanks)
    {
        if (isByBlanks)
        {
            return [.. line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
        }

        var cells = ImmutableArray.CreateBuilder<string>();
        var (first, isQuoted) = (0, false);
        for (var k = 0; k <= line.Length; k++)
        {
            isQuoted ^= k < line.Length && line[k] == '"';
            if (k == line.Length || (line[k] == separator && !isQuoted))
            {
                cells.Add(line[first..k].Trim().Trim('"'));
                first = k + 1;
            }
        }

        return cells.ToImmutable();
    }
}
