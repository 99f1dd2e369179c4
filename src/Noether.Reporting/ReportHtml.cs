using System.Text;
using Noether.Reporting.Html;
using Noether.Reports;

namespace Noether.Reporting;

/// <summary>A report as one page that needs no other file and no network.</summary>
public static class ReportHtml
{
    /// <summary>Writes the page as UTF-8 text, its figures inside.</summary>
    /// <remarks>Every name and message is escaped, and the page's own policy forbids it to load anything.</remarks>
    public static void Write(Report report, Stream stream) => Write(report, [.. Figures.RenderedFigure.All(report)], stream);

    internal static void Write(Report report, ImmutableArray<Figures.RenderedFigure> figures, Stream stream) =>
        stream.Write(Encoding.UTF8.GetBytes(Page.Of(report, figures).ToString()));
}
