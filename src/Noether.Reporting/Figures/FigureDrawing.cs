using Noether.Reporting.Fonts;
using Noether.Reports;
using ScottPlot;
using SkiaSharp;

namespace Noether.Reporting.Figures;

/// <summary>A figure laid out on a sheet: title, panels side by side, and the legend of the groups on the right.</summary>
internal sealed class FigureDrawing
{
    private const int PanelWidth = 520;
    private const int PanelHeight = 480;
    private const int TitleHeight = 40;
    private const int Margin = 20;
    private const float TitleSize = 18;

    private readonly Figure _figure;
    private readonly GroupColours _colours;
    private readonly GroupLegend _legend;

    internal FigureDrawing(Figure figure)
    {
        InterTypeface.EnsureRegistered();
        _figure = figure;
        _colours = GroupColours.Of(figure);
        _legend = new(_colours, PanelHeight);
    }

    /// <summary>Width in units of 1/96 inch.</summary>
    internal int Width => (_figure.Panels.Length * PanelWidth) + _legend.Width + Margin;

    /// <summary>Height in units of 1/96 inch.</summary>
    internal const int Height = TitleHeight + PanelHeight;

    internal void Draw(SKCanvas canvas)
    {
        canvas.Clear(SKColors.White);
        using var font = new SKFont(Typefaces.For(_figure.Title, bold: true), TitleSize);
        using var ink = new SKPaint { Color = Palette.Ink.ToSkia(), IsAntialias = true };
        canvas.DrawText(_figure.Title, Margin, TitleHeight - 12, font, ink);
        for (var i = 0; i < _figure.Panels.Length; i++)
        {
            var left = i * PanelWidth;
            using var plot = PanelPlot.Build(_figure.Panels[i], _colours);
            var area = new PixelRect(left, left + PanelWidth, TitleHeight + PanelHeight, TitleHeight);
            Settle(plot, area);
            plot.Render(canvas, area);
        }

        _legend.Draw(canvas, (_figure.Panels.Length * PanelWidth) + Margin, TitleHeight);
    }

    // The plotting library draws a plot again for as long as drawing changes its limits, as equal units do; onto a drawing
    // that keeps everything, the last pass alone may go.
    private static void Settle(Plot plot, PixelRect area)
    {
        using var nowhere = new SKNoDrawCanvas((int)area.Right, (int)area.Bottom);
        plot.Render(nowhere, area);
    }
}
