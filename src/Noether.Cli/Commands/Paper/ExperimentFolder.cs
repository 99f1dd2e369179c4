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

    /// <summary>Carries a report in place that a killed run had completed.</summary>
    /// <exception cref="OutputFolderException">The folder cannot be written to.</exception>
    public void Settle() => OutputFolder.Open(Path).Dispose();

    /// <summary>Whether a command that ran to its end left its report there, whatever its options and version of the tool.</summary>
    public bool HoldsFinished => EarlierReport.In(Path) is { } report && EarlierReport.IsFinished(report);

    /// <summary>The result that lies there, if it is that of a command which ran to its end; of whatever version of the tool, which it names. Null otherwise.</summary>
    /// <param name="wanted">The result that is looked for, as far as it is known before the run.</param>
    public ExperimentResult? Finished(ExperimentResult wanted)
    {
        if (EarlierReport.In(Path) is not { } report || !EarlierReport.IsFinished(report) || !report.Repeat.StartsWith($"{wanted.Command} --out ", StringComparison.Ordinal))
        {
            return null;
        }

        var file = System.IO.Path.Combine(Path, ReportPaths.Json);
        return ExperimentResult.Of(wanted with { Reason = "", Date = DateOnly.FromDateTime(File.GetLastWriteTimeUtc(file)) }, report, Figures(file));
    }

    private static ImmutableArray<string> Figures(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.TryGetProperty("figures", out var figures) ? [.. figures.EnumerateArray().Select(figure => figure.GetString()!)] : [];
    }
}
