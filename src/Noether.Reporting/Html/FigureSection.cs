using Noether.Reporting.Figures;

namespace Noether.Reporting.Html;

/// <summary>The figures, as pixels inside the page: they look the same in every browser.</summary>
internal static class FigureSection
{
    internal static Html? Of(ImmutableArray<RenderedFigure> figures) => figures.IsEmpty ? null : (Html)$"""
        <section class="figures" aria-label="Figures">
        {figures.Select(Figure)}</section>

        """;

    private static Html Figure(RenderedFigure drawn) => $"""
        <figure id="{drawn.Figure.Name}">
        <div class="sheet"><img class="{(drawn.Figure.Panels.Length > 1 ? "several" : "single")}" alt="{drawn.Figure.Title}. {drawn.Figure.Caption}" src="data:image/png;base64,{Convert.ToBase64String(drawn.Png)}"></div>
        <figcaption>{drawn.Figure.Caption}</figcaption>
        </figure>

        """;
}
