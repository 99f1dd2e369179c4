using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Noether.CalabiYau.Representatives;
using Noether.Experiments.Configurations;
using Noether.Files.Columnar;
using Noether.Reports;
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
        var settings = RepresentativeSettings.AddTo(command, RepresentativeOptions.Default);
        var source = CicySource.AddTo(command);
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var (options, chosen) = (settings.Read(parsed), run.Read(parsed));
            return source.RunAsync("cicy expand", parsed, chosen, (list, context) => Expand(list.WithoutPlaceholders, options, chosen.OutFolder, context), cancellation);
        });
        return command;
    }

    private static Report Expand(ListSource source, RepresentativeOptions options, string folder, RunContext context)
    {
        if (source.List.Records.IsEmpty)
        {
            return context.Blank with { Verdict = $"No entry of the list is left ({source.Dropped} were left out), so nothing was written; choose a smaller --every.", Data = source.ToReport() };
        }

        var clock = new StageClock(TimeProvider.System);
        var parts = ParquetParts.Open(folder, $"list {source.Sha256}, {source.List.Records.Length} entries, labels {LabelHash(source)}\n{options}\nseed {context.Seed.Value}\n");
        var earlier = parts.FirstMissing;
        var census = clock.Measure("earlier parts", () => CountEarlier(parts));
        var written = clock.Measure("representatives", () => Write(source, options, parts, census, context));
        return context.Blank with
        {
            Verdict = $"{census.Matrices} matrices of {source.List.Records.Length} entries in parts 0 to {parts.FirstMissing - 1}; {written} of them are new{(earlier > 0 ? $", from part {earlier} on" : "")}.",
            Data = source.ToReport(),
            Findings = [.. CollisionFindings(census)],
            Timings = clock.Times,
        };
    }

    /// <summary>Which entries: their number alone would let the parts of different choices mix.</summary>
    private static string LabelHash(ListSource source) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', source.List.Records.Select(record => record.Label)))));

    private static MatrixCensus CountEarlier(ParquetParts parts)
    {
        var census = new MatrixCensus();
        for (var part = 0; part < parts.FirstMissing; part++)
        {
            var table = parts.Read(part);
            var (labels, matrices) = (table.Find("label")!, table.Find("matrix")!);
            census.Add([.. labels.Numbers.ToArray().Select(label => (int)label)], [.. Enumerable.Range(0, table.RowCount).Select(matrices.TextAt)]);
        }

        return census;
    }

    private static int Write(ListSource source, RepresentativeOptions options, ParquetParts parts, MatrixCensus census, RunContext context)
    {
        var before = census.Matrices;
        foreach (var batch in RepresentativeStream.Batches(source.List, options, parts.FirstMissing, context.Seed, context.Execution))
        {
            var columns = RepresentativeColumns.Of([.. batch.Representatives()]);
            parts.Write(("label", columns.Labels), ("h11", columns.H11), ("h21", columns.H21), ("matrix", columns.Matrices));
            census.Add(columns.Labels, columns.Matrices);
            var finding = new Finding("CON014", Severity.Note, $"Parts 0 to {parts.FirstMissing - 1} are complete; the same command goes on from there.");
            context.Finished.Report(context.Blank with { Data = source.ToReport(), Findings = [finding] });
        }

        return census.Matrices - before;
    }

    private static IEnumerable<Finding> CollisionFindings(MatrixCensus census)
    {
        if (census.SharedByLabels > 0)
        {
            yield return new("CON015", Severity.Caution, $"{census.SharedByLabels} of {census.Distinct} different matrices were reached from several entries of the list: these entries are the same manifold.");
        }
    }
}
