using Noether.Reporting.Fonts;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting.Figures;

/// <summary>What a reader should know about the drawings themselves.</summary>
internal static class FigureFindings
{
    private const int Named = 5;

    /// <summary>Finding FIG001 where names use characters for which neither Inter nor this machine has a glyph.</summary>
    internal static IEnumerable<Finding> Of(Report report)
    {
        if (report.Figures.IsDefaultOrEmpty)
        {
            yield break;
        }

        var lost = report.Figures.SelectMany(Texts).Distinct().Where(text => !Typefaces.CanDraw(text)).ToArray();
        if (lost.Length > 0)
        {
            var names = string.Join(", ", lost.Take(Named).Select(text => $"\"{text}\""));
            yield return new("FIG001", Severity.Note, $"{lost.Length} labels in figures have characters that no font here can draw, and show boxes in their place: {names}{(lost.Length > Named ? " ..." : "")}. Install a font for their script, or rename them; the tables are not affected.");
        }
    }

    private static IEnumerable<string> Texts(Figure figure) => [figure.Title, .. figure.Panels.SelectMany(Texts)];

    private static IEnumerable<string> Texts(Panel panel) => [panel.Title, panel.Horizontal, panel.Vertical, .. panel.Layers.SelectMany(Texts)];

    private static IEnumerable<string> Texts(Layer layer) => layer switch
    {
        ScatterLayer points => points.GroupNames,
        LineLayer line => [line.Name],
        HeatLayer heat => [heat.Label],
        GraphLayer graph => [.. graph.Texts, .. graph.Edges.Select(edges => edges.Name)],
        _ => [],
    };
}
