using System.CommandLine;
using Noether.CalabiYau.Graphs;
using Noether.CalabiYau.Representatives;
using Noether.Experiments.Configurations;

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
        var settings = RepresentativeSettings.AddTo(command, RepresentativeOptions.Default with { Cap = 1 });
        var reading = new Option<NodeTypeReading>("--reading") { Description = "What counts as the type of a node." };
        var diagonal = new Option<DiagonalReading>("--diagonal") { Description = "What stands on the diagonal of the adjacency matrix." };
        command.Options.Add(reading);
        command.Options.Add(diagonal);
        var source = CicySource.AddTo(command);
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => source.RunAsync(
            "cicy features",
            parsed,
            run.Read(parsed),
            (list, context) => InputVectors.Run(
                list.WithoutPlaceholders,
                settings.Read(parsed),
                GraphOptions.Default with { Reading = parsed.GetValue(reading), Diagonal = parsed.GetValue(diagonal) },
                context),
            cancellation));
        return command;
    }
}
