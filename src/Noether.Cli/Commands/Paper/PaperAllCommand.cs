using System.CommandLine;
using Noether.Files;
using Noether.Reporting.Validation;

namespace Noether.Cli.Commands.Paper;

/// <summary>noether paper all.</summary>
internal static class PaperAllCommand
{
    /// <summary>The page with everything, and the same for other programs.</summary>
    private const string PageName = "validation";

    private const string Heading = "# What the paper claims, and what came out\n\nMade by `noether paper all`. Each claim stands beside what was measured and beside its control.";

    private static readonly Option<bool> Quick = new("--quick") { Description = "Smaller experiments, a few minutes in all." };

    public static Command Create()
    {
        var only = new Option<string[]>("--only") { Description = "Run this experiment alone; may be given again.", HelpName = "NAME" };
        only.AcceptOnlyFromAmong([.. PaperExperiment.All.Select(experiment => experiment.Name)]);
        var command = new Command(
            "all",
            """
            Runs every experiment, each into a folder of its own inside the out folder, and writes one page with all claims: validation.html, .md and .json.
            An experiment that fails, or whose data set is missing, is listed with the reason, and the run goes on. A run that was stopped goes on where it was:
            give the same command again; experiments that are finished are kept unless their options or the tool have changed.

            Example: noether paper all --out out/paper
            Example: noether paper all --quick --out out/quick
            Example: noether paper all --only mexican-hat --only so3 --out out/two
            """);
        command.Options.Add(Quick);
        command.Options.Add(only);
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, run.Read(parsed), Chosen(parsed.GetValue(only)), cancellation));
        return command;
    }

    private static ImmutableArray<PaperExperiment> Chosen(string[]? names) => names is { Length: > 0 } ? [.. PaperExperiment.All.Where(experiment => names.Contains(experiment.Name))] : PaperExperiment.All;

    private static async Task<int> RunAsync(ParseResult parsed, RunSettings settings, ImmutableArray<PaperExperiment> experiments, CancellationToken cancellation)
    {
        using var folder = OutputFolder.Open(settings.OutFolder);
        var runs = new PaperRuns(settings, parsed.GetValue(Quick), parsed.InvocationConfiguration.Error);
        var (results, exitCode) = await runs.CarryOutAsync(experiments, cancellation).ConfigureAwait(false);

        var json = ValidationJson.ToText(results);
        folder.WriteText($"{PageName}.json", json);
        folder.WriteText($"{PageName}.md", ValidationMarkdown.Page(results, Heading, (result, figure) => $"{result.Name}/{figure}"));
        folder.WriteText($"{PageName}.html", ValidationHtml.ToText(results));
        folder.Complete();

        await parsed.InvocationConfiguration.Output.WriteAsync(settings.Json ? json : ValidationText.Of(results)).ConfigureAwait(false);
        if (settings is { Json: false, Quiet: false })
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"page: {Path.Combine(settings.OutFolder, PageName)}.html").ConfigureAwait(false);
        }

        return exitCode;
    }
}
