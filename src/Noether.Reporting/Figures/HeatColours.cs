using Noether.Reports;
using ScottPlot;
using ScottPlot.Colormaps;

namespace Noether.Reporting.Figures;

/// <summary>The colours of a heat layer.</summary>
internal static class HeatColours
{
    private const int Steps = 65;

    /// <summary>The map from a share of the range to a colour.</summary>
    internal static IColormap Map(HeatLayer layer, bool behindPoints) =>
        layer.Diverging ? new CustomInterpolated(Diverging) : behindPoints ? new CustomInterpolated(Background) : new Viridis();

    /// <summary>The same as evenly spaced colours, the least value first.</summary>
    internal static IEnumerable<Rgb> Of(HeatLayer layer, bool behindPoints)
    {
        var map = Map(layer, behindPoints);
        return Enumerable.Range(0, Steps).Select(step => map.GetColor(step / (Steps - 1.0))).Select(colour => new Rgb(colour.R, colour.G, colour.B));
    }

    // Blue through white to orange-red: apart for every reader, and grey copies keep the size if not the sign.
    private static Color[] Diverging => [.. new[] { (0.40, 0.14, 255.0), (0.70, 0.10, 255.0), (1.0, 0, 0), (0.75, 0.12, 45.0), (0.50, 0.16, 35.0) }
        .Select(c => Rgb.FromLch(c.Item1, c.Item2, c.Item3).ToPlot())];

    // Points stand on it, so it stays light and without colour.
    private static Color[] Background => [Rgb.FromLch(0.80, 0.01, 255).ToPlot(), Rgb.FromLch(0.99, 0, 255).ToPlot()];
}
