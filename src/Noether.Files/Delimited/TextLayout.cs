using System.Text;

namespace Noether.Files.Delimited;

/// <summary>How a text table is written, as its first lines show it.</summary>
/// <param name="Encoding">UTF-8, or UTF-16 where a byte order mark says so.</param>
/// <param name="Separator">Comma, tab, semicolon or bar, or what Excel's line "sep=" names; a tab where blanks separate the columns,
/// which are rewritten.</param>
internal sealed record TextLayout(Encoding Encoding, char Separator)
{
    /// <summary>Whether runs of blanks separate the columns.</summary>
    public bool IsByBlanks { get; init; }

    /// <summary>Whether numbers are written as 1,5.</summary>
    public bool HasDecimalComma { get; init; }

    /// <summary>The line that names the columns, counted from 1.</summary>
    public int HeaderLine { get; init; } = 1;

    /// <summary>Names of the columns in place of the line that holds them; null where it stands.</summary>
    public string? Header { get; init; }

    /// <summary>Lines that are no part of the table, counted from 1: a preamble, units.</summary>
    public ImmutableArray<int> Omitted { get; init; } = [];

    /// <summary>What was assumed, in sentences.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];

    /// <summary>Whether the text has to be rewritten before it is split at the separator.</summary>
    public bool IsRewritten => IsByBlanks || Header is not null || !Omitted.IsEmpty;

    /// <summary>The layout of a file.</summary>
    /// <exception cref="DataFileException">The first lines show something that cannot be read as one table.</exception>
    public static TextLayout Of(DataFile file)
    {
        var lines = FirstLines.Of(file);
        if (XyzLayout.Of(file, lines) is { } molecule)
        {
            return molecule;
        }

        var layout = Preamble.Of(lines);
        layout = layout.IsByBlanks ? layout.Assuming("Blanks separate the columns.") : layout;
        return UnitsRow.Omit(lines, DecimalComma.Detect(file, lines, layout));
    }

    /// <summary>The layout with one more assumption.</summary>
    public TextLayout Assuming(string sentence) => this with { Assumptions = Assumptions.Add(sentence) };

    /// <summary>The cells of a line.</summary>
    public ImmutableArray<string> CellsOf(string line) => FirstLines.Cells(line, Separator, IsByBlanks);
}
