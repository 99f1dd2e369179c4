using Noether.Reporting.Figures;
using Noether.Reporting.Html.Interactive;
using Noether.Reports;

namespace Noether.Reporting.Html;

/// <summary>The figures, as pixels inside the page, which look the same in every browser and on paper; with the data by which the page's script makes them ones to explore.</summary>
internal static class FigureSection
{
    internal static Html? Of(ImmutableArray<RenderedFigure> figures) => figures.IsEmpty ? null : (Html)$"""
        <section class="figures" aria-label="Figures">
        {figures.Select(Figure)}</section>

        """;

    private static Html Figure(RenderedFigure drawn) => $"""
        <figure id="{drawn.Figure.Name}"{Explored(drawn.Figure)}>
        <div class="sheet still"><img class="{(drawn.Figure.Panels.Length > 1 ? "several" : "single")}" alt="{drawn.Figure.Title}. {drawn.Figure.Caption}" src="data:image/png;base64,{Convert.ToBase64String(drawn.Png)}"></div>
        <figcaption>{drawn.Figure.Caption}</figcaption>
        </figure>

        """;

    private static Html? Explored(Figure figure) => FigureData.Of(figure) is { } data ? (Html)$" data-view=\"{data}\"" : null;
}
