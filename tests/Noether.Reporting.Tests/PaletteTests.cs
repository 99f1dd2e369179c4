using Noether.Reporting.Figures;

namespace Noether.Reporting.Tests;

public static class PaletteTests
{
    /// <summary>Linear sRGB as seen without one kind of cone (G. M. Machado and others, 2009, severity 1).</summary>
    private static readonly Dictionary<string, double[,]> Vision = new(StringComparer.Ordinal)
    {
        ["trichromat"] = new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
        ["protanope"] = new[,] { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
        ["deuteranope"] = new[,] { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
        ["tritanope"] = new[,] { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
    };

    public static TheoryData<string, int> Readers =>
        [.. from reader in Vision.Keys from count in Enumerable.Range(2, 11) select new TheoryDataRow<string, int>(reader, count)];

    [Theory]
    [MemberData(nameof(Readers))]
    public static void Neighbouring_groups_differ_for_every_reader(string reader, int count)
    {
        const double Noticeable = 20; // in units of lightness 0 to 100, far above the 2 or so that an eye can just tell apart
        var seen = Enumerable.Range(0, count).Select(group => Seen(Palette.Colour(group, count), Vision[reader])).ToArray();

        Assert.All(Enumerable.Range(1, count - 1), group => Assert.True(Distance(seen[group], seen[group - 1]) > Noticeable, $"groups {group - 1} and {group} of {count}: {Distance(seen[group], seen[group - 1]):0.0}"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(11)]
    [InlineData(24)]
    [InlineData(121)]
    public static void Groups_have_different_colours(int count) =>
        Assert.Equal(count, Enumerable.Range(0, count).Select(group => Palette.Colour(group, count)).Distinct().Count());

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(121)]
    public static void Every_colour_stands_out_from_white_paper(int count) =>
        Assert.All(Enumerable.Range(0, count), group => Assert.True(Contrast(Palette.Colour(group, count)) > 1.9));

    [Fact]
    public static void Known_colours_come_out_as_they_are_defined()
    {
        Assert.Equal(new Rgb(255, 255, 255), Rgb.FromLch(1, 0, 0));
        Assert.Equal(new Rgb(0, 0, 0), Rgb.FromLch(0, 0, 0));
        Assert.Equal(new Rgb(255, 0, 0), Rgb.FromLch(0.627955, 0.257683, 29.2339)); // red has these coordinates in the space
    }

    private static double[] Seen(Rgb colour, double[,] matrix)
    {
        double[] linear = [Linear(colour.Red), Linear(colour.Green), Linear(colour.Blue)];
        return Lab([.. Enumerable.Range(0, 3).Select(i => Math.Clamp(Enumerable.Range(0, 3).Sum(j => matrix[i, j] * linear[j]), 0, 1))]);
    }

    private static double Linear(byte part)
    {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    // CIE L*a*b* for the white of sRGB: another space than the one that the palette is made in.
    private static double[] Lab(double[] rgb)
    {
        var x = Curve(((0.4124 * rgb[0]) + (0.3576 * rgb[1]) + (0.1805 * rgb[2])) / 0.9505);
        var y = Curve((0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]));
        var z = Curve(((0.0193 * rgb[0]) + (0.1192 * rgb[1]) + (0.9505 * rgb[2])) / 1.089);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Curve(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    private static double Contrast(Rgb colour) => 1.05 / ((0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue)) + 0.05);
}
