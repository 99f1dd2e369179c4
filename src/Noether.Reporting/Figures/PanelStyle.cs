using Noether.Reporting.Fonts;
using Noether.Reports;
using ScottPlot;

namespace Noether.Reporting.Figures;

/// <summary>How every panel looks: quiet axes, readable text, no frame around the data.</summary>
internal static class PanelStyle
{
    private const float TickSize = 12;
    private const float LabelSize = 13.5f;
    private const float TitleSize = 14.5f;
    private const double Breathing = 0.05; // share of the range left free around the data

    internal static void Apply(Plot plot, Panel panel)
    {
        plot.Font.Set(InterTypeface.Family);
        plot.RenderManager.Remove<ScottPlot.Rendering.RenderActions.ClearCanvas>(); // it would wipe the panels drawn before
        plot.Title(panel.Title, TitleSize);
        plot.XLabel(panel.Horizontal, LabelSize);
        plot.YLabel(panel.Vertical, LabelSize);
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Left.Label.Bold = false;
        plot.Axes.Title.Label.FontName = Typefaces.FamilyFor(panel.Title);
        plot.Axes.Bottom.Label.FontName = Typefaces.FamilyFor(panel.Horizontal);
        plot.Axes.Left.Label.FontName = Typefaces.FamilyFor(panel.Vertical);
        plot.Axes.Color(Palette.Ink.ToPlot());
        plot.Axes.Bottom.TickLabelStyle.FontSize = TickSize;
        plot.Axes.Left.TickLabelStyle.FontSize = TickSize;
        plot.Axes.Bottom.MinorTickStyle.Length = 0;
        plot.Axes.Left.MinorTickStyle.Length = panel.LogarithmicVertical ? 2 : 0;
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Grid.MajorLineColor = Palette.Muted.ToPlot().WithAlpha(0.45);
        plot.Legend.FontName = Typefaces.FamilyFor(string.Concat(panel.Layers.OfType<LineLayer>().Select(line => line.Name)));
        plot.Legend.FontSize = TickSize;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.Orientation = Orientation.Horizontal;
        if (panel.LogarithmicVertical)
        {
            LogarithmicAxis.Apply(plot);
        }

        if (panel.Layers.Any(layer => layer is GraphLayer))
        {
            plot.Axes.Bottom.IsVisible = false;
            plot.Axes.Left.IsVisible = false;
            plot.Grid.IsVisible = false;
        }
    }

    /// <summary>Text in the typeface of the figures.</summary>
    internal static void ApplyFont(LabelStyle style)
    {
        style.FontName = Typefaces.FamilyFor(style.Text);
        style.FontSize = TickSize;
        style.ForeColor = Palette.Ink.ToPlot();
        style.Bold = false;
    }

    /// <summary>Sets the limits of the axes from the layers.</summary>
    internal static void Fit(Plot plot, Panel panel)
    {
        if (panel.Layers.OfType<HeatLayer>().FirstOrDefault() is { } heat)
        {
            plot.Axes.SetLimits(heat.Left, heat.Right, heat.Bottom, heat.Top);
            plot.Grid.IsVisible = false;
        }
        else
        {
            plot.Axes.Margins(Breathing, Breathing);
            plot.Axes.AutoScale();
        }

        if (panel.Layers.Any(layer => layer is BarLayer) && !panel.LogarithmicVertical)
        {
            plot.Axes.Margins(bottom: 0);
            plot.Axes.AutoScale();
        }

        if (panel.Layers.OfType<LineLayer>().Any(line => line.Name.Length > 0) || panel.Layers.OfType<GraphLayer>().Any(graph => graph.Edges.Any(edges => edges.Name.Length > 0)))
        {
            plot.ShowLegend(Edge.Bottom);
        }

        if (panel.EqualUnits)
        {
            plot.Axes.SquareUnits();
        }
    }
}
