namespace Noether.Reporting.Figures;

/// <summary>Colours for groups that stay apart for readers who see colours differently, and in print.</summary>
/// <remarks>
/// Hue runs from violet through blue and green to red, so that the order of the groups shows; lightness takes turns,
/// because lightness is what every reader sees and neighbouring groups are the ones that are confused.
/// </remarks>
internal static class Palette
{
    private const double FirstHue = 310;
    private const double LastHue = 28;
    private static readonly (double Lightness, double Chroma)[] Turns = [(0.40, 0.17), (0.67, 0.16), (0.44, 0.17), (0.74, 0.14)];

    /// <summary>What a single group, a line or a kept bar has.</summary>
    internal static Rgb Accent { get; } = Rgb.FromLch(0.50, 0.15, 255);

    /// <summary>What stands back: bars that are not kept.</summary>
    internal static Rgb Muted { get; } = Rgb.FromLch(0.80, 0.01, 255);

    /// <summary>Text and axes.</summary>
    internal static Rgb Ink { get; } = Rgb.FromLch(0.28, 0.01, 255);

    /// <summary>The colour of a group.</summary>
    /// <param name="group">0 .. <paramref name="count"/> - 1.</param>
    /// <param name="count">The number of groups, at least 1.</param>
    internal static Rgb Colour(int group, int count)
    {
        if (count == 1)
        {
            return Accent;
        }

        var hue = FirstHue + ((LastHue - FirstHue) * group / (count - 1));
        var (lightness, chroma) = Turns[group % Turns.Length];
        return Rgb.FromLch(lightness, chroma, hue);
    }
}
