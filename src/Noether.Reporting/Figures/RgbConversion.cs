using ScottPlot;
using SkiaSharp;

namespace Noether.Reporting.Figures;

/// <summary>Our colours in the words of the drawing libraries.</summary>
internal static class RgbConversion
{
    internal static SKColor ToSkia(this Rgb colour) => new(colour.Red, colour.Green, colour.Blue);

    internal static Color ToPlot(this Rgb colour) => new(colour.Red, colour.Green, colour.Blue);
}
