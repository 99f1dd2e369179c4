using System.CommandLine;
using Noether.CalabiYau.Checks;
using Noether.CalabiYau.Classes;
using Noether.CalabiYau.Lists;
using Noether.Runs;

namespace Noether.Cli.Commands.Cicy;

/// <summary>noether cicy check.</summary>
internal static class CicyCheckCommand
{
    public static Command Create()
    {
        var command = new Command(
            "check",
            """
            Recomputes what a list states: validity, Euler numbers, second Chern classes; with --classes also which entries are the same manifold.

            Example: noether cicy check --classes classes.csv
            """);
        var classes = new Option<string?>("--classes")
        {
            Description = "Find the entries that are the same manifold (minutes), compare them with the list's own redundancies, and write label, class and group of every entry to this CSV file.",
            HelpName = "FILE",
        };
        var steps = new Option<int>("--steps") { Description = "Steps of identities from each of two entries to a common matrix.", DefaultValueFactory = _ => ClassOptions.Default.Steps };
        steps.Validators.Add(result => RunOptions.RequireAtLeast(result, 0));
        command.Options.Add(classes);
        command.Options.Add(steps);
        var source = CicySource.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(source.With(parsed, list =>
        {
            using var progress = new ProgressLine(Console.Error, moves: !Console.IsErrorRedirected);
            var execution = new Execution { Progress = progress, Cancellation = cancellation };
            PrintCheck(ListCheck.Of(list, execution));
            if (parsed.GetValue(classes) is { } file)
            {
                PrintClasses(list, EntryClasses.Find(list, ClassOptions.Default with { Steps = parsed.GetValue(steps) }, execution), file);
            }

            return ExitCode.Success;
        })));
        return command;
    }

    private static void PrintCheck(ListCheck check)
    {
        Console.Out.WriteLine($"{check.Entries} entries; Euler numbers agree in {check.EulerNumbersAgree}, second Chern classes in {check.SecondChernClassesAgree}");
        foreach (var finding in check.Findings)
        {
            Console.Out.WriteLine($"{finding.Id}  {finding.Message}");
        }
    }

    private static void PrintClasses(CicyList list, EntryClasses classes, string file)
    {
        var check = RedundancyCheck.Of(list, classes);
        Console.Out.WriteLine($"{classes.Count} classes of identical entries, from {classes.Pairs.Length} pairs");
        foreach (var stage in classes.Stages)
        {
            Console.Out.WriteLine($"{stage.Groups} groups of favourable entries told apart by {stage.Invariants} and those before");
        }

        Console.Out.WriteLine($"stated redundancies: {check.Stated.Length}; confirmed {check.Confirmed.Length}, refuted {check.Refuted.Length}, open {check.Unconfirmed.Length}; not stated {check.Missing.Length}");
        Console.Out.WriteLine($"refuted: {string.Join(' ', check.Refuted.Select(pair => $"{pair.First}-{pair.Second}"))}");
        using var writer = new StreamWriter(file);
        classes.Write(writer);
    }
}
