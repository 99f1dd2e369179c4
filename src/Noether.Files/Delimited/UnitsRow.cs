using System.Text.RegularExpressions;

namespace Noether.Files.Delimited;

/// <summary>A second line that holds the units of the columns, such as m, s or [kg], above numbers.</summary>
internal static partial class UnitsRow
{
    private const int LongestMatch = 1000;

    /// <summary>Lines of numbers that have to follow.</summary>
    private const int ComparedLines = 3;

    /// <summary>The layout without the line of units, where the first lines show one.</summary>
    public static TextLayout Omit(FirstLines lines, TextLayout layout)
    {
        var rows = lines.After(layout.HeaderLine).Take(ComparedLines + 1)
            .Select(line => (line.Number, Cells: layout.CellsOf(line.Text)))
            .ToArray();
        if (rows.Length <= ComparedLines || rows.Any(row => row.Cells.Length != rows[0].Cells.Length))
        {
            return layout;
        }

        var numeric = Enumerable.Range(0, rows[0].Cells.Length)
            .Where(column => rows.Skip(1).All(row => IsNumber(row.Cells[column], layout))).ToArray();
        var units = numeric.Select(column => rows[0].Cells[column]).ToArray();
        return units.Any(IsUnit) && units.All(unit => unit is "" or "-" or "1" || IsUnit(unit))
            ? layout.Assuming($"Line {rows[0].Number} holds units ({Shortened.Text(string.Join(", ", units))}) and no sample.") with
            {
                Omitted = layout.Omitted.Add(rows[0].Number),
            }
            : layout;
    }

    private static bool IsNumber(string cell, TextLayout layout) =>
        NumberText.IsFiniteNumber(layout.HasDecimalComma ? DecimalComma.Pointed(cell) : cell);

    private static bool IsUnit(string cell) => Units().IsMatch(cell);

    /// <summary>
    /// Anything in brackets, or products and powers of units with their prefixes: a word such as "many" is a flaw of the data.
    /// </summary>
    [GeneratedRegex(
        "^(?:" + Bracketed + "|(?:1/)?" + Unit + "(?:[ */.·⋅]*" + Unit + "){0,4})$",
        RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex Units();

    private const string Bracketed = @"[\[(][^\[\]()]{0,20}[\])]";
    private const string Unit = "(?:(?:" + Prefix + "(?:" + Prefixed + ")|" + Other + ")(?:" + Power + ")?)";
    private const string Prefix = "[fpnuµμmcdhkMGTP]?";
    private const string Prefixed = "m|s|g|A|K|mol|cd|Hz|N|Pa|J|W|C|V|F|Ω|Ohm|ohm|S|Wb|T|H|rad|sr|eV|bar|L|l|B|pc";
    private const string Other = @"min|h|d|yr|deg|°C?|°F|%|Å|u|Da|au|AU|atm|ly|G|Oe|in|ft|counts|a\.u\.|arb\.";
    private const string Power = @"\^?-?[1-9]|[²³]|⁻[¹²³]";
}
