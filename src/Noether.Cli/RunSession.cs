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
    /// <summary>The tool's version.</summary>
    public static string Version { get; } =
        typeof(RunSession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Carries out a run that makes a report.</summary>
    /// <param name="command">The command's name as it stands in the report.</param>
    /// <param name="parsed">The command line, for the line that repeats the run.</param>
    /// <param name="settings">The user's settings.</param>
    /// <param name="work">Makes the report; hands over what it has after each stage.</param>
    /// <param name="cancellation">Set by Ctrl-C: what was finished is written.</param>
    public static Task<int> RunAsync(string command, ParseResult parsed, RunSettings settings, Func<RunContext, RunSettings, Report> work, CancellationToken cancellation) => Task.Run(
        () =>
        {
            try
            {
                using var folder = settings.OutFolder.Length == 0 ? null : OutputFolder.Open(settings.OutFolder);
                var latest = new LatestReport(Blank(command, parsed, settings));
                var exitCode = Work(settings, work, latest, cancellation);
                Deliver(latest.Value, folder, settings);
                return exitCode;
            }
            catch (DataSetMissingException exception)
            {
                Console.Error.WriteLine($"noether: {exception.Message}");
                return ExitCode.Missing;
            }
            catch (Exception exception) when (exception is DataFileException or CicyListException or OutputFolderException or IOException or InvalidDataException)
            {
                Console.Error.WriteLine($"noether: {exception.Message}");
                return ExitCode.Data;
            }
            catch (Exception exception)
            {
                Console.Error.WriteLine($"noether: this is a defect of the tool, please report it with the command and the data: {exception}");
                return ExitCode.Defect;
            }
        },
        CancellationToken.None);

    private static Report Blank(string command, ParseResult parsed, RunSettings settings) => new()
    {
        Command = command,
        Version = Version,
        Seed = settings.Seed,
        Threads = settings.Threads,
        Repeat = "noether " + string.Join(' ', parsed.Tokens.Select(token => ShellWord(token.Value))),
        Verdict = "No stage was finished.",
    };

    private static int Work(RunSettings settings, Func<RunContext, RunSettings, Report> work, LatestReport latest, CancellationToken cancellation)
    {
        using var progress = settings.Quiet ? null : new ProgressLine(Console.Error, moves: !Console.IsErrorRedirected);
        var execution = new Execution { Threads = settings.Threads, Progress = progress, Cancellation = cancellation };
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            var report = work(new(latest.Value, new(settings.Seed), execution, latest), settings);
            latest.Report(report with { Seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds });
            return ExitCode.Success;
        }
        catch (Exception exception) when (WasCancelled(exception, cancellation))
        {
            var interrupted = new Finding("RUN001", Severity.Caution, "The run was interrupted; the report holds the stages that were finished.");
            latest.Report(latest.Value with
            {
                Verdict = $"Interrupted. {(latest.Value.Timings.IsEmpty ? "No stage was finished." : $"Finished: {string.Join(", ", latest.Value.Timings.Select(time => time.Stage))}.")}",
                Seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds,
                Findings = latest.Value.Findings.Add(interrupted),
            });
            return ExitCode.Interrupted;
        }
    }

    private static bool WasCancelled(Exception exception, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested && exception is OperationCanceledException or AggregateException { InnerException: OperationCanceledException };

    private static void Deliver(Report report, OutputFolder? folder, RunSettings settings)
    {
        var written = report;
        if (folder is null)
        {
            written = report with { Figures = [], Arrays = [], Files = [] }; // the text must not name files that are nowhere
        }
        else
        {
            written = ReportFolder.Write(settings.Figures ? report : report with { Figures = [] }, folder);
            folder.Complete();
        }

        Console.Out.Write(settings.Json ? ReportJson.ToText(written) : ReportConsole.ToText(written));
        if (folder is not null && !settings.Json && !settings.Quiet)
        {
            Console.Error.WriteLine($"report: {Path.Combine(settings.OutFolder, ReportPaths.Html)}");
        }
    }

    /// <summary>A word of the command line as a POSIX shell reads it back.</summary>
    private static string ShellWord(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,+@%".Contains(c, StringComparison.Ordinal)) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
