using System.Diagnostics;
using System.Text;
using Noether.Files;
using Noether.Reporting.Figures;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting;

/// <summary>A report as a folder: report.html, report.json, the figures as PNG and SVG, the arrays as NPY, and files of other formats.</summary>
public static class ReportFolder
{
    private const string Stage = "figures";

    /// <summary>Draws the figures and writes all files of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="folder">Where to; the caller completes it.</param>
    /// <param name="below">A folder inside that one, with / at its end; empty for that one itself.</param>
    /// <returns>The report as written: with the time that its figures took, and what there is to say about them.</returns>
    /// <exception cref="OutputFolderException">The folder cannot be written to.</exception>
    public static Report Write(Report report, OutputFolder folder, string below = "") => Write(report, (name, write) => folder.Write(below + name, write));

    internal static Report Write(Report report, Action<string, Action<Stream>> write)
    {
        var clock = Stopwatch.StartNew();
        ImmutableArray<RenderedFigure> figures = [.. RenderedFigure.All(report)];
        var written = figures.IsEmpty ? report : WithFigures(report, clock.Elapsed.TotalSeconds);
        foreach (var figure in figures)
        {
            write(ReportPaths.Png(figure.Figure), stream => stream.Write(figure.Png));
            write(ReportPaths.Svg(figure.Figure), stream => stream.Write(Encoding.UTF8.GetBytes(figure.Svg)));
        }

        foreach (var array in report.Arrays.IsDefault ? [] : report.Arrays)
        {
            write(ReportPaths.Array(array), stream => NumpyWriter.WriteNpy(stream, array));
        }

        foreach (var file in report.Files)
        {
            write(file.Name, stream => stream.Write(file.Content.AsSpan()));
        }

        write(ReportPaths.Html, stream => ReportHtml.Write(written, figures, stream));
        write(ReportPaths.Json, stream => ReportJson.Write(written, stream));
        return written;
    }

    private static Report WithFigures(Report report, double seconds) => report with
    {
        Seconds = report.Seconds + seconds,
        Timings = [.. report.Timings, new StageTime(Stage, seconds)],
        Findings = [.. report.Findings, .. FigureFindings.Of(report)],
    };
}
