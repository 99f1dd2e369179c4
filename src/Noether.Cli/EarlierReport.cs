using Noether.Reporting;
using Noether.Reports;

namespace Noether.Cli;

/// <summary>The report that an earlier run left in a folder.</summary>
internal static class EarlierReport
{
    /// <summary>Reads it; null where there is none that can be read, such as one of a version of the tool that wrote another form.</summary>
    /// <param name="folder">The folder.</param>
    public static Report? In(string folder)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(folder, ReportPaths.Json));
            return ReportJson.Read(stream);
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a run went to its end.</summary>
    public static bool IsFinished(Report report) => report.Findings.All(finding => finding.Id != RunSession.InterruptedId);

    /// <summary>Whether a folder holds a report that an interrupted run must not replace: of a run that went to its end, or of one that cannot be told.</summary>
    public static bool IsToBeKept(string folder) => In(folder) is { } report ? IsFinished(report) : File.Exists(Path.Combine(folder, ReportPaths.Json));
}
