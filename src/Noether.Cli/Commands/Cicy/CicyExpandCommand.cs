using System.CommandLine;
using Noether.CalabiYau.Lists;
using Noether.CalabiYau.Representatives;
using Noether.Files.Columnar;
using Noether.Runs;

namespace Noether.Cli.Commands.Cicy;

/// <summary>noether cicy expand.</summary>
internal static class CicyExpandCommand
{
    public static Command Create()
    {
        var command = new Command(
            "expand",
            """
            Draws representatives of every entry by random walks with identities and writes them as Parquet files. A run that was stopped goes on where it was.

            Example: noether cicy expand --cap 100 --out representatives
            """);
        var settings = RepresentativeSettings.AddTo(command, RepresentativeOptions.Default.Cap);
        var source = CicySource.AddTo(command);
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () => source.With(parsed, list =>
            {
                var (options, chosen) = (settings.Read(parsed), run.Read(parsed));
                var parts = ParquetParts.Open(chosen.OutFolder, $"{source.Describe(parsed)}\n{options}\nseed {chosen.Seed}\n");
                return Expand(list.WithoutPlaceholders, options, parts, chosen, cancellation);
            }),
            CancellationToken.None));
        return command;
    }

    private static int Expand(CicyList list, RepresentativeOptions options, ParquetParts parts, RunSettings settings, CancellationToken cancellation)
    {
        using var progress = settings.Quiet ? null : new ProgressLine(Console.Error, moves: !Console.IsErrorRedirected);
        var execution = new Execution { Threads = settings.Threads, Progress = progress, Cancellation = cancellation };
        var (written, earlier) = (0, parts.FirstMissing);
        try
        {
            foreach (var batch in RepresentativeStream.Batches(list, options, parts.FirstMissing, new(settings.Seed), execution))
            {
                var columns = RepresentativeColumns.Of([.. batch.Representatives()]);
                parts.Write(("label", columns.Labels), ("h11", columns.H11), ("h21", columns.H21), ("matrix", columns.Matrices));
                written += batch.Count;
            }
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"noether: stopped after part {parts.FirstMissing}; the same command goes on from there");
            return ExitCode.Interrupted;
        }

        Console.Out.WriteLine($"{written} matrices in parts {earlier} to {parts.FirstMissing - 1} of {settings.OutFolder}");
        return ExitCode.Success;
    }
}
