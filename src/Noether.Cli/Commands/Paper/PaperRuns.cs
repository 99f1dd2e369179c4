using Noether.Files;
using Noether.Reporting.Validation;

namespace Noether.Cli.Commands.Paper;

/// <summary>Runs experiments one after the other, each as the command that a user would give.</summary>
/// <param name="settings">Seed, threads, folder.</param>
/// <param name="quick">Whether the smaller form is wanted.</param>
/// <param name="error">Where progress goes.</param>
internal sealed class PaperRuns(RunSettings settings, bool quick, TextWriter error)
{
    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>What came out of each, and the exit code: that of the first that failed, or of an interruption.</summary>
    public async Task<(ImmutableArray<ExperimentResult> Results, int ExitCode)> CarryOutAsync(ImmutableArray<PaperExperiment> experiments, CancellationToken cancellation)
    {
        var results = ImmutableArray.CreateBuilder<ExperimentResult>(experiments.Length);
        var exitCode = ExitCode.Success;
        foreach (var experiment in experiments)
        {
            if (exitCode == ExitCode.Interrupted)
            {
                results.Add(Unfinished(experiment, ExperimentState.Interrupted, "the run was interrupted before"));
                continue;
            }

            await SayAsync($"{results.Count + 1} of {experiments.Length}: {experiment.Name}").ConfigureAwait(false);
            var (result, code) = await CarryOutAsync(experiment, cancellation).ConfigureAwait(false);
            results.Add(result);
            exitCode = code == ExitCode.Interrupted || (exitCode == ExitCode.Success && code != ExitCode.Missing) ? code : exitCode;
        }

        return (results.MoveToImmutable(), exitCode);
    }

    /// <summary>The results of a run, and of the experiments that it was not asked for or did not come to, what earlier runs with the same options left in the out folder.</summary>
    public ImmutableArray<ExperimentResult> WithEarlier(ImmutableArray<ExperimentResult> results) =>
    [
        .. PaperExperiment.All
            .Select(experiment => results.FirstOrDefault(result => result.Name == experiment.Name) is var result && result is null or { State: ExperimentState.Interrupted }
                ? FolderOf(experiment).Finished(Unfinished(experiment, ExperimentState.Finished, "")) ?? result
                : result)
            .OfType<ExperimentResult>(),
    ];

    /// <summary>The names of experiments whose finished reports lie in the out folder and are not among some results: other options made them.</summary>
    public ImmutableArray<string> OfOtherOptions(ImmutableArray<ExperimentResult> results) =>
        [.. PaperExperiment.All.Where(experiment => results.All(result => result.Name != experiment.Name) && FolderOf(experiment).HoldsFinished).Select(experiment => experiment.Name)];

    private async Task<(ExperimentResult Result, int ExitCode)> CarryOutAsync(PaperExperiment experiment, CancellationToken cancellation)
    {
        var blank = Unfinished(experiment, ExperimentState.Interrupted, "it was interrupted");
        var folder = FolderOf(experiment);
        try
        {
            folder.Settle();
            if (folder.Finished(blank) is { } kept && kept.Version == RunSession.Version)
            {
                await SayAsync($"{experiment.Name} is finished").ConfigureAwait(false);
                return (kept, ExitCode.Success);
            }
        }
        catch (OutputFolderException problem)
        {
            await error.WriteLineAsync(RunSession.MessagePrefix + problem.Message).ConfigureAwait(false);
            return (Unfinished(experiment, ExperimentState.Failed, problem.Message), ExitCode.Data);
        }

        var messages = new MessageWriter(settings.Quiet ? TextWriter.Null : error);
        string[] words = [.. experiment.Words(settings, quick), "--out", folder.Path, "--threads", $"{settings.Threads}", .. settings.Quiet ? ["--quiet"] : Array.Empty<string>()];
        var code = await CommandLine.RunAsync(words, messages, cancellation).ConfigureAwait(false);
        return code switch
        {
            ExitCode.Success => (folder.Finished(blank) ?? Unfinished(experiment, ExperimentState.Failed, "it left no report"), code),
            ExitCode.Interrupted => (blank, code),
            ExitCode.Missing => (Unfinished(experiment, ExperimentState.Skipped, messages.Last), code),
            _ => (Unfinished(experiment, ExperimentState.Failed, messages.Last), code),
        };
    }

    private ExperimentFolder FolderOf(PaperExperiment experiment) => new(Path.Combine(settings.OutFolder, experiment.Name));

    private ExperimentResult Unfinished(PaperExperiment experiment, ExperimentState state, string reason) => new()
    {
        Name = experiment.Name,
        Shows = quick && !experiment.Quick.IsEmpty ? $"{experiment.Shows} Of a part of the samples." : experiment.Shows,
        Command = RunSession.Line(experiment.Words(settings, quick)),
        State = state,
        Reason = reason,
        Version = RunSession.Version,
        Machine = Machine.Description,
        Date = _today,
    };

    private Task SayAsync(string line) => settings.Quiet ? Task.CompletedTask : error.WriteLineAsync(line);
}
