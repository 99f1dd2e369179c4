using System.CommandLine;
using Noether.CalabiYau.Graphs;
using Noether.CalabiYau.Lists;
using Noether.CalabiYau.Representatives;
using Noether.Files;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Cli.Commands.Cicy;

/// <summary>noether cicy features.</summary>
internal static class CicyFeaturesCommand
{
    public static Command Create()
    {
        var command = new Command(
            "features",
            """
            Input vectors of the entries of a list and of representatives drawn for them: features.npy, labels.npy, hodge.npy and the dictionary of node types.

            Example: noether cicy features --cap 100 --every 8 --out features
            """);
        var settings = RepresentativeSettings.AddTo(command, cap: 1);
        var reading = new Option<NodeTypeReading>("--reading") { Description = "What counts as the type of a node." };
        var diagonal = new Option<DiagonalReading>("--diagonal") { Description = "What stands on the diagonal of the adjacency matrix." };
        command.Options.Add(reading);
        command.Options.Add(diagonal);
        var source = CicySource.AddTo(command);
        var run = RunOptions.AddTo(command);
        command.SetAction(parsed => source.With(parsed, list => Write(
            list.WithoutPlaceholders,
            settings.Read(parsed),
            GraphOptions.Default with { Reading = parsed.GetValue(reading), Diagonal = parsed.GetValue(diagonal) },
            run.Read(parsed))));
        return command;
    }

    private static int Write(CicyList list, RepresentativeOptions options, GraphOptions graphs, RunSettings settings)
    {
        using var progress = settings.Quiet ? null : new ProgressLine(Console.Error, moves: !Console.IsErrorRedirected);
        var execution = new Execution { Threads = settings.Threads, Progress = progress };
        var drawn = RepresentativeStream.Batches(list, options, 0, new(settings.Seed), execution).SelectMany(batch => batch.Representatives()).ToArray();
        var matrices = drawn.Select(one => one.Matrix).ToArray();
        var space = GraphFeatureSpace.Of(matrices, graphs);
        var vectors = space.Vectors(matrices, execution);

        using var folder = OutputFolder.Open(settings.OutFolder);
        Write(folder, new("features", [vectors.Rows, vectors.Columns], vectors.Entries.ToArray()));
        Write(folder, new("labels", [drawn.Length], drawn.Select(one => one.Record.Label).ToArray()));
        Write(folder, new("hodge", [drawn.Length, 2], drawn.SelectMany(one => new[] { one.Record.Topology.H11, one.Record.Topology.H21 }).ToArray()));
        using var dictionary = new StringWriter();
        space.Dictionary.Write(dictionary);
        folder.WriteText("dictionary.txt", dictionary.ToString());
        folder.Complete();
        Console.Out.WriteLine($"{vectors.Rows} input vectors of length {space.Dimension}: {space.CountSlots} node types and {space.EigenvalueSlots} eigenvalues");
        return ExitCode.Success;
    }

    private static void Write(OutputFolder folder, NamedArray array) => folder.Write($"{array.Name}.npy", stream => NumpyWriter.WriteNpy(stream, array));
}
