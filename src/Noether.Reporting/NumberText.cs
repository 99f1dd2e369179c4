namespace Noether.Reporting;

/// <summary>Numbers as people read them.</summary>
internal static class NumberText
{
    /// <summary>A fixed number of decimals, with a minus sign, and without one for a zero.</summary>
    internal static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return "NaN";
        }

        var rounded = Math.Round(value, decimals) + 0.0; // adding zero removes the sign of a negative zero
        return rounded.ToString($"F{decimals}").Replace('-', '\u2212');
    }

    /// <summary>About three significant digits, in powers of ten where zeros would hide them.</summary>
    internal static string Short(double value)
    {
        if (!double.IsFinite(value))
        {
            return "NaN";
        }

        var size = Math.Abs(value);
        return size switch
        {
            0 => "0",
            >= 1e6 or < 1e-3 => value.ToString("0.##e0"),
            >= 100 => value.ToString("#,0.#"),
            >= 10 => value.ToString("0.##"),
            _ => value.ToString("0.####"),
        };
    }

    /// <summary>A whole number with its thousands apart.</summary>
    internal static string Count(int value) => value.ToString("#,0");

    /// <summary>A time in seconds, to the hundredth below ten.</summary>
    internal static string Seconds(double value) => value.ToString(value < 10 ? "0.00" : "0.0");

    /// <summary>A share as a percentage.</summary>
    internal static string Percent(double share) => double.IsFinite(share) ? share.ToString("0.0 %") : "NaN";
}
