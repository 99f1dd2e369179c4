using System.CommandLine;
using System.Reflection;
using Noether.CalabiYau.Lists;
using Noether.Files;
using Noether.Reporting;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Cli;

/// <summary>From a command's work to files, screen and exit code: the same for every command that makes a report.</summary>
internal static class RunSession
{
    /// <summary>What a message on standard error starts with.</summary>
    public const string MessagePrefix = "noether: ";

    /// <summary>The finding of a run that was interrupted.</summary>
    public const string InterruptedId = "RUN001";

    /// <summary>Where the report of an interrupted run lies, inside a folder that holds a finished one.</summary>
    private const string InterruptedFolder = "interrupted";

    private const int RevisionLength = 9;

    /// <summary>The tool's version, with the revision that it was built from where the build knew it, such as 0.1.0+64b8c3d2c.</summary>
    public static string Version { get; } = ShortVersion(typeof(RunSession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <summary>Carries out a run that makes a report.</summary>
    /// <param name="command">The command's name as it stands in the report.</param>
    /// <param name="parsed">The command line, for the line that repeats the run.</param>
    /// <param name="settings">The user's settings.</param>
    /// <param name="work">Makes the report; hands over what it has after each stage.</param>
    /// <param name="cancellation">Set by Ctrl-C: what was finished is written.</param>
    public static Task<int> RunAsync(string command, ParseResult parsed, RunSettings settings, Func<RunContext, RunSettings, Report> work, CancellationToken cancellation) => Task.Run(
        () =>
        {
            using var folder = settings.OutFolder.Length == 0 ? null : OutputFolder.Open(settings.OutFolder);
            folder?.RequireNoInput(parsed.Tokens.Select(token => token.Value));
            var latest = new LatestReport(Blank(command, parsed, settings));
            var exitCode = Work(settings, work, latest, parsed.InvocationConfiguration.Error, cancellation);
            Deliver(latest.Value, folder, settings, parsed.InvocationConfiguration);
            return exitCode;
        },
        CancellationToken.None);

    /// <summary>Carries out a command, and turns what goes wrong into a message and an exit code.</summary>
    /// <param name="error">Where the message goes.</param>
    /// <param name="work">The command.</param>
    public static async Task<int> GuardAsync(TextWriter error, Func<Task<int>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (DataSetMissingException exception)
        {
            return Say(exception.Message, ExitCode.Missing);
        }
        catch (Exception exception)
        {
            return IsDataProblem(exception)
                ? Say(exception.Message, ExitCode.Data)
                : Say($"this is a defect of the tool, please report it with the command and the data: {exception}", ExitCode.Defect);
        }

        int Say(string message, int exitCode)
        {
            error.WriteLine(MessagePrefix + message);
            return exitCode;
        }
    }

    /// <summary>Whether something is wrong with the data, and not with the tool.</summary>
    private static bool IsDataProblem(Exception exception) =>
        exception is DataFileException or CicyListException or OutputFolderException or IOException or InvalidDataException or UnauthorizedAccessException;

    /// <summary>Words of a command line as a POSIX shell reads them back.</summary>
    public static string Line(IEnumerable<string> words) => "noether " + string.Join(' ', words.Select(ShellWord));

    private static string ShortVersion(string version) => version.Split('+') is [var number, var revision] ? $"{number}+{revision[..Math.Min(RevisionLength, revision.Length)]}" : version;

    private static Report Blank(string command, ParseResult parsed, RunSettings settings) => new()
    {
        Command = command,
        Version = Version,
        Seed = settings.Seed,
        Threads = settings.Threads,
        Repeat = Line(parsed.Tokens.Select(token => token.Value)),
        Verdict = "No stage was finished.",
    };

    private static int Work(RunSettings settings, Func<RunContext, RunSettings, Report> work, LatestReport latest, TextWriter error, CancellationToken cancellation)
    {
        using var progress = settings.Quiet ? null : new ProgressLine(error, moves: !Console.IsErrorRedirected);
        var execution = new Execution { Threads = settings.Threads, Progress = progress, Cancellation = cancellation };
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            var report = work(new(latest.Value, new(settings.Seed), execution, latest), settings);
            latest.Report(report with { Seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds });
            if (!cancellation.IsCancellationRequested)
            {
                return ExitCode.Success;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Reported below, as is a last stage that ends early with what it has, such as a map.
        }

        latest.Report(Interrupted(latest.Value) with { Seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds });
        return ExitCode.Interrupted;
    }

    private static Report Interrupted(Report report) => report with
    {
        Verdict = $"Interrupted. {(report.Timings.IsEmpty ? "No stage was finished." : $"Finished: {string.Join(", ", report.Timings.Select(time => time.Stage))}.")}",
        Findings = report.Findings.Add(new(InterruptedId, Severity.Caution, "The run was interrupted; the report holds the stages that were finished.")),
    };

    private static void Deliver(Report report, OutputFolder? folder, RunSettings settings, InvocationConfiguration streams)
    {
        var written = report;
        var place = settings.OutFolder;
        if (folder is null)
        {
            written = report with { Figures = [], Arrays = [], Files = [] }; // the text must not name files that are nowhere
        }
        else
        {
            report = settings.Figures ? report : report with { Figures = [] };
            if (!EarlierReport.IsFinished(report) && EarlierReport.IsToBeKept(folder.Path))
            {
                place = Path.Combine(folder.Path, InterruptedFolder);
                written = ReportFolder.Write(report, folder, InterruptedFolder + '/');
                folder.CompleteBeside(InterruptedFolder);
                streams.Error.WriteLine($"{MessagePrefix}interrupted: the finished report in {folder.Path} stays as it was; what this run has is in {place} until a run into this folder is finished.");
            }
            else
            {
                written = ReportFolder.Write(report, folder);
                folder.Complete();
            }
        }

        streams.Output.Write(settings.Json ? ReportJson.ToText(written) : ReportConsole.ToText(written));
        if (folder is not null && !settings.Json && !settings.Quiet)
        {
            streams.Error.WriteLine($"report: {Path.Combine(place, ReportPaths.Html)}");
        }
    }

    /// <summary>A word of the command line as a POSIX shell reads it back.</summary>
    private static string ShellWord(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,+@%".Contains(c, StringComparison.Ordinal)) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
