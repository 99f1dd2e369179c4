using Noether.Reports;
using ScottPlot;

namespace Noether.Reporting.Figures;

/// <summary>A bar layer: bars at 1, 2, 3 ..., the first ones highlighted.</summary>
internal static class BarPlot
{
    internal static void Add(Plot plot, BarLayer layer, bool logarithmic)
    {
        var heights = layer.Values.Select(value => LogarithmicAxis.Place(value, logarithmic)).ToArray();
        var floor = logarithmic ? Math.Floor(heights.Where(double.IsFinite).DefaultIfEmpty(0).Min()) : 0;
        var bars = heights
            .Select((height, i) => (Height: height, Position: i + 1))
            .Where(bar => double.IsFinite(bar.Height))
            .Select(bar => new Bar
            {
                Position = bar.Position,
                Value = bar.Height,
                ValueBase = floor,
                FillColor = (bar.Position <= layer.Highlighted ? Palette.Accent : Palette.Muted).ToPlot(),
                LineWidth = 0,
            });
        plot.Add.Bars(bars.ToArray());
        WholeTicks.Apply(plot);
    }
}
