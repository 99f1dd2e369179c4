using System.CommandLine;
using Noether.Cli.Commands.Cicy;
using Noether.Cli.Commands.Paper;
using Noether.Data;
using Noether.Experiments.Calibration;
using Noether.Experiments.MexicanHats;
using Noether.Experiments.PointClouds;

namespace Noether.Cli.Commands;

/// <summary>noether paper EXPERIMENT.</summary>
internal static class PaperCommand
{
    public static Command Create() => new(
        "paper",
        """
        Runs an experiment of arXiv:2003.13679 and writes a report with its claims, each beside its control.

        Example: noether paper mexican-hat --out out/mexican-hat
        """)
    {
        MexicanHat(),
        Orbits("so2"),
        Orbits("so3"),
        Orbits("so4"),
        Orbits("su2"),
        Orbits("u1u1"),
        MnistCommand.Create(),
        SuperpotentialCommand.Create(),
        CicyLearningCommands.Paper(),
        Calibration(),
        PaperAllCommand.Create(),
    };

    private static Command Orbits(string name)
    {
        var experiment = OrbitExperiments.All.Single(candidate => candidate.Name == name);
        var command = new Command(
            name,
            $"""
            {experiment.Title}
            Several sizes and noise levels, by hyperplane regression and by Lie-PCA, with controls.

            Example: noether paper {name} --seed 1 --out out/{name}
            """);
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunSession.RunAsync(
            $"paper {name}",
            parsed,
            run.Read(parsed),
            (context, settings) => OrbitExperimentReport.Run(experiment, settings.Figures, context),
            cancellation));
        return command;
    }

    private static Command Calibration()
    {
        var command = new Command(
            "calibration",
            """
            Beyond the paper: whether claims are true and bounds hold, on functions whose symmetries are known.

            Example: noether paper calibration --runs 10 --out out/calibration
            """);
        var runs = new Option<int>("--runs") { Description = "Tables per setting.", DefaultValueFactory = _ => 10 };
        runs.Validators.Add(result => RunOptions.RequireAtLeast(result, 1));
        var largest = new Option<int>("--largest") { Description = "Rows of the largest tables.", DefaultValueFactory = _ => CalibrationExperiment.Sizes[^1] };
        largest.Validators.Add(result => RunOptions.RequireAtLeast(result, CalibrationExperiment.Sizes[0]));
        command.Options.Add(runs);
        command.Options.Add(largest);
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunSession.RunAsync(
            "paper calibration",
            parsed,
            run.Read(parsed),
            (context, _) => CalibrationExperiment.Run(parsed.GetValue(runs), parsed.GetValue(largest), context),
            cancellation));
        return command;
    }

    private static Command MexicanHat()
    {
        var command = new Command(
            "mexican-hat",
            """
            Figure 1: the potential V = -a r^2 + r^4 in the plane, its orbits in the classifier's embedding, and the generator of so(2).

            Example: noether paper mexican-hat --seed 1 --out out/mexican-hat
            """);
        var samples = new Option<int>("--samples") { Description = "Samples per class.", DefaultValueFactory = _ => new MexicanHat().SamplesPerClass };
        samples.Validators.Add(result => RunOptions.RequireAtLeast(result, 100));
        var repeats = RunOptions.Repeats();
        command.Options.Add(samples);
        command.Options.Add(repeats);
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunSession.RunAsync(
            "paper mexican-hat",
            parsed,
            run.Read(parsed),
            (context, settings) => MexicanHatExperiment.Run(
                new()
                {
                    Hat = new() { SamplesPerClass = parsed.GetValue(samples) },
                    Detection = new() { Discovery = new() { Repeats = parsed.GetValue(repeats) }, Figures = settings.Figures },
                },
                context),
            cancellation));
        return command;
    }
}
