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
        var matrices = new Argument<string>("MATRICES") { Description = "Real or complex matrices in JSON (a list, or a report.json), NPY, NPZ, plain text as numpy.savetxt writes it, or Matrix Market." };
        var error = new Option<double?>("--error")
        {
            Description = "Standard error of the matrices' entries; 0 for exact matrices. Default: \"standardErrors\" in the file, as in a report.json, or else 0.",
            HelpName = "E",
        };
        var over = new Option<string>("--over") { Description = "Numbers over which the matrices span an algebra.", HelpName = "real|complex", DefaultValueFactory = _ => "real" };
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
            Complex matrices act on real and imaginary parts; Hermitian ones, such as Pauli matrices or Hamiltonians, are read as i times themselves.

            Example: noether identify generators.json --error 0.01 --out out
            """) { matrices, error, over, hermitian };
        error.Validators.Add(result => RunOptions.RequireAtLeast(result, 0.0));
        var run = RunOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunSession.RunAsync(
            "identify",
            parsed,
            run.Read(parsed),
            (context, _) => Identify(parsed.GetValue(matrices)!, parsed.GetValue(error), Reading(parsed.GetValue(over)!, parsed.GetValue(hermitian)), context),
            cancellation));
        return command;
    }

    private static MatrixReading Reading(string over, string? hermitian) => new()
    {
        OverComplex = over == "complex",
        Hermitian = hermitian is null ? null : hermitian == "yes",
    };

    private static Report Identify(string path, double? error, MatrixReading reading, RunContext context)
    {
        var loaded = LoadedMatrices.Read(path, reading, context.Execution);
        var source = new MatrixSource(loaded.Source, loaded.Sha256, loaded.Matrices, error is { } given ? [given] : loaded.StandardErrors) { Findings = loaded.Findings };
        return MatrixIdentification.Run(source, context);
    }
}
