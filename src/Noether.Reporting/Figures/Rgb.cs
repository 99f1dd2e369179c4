namespace Noether.Reporting.Figures;

/// <summary>A colour on the screen, each part 0 to 255.</summary>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    private const double Rounding = 1.0 / 1024; // less than half of the smallest step of a screen

    /// <summary>The colour with these Oklab coordinates (B. Ottosson, 2020), in which equal steps look equal.</summary>
    /// <param name="lightness">0 (black) to 1 (white).</param>
    /// <param name="chroma">0 (grey) to about 0.3; lowered until a screen can show the colour.</param>
    /// <param name="hue">Degrees: 30 red, 110 yellow, 145 green, 255 blue, 310 violet.</param>
    internal static Rgb FromLch(double lightness, double chroma, double hue)
    {
        const double Step = 0.98;
        const double Colourless = 1e-4; // a step of chroma that no screen shows
        var (sine, cosine) = Math.SinCos(hue * Math.PI / 180);
        while (true)
        {
            var (red, green, blue) = Linear(lightness, chroma * cosine, chroma * sine);
            if (chroma < Colourless || (Shown(red) && Shown(green) && Shown(blue)))
            {
                return new(Encode(red), Encode(green), Encode(blue));
            }

            chroma *= Step;
        }
    }

    // Oklab to linear sRGB, with the coefficients that define the space.
    private static (double Red, double Green, double Blue) Linear(double lightness, double a, double b)
    {
        var l = Cube(lightness + (0.3963377774 * a) + (0.2158037573 * b));
        var m = Cube(lightness - (0.1055613458 * a) - (0.0638541728 * b));
        var s = Cube(lightness - (0.0894841775 * a) - (1.2914855480 * b));
        return ((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
    }

    private static double Cube(double x) => x * x * x;

    private static bool Shown(double part) => part is >= -Rounding and <= 1 + Rounding;

    // The transfer function of sRGB.
    private static byte Encode(double part)
    {
        var clamped = Math.Clamp(part, 0, 1);
        var encoded = clamped <= 0.0031308 ? 12.92 * clamped : (1.055 * Math.Pow(clamped, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(255 * encoded);
    }
}
