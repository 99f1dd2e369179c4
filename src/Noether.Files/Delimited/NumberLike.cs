using System.Text.RegularExpressions;

namespace Noether.Files.Delimited;

/// <summary>Cells that are numbers for a reader and text for a program: 12 %, 1,234.5, 3 kg, 1,5.</summary>
internal static partial class NumberLike
{
    private const int LongestMatch = 1000;

    /// <summary>What to do about such a cell; null for any other.</summary>
    public static string? Remedy(string cell)
    {
        if (cell.EndsWith('%'))
        {
            return Around().IsMatch(cell) ? "remove the % sign from all cells of the column, or leave it out with --ignore" : null;
        }

        if (cell.Contains('\u2212') && NumberText.IsNumber(cell.Replace('\u2212', '-')))
        {
            return "write a hyphen (-) in place of the minus sign of typesetting";
        }

        return Thousands().IsMatch(cell) ? "remove the separators of thousands"
            : DecimalComma.IsNumber(cell) ? "use . as the decimal separator"
            : Around().IsMatch(cell) ? "write the unit into the name of the column, and numbers alone into its cells" : null;
    }

    /// <summary>
    /// Whether every cell of a column of text that is not empty is such a number, with one and the same unit if with any.
    /// </summary>
    public static bool Is(Column column)
    {
        var units = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < column.Count; row++)
        {
            var cell = column.TextAt(row);
            if (cell.Length > 0 && (Remedy(cell) is null || (units.Add(Surroundings(cell)) && units.Count > 1)))
            {
                return false;
            }
        }

        return units.Count == 1;
    }

    /// <summary>What stands around the number: a unit or a currency, which a column has once, unlike labels such as 1a, 2b.</summary>
    private static string Surroundings(string cell) =>
        Around().Match(cell) is { Success: true } match ? match.Groups["before"].Value + match.Groups["after"].Value : "";

    [GeneratedRegex("^(?<before>[$€£¥]?)" + Blanks + Decimal + Blanks + After + "$", RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex Around();

    [GeneratedRegex("^(?:" + Anglo + "|" + Continental + ")$", RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex Thousands();

    private const string After = "(?<after>[A-Za-zµμΩÅ°%$€£¥/²³]{0,6})";
    private const string Blanks = @"\s*";
    private const string Decimal = @"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?";
    private const string Anglo = @"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?";
    private const string Continental = @"[+-]?\d{1,3}(?:[ '’\u00A0\u202F]\d{3})+(?:[.,]\d+)?";
}
