using System.Globalization;
using System.Text;

namespace Noether.Files.Delimited;

/// <summary>What counts as a number in a text table.</summary>
internal static class NumberText
{
    private static readonly string[] NotFinite =
        ["nan", "+nan", "-nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity", "1.#inf", "-1.#inf", "1.#qnan", "-1.#ind"];

    /// <summary>Reads a cell without surrounding blanks: a decimal number with . as separator, or one of the spellings of nan and inf (read as NaN).</summary>
    /// <returns>Whether the cell is one of these. An empty cell counts as NaN.</returns>
    public static bool TryRead(ReadOnlySpan<byte> cell, out double number)
    {
        if (cell.IsEmpty)
        {
            number = double.NaN;
            return true;
        }

        if (double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number))
        {
            return true;
        }

        number = double.NaN;
        return cell.Length <= 10 && NotFinite.Contains(Encoding.Latin1.GetString(cell), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether text is a number, an empty cell or one of nan and inf.</summary>
    public static bool IsNumber(string text) => TryRead(Encoding.UTF8.GetBytes(text), out _);

    /// <summary>The number in a text that is one, NaN otherwise.</summary>
    public static double Read(string text)
    {
        _ = TryRead(Encoding.UTF8.GetBytes(text), out var number);
        return number;
    }

    /// <summary>Whether text is a number other than nan and inf.</summary>
    public static bool IsFiniteNumber(string text) => TryRead(Encoding.UTF8.GetBytes(text), out var number) && double.IsFinite(number);

    /// <summary>What to do about a cell that should be a finite number and is not.</summary>
    public static string Remedy(string cell)
    {
        if (cell.Length == 0 || IsNumber(cell))
        {
            return "leave the row out, or fill in the value";
        }

        if (NumberLike.Remedy(cell) is { } remedy)
        {
            return remedy;
        }

        return cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts && parts.All(IsNumber)
            ? "separate the columns by commas"
            : "correct the cell, or leave the column out";
    }
}
