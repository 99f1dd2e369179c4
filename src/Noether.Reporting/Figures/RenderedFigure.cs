using Noether.Reports;

namespace Noether.Reporting.Figures;

/// <summary>A figure and its drawings.</summary>
internal sealed record RenderedFigure(Figure Figure, byte[] Png, string Svg)
{
    /// <summary>The figures of a report, drawn.</summary>
    internal static IEnumerable<RenderedFigure> All(Report report) => report.Figures.IsDefaultOrEmpty ? [] : report.Figures.Select(Of);

    private static RenderedFigure Of(Figure figure) => new(figure, FigureRenderer.ToPng(figure), FigureRenderer.ToSvg(figure));
}
