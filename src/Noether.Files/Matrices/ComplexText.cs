using System.Globalization;
using System.Numerics;

namespace Noether.Files.Matrices;

/// <summary>Complex numbers as programs write them: 1+2i, (1.0e+00-2.0e+00j), -i, 2*I, (1,2).</summary>
internal static class ComplexText
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a number, real or complex.</summary>
    /// <param name="text">The text; blanks do not count.</param>
    /// <param name="number">The number.</param>
    /// <param name="isComplex">Whether it is written as a complex one, even if its imaginary part is zero.</param>
    public static bool TryRead(string text, out Complex number, out bool isComplex)
    {
        var compact = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var isBracketed = compact is ['(', .., ')'];
        var inside = isBracketed ? compact[1..^1] : compact;
        isComplex = true;
        if (isBracketed && inside.Split(',') is [var first, var second])
        {
            var isPair = TryReal(first, out var a) & TryReal(second, out var b);
            number = new(a, b);
            return isPair;
        }

        if (inside is [.. var parts, 'i' or 'j' or 'I' or 'J'])
        {
            return TryParts(parts.TrimEnd('*'), out number);
        }

        isComplex = false;
        var isReal = TryReal(inside, out var real);
        number = real;
        return isReal;
    }

    /// <summary>Reads what stands before the imaginary unit: the real part, if any, and the imaginary one.</summary>
    private static bool TryParts(string text, out Complex number)
    {
        var sign = Enumerable.Range(0, text.Length)
            .LastOrDefault(k => text[k] is '+' or '-' && (k == 0 || text[k - 1] is not ('e' or 'E')), -1);
        var imaginary = sign < 0 ? text : text[sign..];
        var real = sign <= 0 ? "0" : text[..sign].TrimEnd('+'); // older numpy writes 1+-2j
        if (imaginary is "" or "+" or "-")
        {
            imaginary += "1";
        }

        var isNumber = TryReal(real, out var a) & TryReal(imaginary, out var b);
        number = new(a, b);
        return isNumber;
    }

    private static bool TryReal(string text, out double number) =>
        double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
