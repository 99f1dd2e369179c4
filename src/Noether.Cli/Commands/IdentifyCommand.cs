using System.CommandLine;
using Noether.Experiments.Pieces;
using Noether.Files;
using Noether.Reports;

namespace Noether.Cli.Commands;

/// <summary>noether identify MATRICES.</summary>
internal static class IdentifyCommand
{
    public static Command Create()
    {
        var matrices = new Argument<string>("MATRICES") { Description = "NPZ, or JSON: a list of matrices, or an object with \"matrices\", such as a report.json." };
        var error = new Option<double?>("--error")
        {
            Description = "Standard error of the matrices' entries; 0 for exact matrices. Default: \"standardErrors\" in the file, as in a report.json, or else 0.",
            HelpName = "E",
        };
        var command = new Command(
            "identify",
            """
            Names the Lie algebra that matrices span: closure, ideals, real form, representation.

            Example: noether identify generators.json --error 0.01 --out out
            """) { matrices, error };
        error.Validators.Add(result => RunOptions.RequireAtLeast(result, 0.0));
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunSession.RunAsync(
            "identify",
            parsed,
            run.Read(parsed),
            (context, _) => Identify(parsed.GetValue(matrices)!, parsed.GetValue(error), context),
            cancellation));
        return command;
    }

    private static Report Identify(string path, double? error, RunContext context)
    {
        var loaded = LoadedMatrices.Read(path, context.Execution);
        return MatrixIdentification.Run(new(loaded.Source, loaded.Sha256, loaded.Matrices, error is { } given ? [given] : loaded.StandardErrors), context);
    }
}
