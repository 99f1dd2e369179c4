using System.CommandLine;
using Noether.CalabiYau.Graphs;
using Noether.CalabiYau.Lists;

namespace Noether.Cli.Commands.Cicy;

/// <summary>noether cicy list.</summary>
internal static class CicyListCommand
{
    public static Command Create()
    {
        var command = new Command(
            "list",
            """
            Prints the entries of a list: label, Hodge numbers, Euler number, matrix.

            Example: noether cicy list --h11 2 --h21 66
            """);
        var (h11, h21, label) = (new Option<int?>("--h11"), new Option<int?>("--h21"), new Option<int?>("--label"));
        var picture = new Option<string?>("--picture") { Description = "Draw the graph of the first entry found into this SVG file.", HelpName = "FILE" };
        foreach (var option in new Option[] { h11, h21, label, picture })
        {
            command.Options.Add(option);
        }

        var source = CicySource.AddTo(command);
        command.SetAction(parsed => source.With(parsed, list =>
        {
            var found = list.Records.Where(record =>
                (parsed.GetValue(h11) ?? record.Topology.H11) == record.Topology.H11
                && (parsed.GetValue(h21) ?? record.Topology.H21) == record.Topology.H21
                && (parsed.GetValue(label) ?? record.Label) == record.Label).ToArray();
            return Print(found, parsed.GetValue(picture));
        }));
        return command;
    }

    private static int Print(CicyRecord[] records, string? picture)
    {
        Console.Out.WriteLine("label\th11\th21\tEuler\tmatrix");
        foreach (var record in records)
        {
            Console.Out.WriteLine($"{record.Label}\t{record.Topology.H11}\t{record.Topology.H21}\t{record.Topology.EulerNumber}\t{record.Matrix}");
        }

        if (picture is not null && records.Length > 0)
        {
            using var writer = new StreamWriter(picture);
            GraphPicture.WriteSvg(records[0].Matrix, writer);
        }

        return ExitCode.Success;
    }
}
