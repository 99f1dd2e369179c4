using System.CommandLine;
using Noether.CalabiYau.Lists;
using Noether.Experiments.Configurations;

namespace Noether.Cli.Commands.Cicy;

/// <summary>noether cicy list.</summary>
internal static class CicyListCommand
{
    public static Command Create()
    {
        var command = new Command(
            "list",
            """
            Prints the entries of a list: label, Hodge numbers, Euler number, matrix. With --out, draws the graph of the first one.

            Example: noether cicy list --h11 2 --h21 66
            """);
        var h11 = new Option<int?>("--h11") { Description = "Only entries with this Hodge number h11." };
        var h21 = new Option<int?>("--h21") { Description = "Only entries with this Hodge number h21." };
        var label = new Option<int?>("--label") { Description = "Only the entry with this label." };
        command.Options.Add(h11);
        command.Options.Add(h21);
        command.Options.Add(label);
        var source = CicySource.AddTo(command);
        var run = RunOptions.AddTo(command, folder: "");
        command.SetAction((parsed, cancellation) => source.RunAsync(
            "cicy list",
            parsed,
            run.Read(parsed),
            (list, context) => ListEntries.Run(Selected(list, record => Fits(record.Topology.H11, parsed.GetValue(h11)) && Fits(record.Topology.H21, parsed.GetValue(h21)) && Fits(record.Label, parsed.GetValue(label))), context),
            cancellation));
        return command;
    }

    private static bool Fits(int value, int? wanted) => wanted is null || value == wanted;

    private static ListSource Selected(ListSource source, Func<CicyRecord, bool> isWanted)
    {
        var all = source.List.Records;
        ImmutableArray<CicyRecord> kept = [.. all.Where(isWanted)];
        return source with { List = new(kept), Dropped = source.Dropped + all.Length - kept.Length };
    }
}
