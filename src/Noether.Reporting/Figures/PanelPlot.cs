using System.Diagnostics;
using Noether.Reports;
using ScottPlot;

namespace Noether.Reporting.Figures;

/// <summary>One panel as a plot.</summary>
internal static class PanelPlot
{
    internal static Plot Build(Panel panel, GroupColours colours)
    {
        var plot = new Plot();
        PanelStyle.Apply(plot, panel);
        var hasPoints = panel.Layers.Any(layer => layer is ScatterLayer);
        foreach (var layer in panel.Layers)
        {
            Add(plot, panel, layer, colours, hasPoints);
        }

        PanelStyle.Fit(plot, panel);
        return plot;
    }

    private static void Add(Plot plot, Panel panel, Layer layer, GroupColours colours, bool behindPoints)
    {
        switch (layer)
        {
            case ScatterLayer points:
                plot.PlottableList.Add(new PointsPlottable(points, colours));
                break;
            case HeatLayer heat:
                HeatPlot.Add(plot, heat, behindPoints);
                break;
            case LineLayer line:
                LinePlot.Add(plot, line, panel.LogarithmicVertical);
                break;
            case BarLayer bars:
                BarPlot.Add(plot, bars, panel.LogarithmicVertical);
                break;
            case GraphLayer graph:
                plot.PlottableList.Add(new GraphPlottable(graph));
                break;
            default:
                throw new UnreachableException($"layer {layer.GetType()}");
        }
    }
}
