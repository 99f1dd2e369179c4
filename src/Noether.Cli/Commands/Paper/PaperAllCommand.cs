using System.CommandLine;
using Noether.Files;
using Noether.Reporting.Validation;

namespace Noether.Cli.Commands.Paper;

/// <summary>noether paper all.</summary>
internal static class PaperAllCommand
{
    /// <summary>The page with everything, and the same for other programs.</summary>
    private const string PageName = "validation";

    private const string JsonName = $"{PageName}.json";

    private const string Heading = "# What the paper claims, and what came out\n\nMade by `noether paper all`. Each claim stands beside what was measured and beside its control.";

    private static readonly Option<bool> Quick = new("--quick") { Description = "Smaller experiments, a few minutes in all." };

    public static Command Create()
    {
        var only = new Option<string[]>("--only") { Description = "Run this experiment alone; may be given again. Others that are finished in the folder stay on the page.", HelpName = "NAME" };
        only.AcceptOnlyFromAmong([.. PaperExperiment.All.Select(experiment => experiment.Name)]);
        var command = new Command(
            "all",
            """
            Runs every experiment, each into a folder of its own inside the out folder, and writes one page with all claims: validation.html, .md and .json.
            An experiment that fails, or whose data set is missing, is listed with the reason, and the run goes on. A run that was stopped goes on where it was:
            give the same command again; experiments that are finished are kept unless their options or the tool have changed. The page has all experiments that are
            finished in the folder with the same options (--quick, --seed, --no-figures), also those that this run was not asked for.

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
        var (ofThisRun, exitCode) = await runs.CarryOutAsync(experiments, cancellation).ConfigureAwait(false);
        var results = runs.WithEarlier(ofThisRun);
        var json = ValidationJson.ToText(results);
        var error = parsed.InvocationConfiguration.Error;
        if (exitCode == ExitCode.Interrupted && Lacking(results, settings.OutFolder) is { Length: > 0 } lacking)
        {
            await error.WriteLineAsync($"{RunSession.MessagePrefix}interrupted: the page in {settings.OutFolder} stays as it was, for it has what this run did not come to: {string.Join(", ", lacking)}.").ConfigureAwait(false);
        }
        else
        {
            folder.WriteText(JsonName, json);
            folder.WriteText($"{PageName}.md", ValidationMarkdown.Page(results, Heading, (result, figure) => $"{result.Name}/{figure}"));
            folder.WriteText($"{PageName}.html", ValidationHtml.ToText(results));
            folder.Complete();
        }

        if (runs.OfOtherOptions(results) is { Length: > 0 } others)
        {
            await error.WriteLineAsync($"{RunSession.MessagePrefix}not on this page, for other options made them: {string.Join(", ", others)}. Their options (--quick, --seed, --no-figures) with --only list them.").ConfigureAwait(false);
        }

        await parsed.InvocationConfiguration.Output.WriteAsync(settings.Json ? json : ValidationText.Of(results)).ConfigureAwait(false);
        if (settings is { Json: false, Quiet: false })
        {
            await error.WriteLineAsync($"page: {Path.Combine(settings.OutFolder, PageName)}.html").ConfigureAwait(false);
        }

        return exitCode;
    }

    /// <summary>The experiments that are finished on the page of an earlier run and not among some results.</summary>
    private static string[] Lacking(ImmutableArray<ExperimentResult> results, string folder)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(folder, JsonName));
            return [.. Finished(ValidationJson.Read(stream)).Except(Finished(results))];
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            return []; // no page that can be read
        }

        static IEnumerable<string> Finished(IEnumerable<ExperimentResult> page) => page.Where(result => result.State == ExperimentState.Finished).Select(result => result.Name);
    }
}
