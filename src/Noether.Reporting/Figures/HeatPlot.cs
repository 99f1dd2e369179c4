using Noether.Reports;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Noether.Reporting.Figures;

/// <summary>A heat layer with its colour scale; the entries of a small matrix are written into the cells.</summary>
internal static class HeatPlot
{
    private const int LargestWithNumbers = 8;

    internal static void Add(Plot plot, HeatLayer layer, bool behindPoints)
    {
        var heat = plot.Add.Heatmap(Values(layer));
        heat.Extent = new CoordinateRect(
            Math.Min(layer.Left, layer.Right), Math.Max(layer.Left, layer.Right), Math.Min(layer.Bottom, layer.Top), Math.Max(layer.Bottom, layer.Top));
        heat.Colormap = HeatColours.Map(layer, behindPoints);
        if (layer.Diverging)
        {
            var largest = Largest(layer);
            heat.ManualRange = new(-largest, largest);
        }

        var scale = plot.Add.ColorBar(heat);
        scale.Label = layer.Label;
        PanelStyle.ApplyFont(scale.LabelStyle);
        PanelStyle.ApplyFont(scale.Axis.TickLabelStyle);
        scale.Axis.MinorTickStyle.Length = 0;
        if (layer.Values is { Rows: <= LargestWithNumbers, Columns: <= LargestWithNumbers } && layer.Diverging)
        {
            WriteNumbers(plot, layer);
            MarkCells(plot, layer);
        }
    }

    private static double Largest(HeatLayer layer) =>
        Math.Max(layer.Values.Entries.ToArray().Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max(), double.Epsilon);

    private static double[,] Values(HeatLayer layer)
    {
        var values = new double[layer.Values.Rows, layer.Values.Columns];
        for (var i = 0; i < layer.Values.Rows; i++)
        {
            for (var j = 0; j < layer.Values.Columns; j++)
            {
                values[i, j] = layer.Values[i, j];
            }
        }

        return values;
    }

    private static void WriteNumbers(Plot plot, HeatLayer layer)
    {
        const double Dark = 0.55; // share of the largest entry above which white text is easier to read
        var largest = Largest(layer);
        for (var i = 0; i < layer.Values.Rows; i++)
        {
            for (var j = 0; j < layer.Values.Columns; j++)
            {
                var value = layer.Values[i, j];
                var text = plot.Add.Text(NumberText.Fixed(value, decimals: 3), Between(layer.Left, layer.Right, j, layer.Values.Columns), Between(layer.Top, layer.Bottom, i, layer.Values.Rows));
                PanelStyle.ApplyFont(text.LabelStyle);
                text.LabelStyle.ForeColor = Math.Abs(value) > Dark * largest ? Colors.White : Palette.Ink.ToPlot();
                text.LabelStyle.Alignment = Alignment.MiddleCenter;
            }
        }
    }

    // Cells are counted, not measured: one tick in the middle of each.
    private static void MarkCells(Plot plot, HeatLayer layer)
    {
        plot.Axes.Bottom.TickGenerator = Ticks(layer.Left, layer.Right, layer.Values.Columns);
        plot.Axes.Left.TickGenerator = Ticks(layer.Top, layer.Bottom, layer.Values.Rows);
    }

    private static NumericManual Ticks(double first, double last, int cells)
    {
        var ticks = new NumericManual();
        for (var i = 0; i < cells; i++)
        {
            ticks.AddMajor(Between(first, last, i, cells), (i + 1).ToString());
        }

        return ticks;
    }

    private static double Between(double first, double last, int cell, int cells) => first + ((last - first) * (cell + 0.5) / cells);
}
