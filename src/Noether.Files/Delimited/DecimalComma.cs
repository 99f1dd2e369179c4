using System.Text;
using System.Text.RegularExpressions;

namespace Noether.Files.Delimited;

/// <summary>Numbers with a decimal comma, such as 1,5 or 1.234,5, in tables whose columns something else separates.</summary>
internal static partial class DecimalComma
{
    private const int LongestMatch = 1000;

    /// <summary>Cells longer than this are no numbers.</summary>
    private const int LongestNumber = 64;

    /// <summary>Whether a cell is a number with a decimal comma.</summary>
    public static bool IsNumber(string cell) => Number().IsMatch(cell);

    /// <summary>The layout with decimal commas, where cells in the first lines have them and none has a decimal point.</summary>
    /// <exception cref="DataFileException">Numbers have commas and points, or commas that may separate thousands.</exception>
    public static TextLayout Detect(DataFile file, FirstLines lines, TextLayout layout)
    {
        if (layout.Separator == ',')
        {
            return layout;
        }

        var cells = lines.After(layout.HeaderLine)
            .SelectMany(line => layout.CellsOf(line.Text).Select(cell => (line.Number, Cell: cell)))
            .ToArray();
        var commas = cells.Where(cell => IsNumber(cell.Cell)).ToArray();
        if (commas.Length == 0)
        {
            return layout;
        }

        var points = cells.Where(cell => cell.Cell.Contains('.') && !cell.Cell.Contains(',') && NumberText.IsFiniteNumber(cell.Cell))
            .ToArray();
        if (points.Length > 0)
        {
            throw new DataFileException(
                file.Path,
                "one decimal separator",
                $"\"{commas[0].Cell}\" in line {commas[0].Number} and \"{points[0].Cell}\"",
                "write all numbers with a decimal point")
            {
                Line = points[0].Number,
            };
        }

        return commas.All(cell => Thousands().IsMatch(cell.Cell))
            ? throw new DataFileException(
                file.Path,
                "numbers",
                $"\"{commas[0].Cell}\", whose comma may be a decimal one or separate thousands",
                "write the numbers with a decimal point and without separators of thousands")
            {
                Line = commas[0].Number,
            }
            : layout.Assuming(
                $"Numbers have a decimal comma: {commas[0].Cell} was read as {Pointed(commas[0].Cell)}.") with
            { HasDecimalComma = true };
    }

    /// <summary>A cell with a decimal point where it is a number with a decimal comma; any other as it is.</summary>
    public static string Pointed(string cell) => IsNumber(cell) ? cell.Replace(".", "").Replace(',', '.') : cell;

    /// <summary>The number in a cell with a decimal comma, or in any other that <see cref="NumberText"/> reads.</summary>
    public static bool TryRead(ReadOnlySpan<byte> cell, out double number) =>
        cell.Contains((byte)',') && cell.Length <= LongestNumber
            ? NumberText.TryRead(Encoding.UTF8.GetBytes(Pointed(Encoding.UTF8.GetString(cell))), out number)
            : NumberText.TryRead(cell, out number);

    [GeneratedRegex(@"^[+-]?(?:\d*|\d{1,3}(?:\.\d{3})+),\d+(?:[eE][+-]?\d+)?$", RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2}(?:,\d{3})+$", RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex Thousands();
}
