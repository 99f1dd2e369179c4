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
        var matrices = new Argument<string>("MATRICES")
        {
            Description = "Real or complex matrices: JSON (a list, or a report.json), NPY, NPZ, text of numpy.savetxt, or Matrix Market.",
        };
        var error = new Option<double?>("--error")
        {
            Description = "Standard error of the matrices' entries; 0 for exact matrices. Default: \"standardErrors\" in the file, as in a report.json, or else 0.",
            HelpName = "E",
        };
        var over = new Option<string>("--over")
        {
            Description = "Numbers over which the matrices span an algebra.",
            HelpName = "real|complex",
            DefaultValueFactory = _ => "real",
        };
        over.AcceptOnlyFromAmong("real", "complex");
        var hermitian = new Option<string?>("--hermitian")
        {
            Description = "Whether each matrix H stands for iH, as a Hamiltonian does. Default: yes if all are complex and Hermitian.",
            HelpName = "yes|no",
        };
        hermitian.AcceptOnlyFromAmong("yes", "no");
        var command = new Command(
            "identify",
            """
            Names the Lie algebra that matrices span, or generate with their commutators: ideals, real form, representation.
            Complex matrices act on real and imaginary parts; Hermitian ones, such as Pauli matrices or Hamiltonians, are
            read as i times themselves.

            Example: noether identify generators.json --error 0.01 --out out
            """) { matrices, error, over, hermitian };
        error.Validators.Add(result => RunOptions.RequireAtLeast(result, 0.0));
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunSession.RunAsync(
            "identify",
            parsed,
            run.Read(parsed),
            (context, _) => Identify(parsed.GetValue(matrices)!, parsed.GetValue(error), Reading(parsed, over, hermitian), context),
            cancellation));
        return command;
    }

    private static MatrixReading Reading(ParseResult parsed, Option<string> over, Option<string?> hermitian) => new()
    {
        OverComplex = parsed.GetValue(over) == "complex",
        Hermitian = parsed.GetValue(hermitian) is { } answer ? answer == "yes" : null,
    };

    private static Report Identify(string path, double? error, MatrixReading reading, RunContext context)
    {
        var loaded = LoadedMatrices.Read(path, reading, context.Execution);
        var errors = error is { } given ? [given] : loaded.StandardErrors;
        return MatrixIdentification
            .Run(new(loaded.Source, loaded.Sha256, loaded.Matrices, errors) { Findings = loaded.Findings }, context);
    }
}
