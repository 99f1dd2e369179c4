using System.Text.Json;
using Noether.Files;
using Noether.Reporting;
using Noether.Reporting.Validation;

namespace Noether.Cli.Commands.Paper;

/// <summary>The folder of an experiment's report.</summary>
internal sealed class ExperimentFolder(string path)
{
    /// <summary>Where it lies.</summary>
    public string Path { get; } = path;

    /// <summary>The result that lies there, if it is that of a command which ran to its end in this version of the tool; null otherwise.</summary>
    /// <param name="wanted">The result that is looked for, as far as it is known before the run.</param>
    public ExperimentResult? Finished(ExperimentResult wanted)
    {
        var file = System.IO.Path.Combine(Path, ReportPaths.Json);
        OutputFolder.Open(Path).Dispose(); // carries a report in place that a killed run had completed
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            using var stream = File.OpenRead(file);
            var report = ReportJson.Read(stream);
            var isThis = report.Repeat.StartsWith($"{wanted.Command} --out ", StringComparison.Ordinal) && report.Version == wanted.Version;
            return isThis && report.Findings.All(finding => finding.Id != RunSession.InterruptedId)
                ? ExperimentResult.Of(wanted with { Reason = "", Date = DateOnly.FromDateTime(File.GetLastWriteTimeUtc(file)) }, report, Figures(file))
                : null;
        }
        catch (FormatException)
        {
            return null; // of another version of the tool: it is run again, as if there were none
        }
    }

    private static ImmutableArray<string> Figures(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.TryGetProperty("figures", out var figures) ? [.. figures.EnumerateArray().Select(figure => figure.GetString()!)] : [];
    }
}
