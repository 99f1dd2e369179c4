using System.CommandLine;
using Noether.Experiments.CalabiYau;
using Noether.Files;
using Noether.Learning;
using Noether.Reports;

namespace Noether.Cli.Commands.Cicy;

/// <summary>noether paper cicy, noether cicy train and noether cicy analyse: one experiment, whole or in parts.</summary>
internal static class CicyLearningCommands
{
    /// <summary>The state of the training; it stays in the out folder, so that the next run goes on from it.</summary>
    private const string CheckpointName = "training.checkpoint";

    private delegate Report Work(CicyInput input, CicyOptions options, ITrainingCheckpoints checkpoints, RunContext context);

    /// <summary>noether paper cicy.</summary>
    public static Command Paper() => Create(
        "cicy",
        "paper cicy",
        """
        Table 1, Figures 4 and 5: threefolds classified by their Hodge numbers, entries of the list found again by the largest jump, with controls.
        The whole list takes some two hours on two processors; --subset 8 a few minutes. A run that was stopped goes on where it was: give the same command again.

        Example: noether paper cicy --subset 8 --out out/cicy-8
        """,
        CicyExperiment.Run);

    /// <summary>noether cicy train.</summary>
    public static Command Train() => Create(
        "train",
        "cicy train",
        """
        Trains the network of Table 1 on representatives of the list: network, dictionary of node types and history in the out folder.

        Example: noether cicy train --subset 8 --out out/cicy-8
        """,
        CicyExperiment.Train);

    /// <summary>noether cicy analyse.</summary>
    public static Command Analyse() => Create(
        "analyse",
        "cicy analyse",
        """
        Analyses the network that "cicy train" with the same options and folder left there: largest jumps, orbits, controls, figures.

        Example: noether cicy analyse --subset 8 --out out/cicy-8
        """,
        (input, options, checkpoints, context) => HasTraining(checkpoints)
            ? CicyExperiment.Run(input, options, checkpoints, context)
            : throw new DataFileException(CheckpointName, "a training that \"noether cicy train\" left in the out folder", "none", "train with the same options and --out first, or do both with \"noether paper cicy\""));

    private static bool HasTraining(ITrainingCheckpoints checkpoints)
    {
        using var state = checkpoints.OpenLatest();
        return state is not null;
    }

    private static Command Create(string name, string fullName, string description, Work work)
    {
        var command = new Command(name, description);
        var settings = CicyLearningSettings.AddTo(command);
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var settingsOfRun = run.Read(parsed);
            var checkpoints = new CheckpointFile(Path.Combine(settingsOfRun.OutFolder, CheckpointName));
            return RunSession.RunAsync(
                fullName,
                parsed,
                settingsOfRun,
                (context, chosen) => work(settings.Input(parsed), settings.Read(parsed, chosen.Figures), checkpoints, context),
                cancellation);
        });
        return command;
    }
}
