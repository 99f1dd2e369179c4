using System.Diagnostics;
using System.Text;
using Noether.Reporting.Figures;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting;

/// <summary>A report as a folder: report.html, report.json, and the figures as PNG and SVG.</summary>
public static class ReportFolder
{
    private const string Stage = "figures";

    /// <summary>Draws the figures and writes all files of the report but its arrays.</summary>
    /// <param name="report">The report.</param>
    /// <param name="write">Told a path relative to the folder, with forward slashes, and what writes the content.</param>
    /// <returns>The report as written: with the time that its figures took.</returns>
    public static Report Write(Report report, Action<string, Action<Stream>> write)
    {
        var clock = Stopwatch.StartNew();
        ImmutableArray<RenderedFigure> figures = [.. RenderedFigure.All(report)];
        var written = figures.IsEmpty ? report : WithTime(report, clock.Elapsed.TotalSeconds);
        foreach (var figure in figures)
        {
            write(ReportPaths.Png(figure.Figure), stream => stream.Write(figure.Png));
            write(ReportPaths.Svg(figure.Figure), stream => stream.Write(Encoding.UTF8.GetBytes(figure.Svg)));
        }

        write(ReportPaths.Html, stream => ReportHtml.Write(written, figures, stream));
        write(ReportPaths.Json, stream => ReportJson.Write(written, stream));
        return written;
    }

    private static Report WithTime(Report report, double seconds) => report with
    {
        Seconds = report.Seconds + seconds,
        Timings = [.. report.Timings, new StageTime(Stage, seconds)],
    };
}
