using Noether.Reports;
using ScottPlot;

namespace Noether.Reporting.Figures;

/// <summary>A line layer.</summary>
internal static class LinePlot
{
    private const float Width = 2;
    private const float Mark = 6;

    // Lines of one panel are few and cross: their colours lie far apart, in this order.
    private static readonly Rgb[] Colours = [Palette.Accent, Rgb.FromLch(0.58, 0.18, 40), Rgb.FromLch(0.42, 0.14, 320), Rgb.FromLch(0.66, 0.12, 165), Palette.Ink, Rgb.FromLch(0.60, 0.20, 5)];

    /// <summary>The colour of a line, by its number among the lines of its panel, from 0.</summary>
    internal static Rgb Colour(int number) => Colours[number % Colours.Length];

    internal static void Add(Plot plot, LineLayer layer, bool logarithmic)
    {
        var colour = Colour(plot.GetPlottables<ScottPlot.Plottables.Scatter>().Count());
        var line = plot.Add.Scatter(layer.X.ToArray(), layer.Y.Select(y => LogarithmicAxis.Place(y, logarithmic)).ToArray(), colour.ToPlot());
        line.LineWidth = Width;
        line.MarkerSize = layer.Marked ? Mark : 0;
        line.LegendText = layer.Name;

        if (layer.X.All(double.IsInteger))
        {
            WholeTicks.Apply(plot);
        }
    }
}
