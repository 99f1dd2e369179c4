using System.CommandLine;
using Noether.CalabiYau.Classes;
using Noether.Experiments.Configurations;

namespace Noether.Cli.Commands.Cicy;

/// <summary>noether cicy check.</summary>
internal static class CicyCheckCommand
{
    public static Command Create()
    {
        var command = new Command(
            "check",
            """
            Checks that a list is well formed and its matrices are threefolds, computes Euler numbers and second Chern classes anew, and looks for entries that are
            permutations of others and for redundancies that are not mutual; with --classes also which entries are the same manifold. Hodge numbers are not computed:
            that they fit the Euler number, and what is a placeholder, is all that is checked.

            Example: noether cicy check --classes --out out/check
            """);
        var classes = new Option<bool>("--classes")
        {
            Description = "Find the entries that are taken for the same manifold, each pair with its evidence, and those that are certainly different, compare them with the redundancies that the list states, and write classes.csv and pairs.csv to the out folder.",
        };
        var steps = new Option<int>("--steps")
        {
            Description = "Steps of identities from each of two entries to a common matrix.",
            DefaultValueFactory = _ => ClassOptions.Default.Steps,
            HelpName = "N",
        };
        steps.Validators.Add(result => RunOptions.RequireAtLeast(result, 0));
        command.Options.Add(classes);
        command.Options.Add(steps);
        var source = CicySource.AddTo(command);
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => source.RunAsync(
            "cicy check",
            parsed,
            run.Read(parsed),
            (list, context) => ListVerification.Run(list, parsed.GetValue(classes) ? ClassOptions.Default with { Steps = parsed.GetValue(steps) } : null, context),
            cancellation));
        return command;
    }
}
