using Noether.Experiments.Discovery;
using Noether.LieAlgebras;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.Pieces;

/// <summary>Matrices given by the user, named: noether identify.</summary>
internal static class MatrixIdentification
{
    /// <summary>Names the algebra that the matrices span, or generate.</summary>
    /// <param name="source">The matrices and their standard errors.</param>
    /// <param name="context">Seed and execution.</param>
    public static Report Run(MatrixSource source, RunContext context)
    {
        var clock = new StageClock(TimeProvider.System);
        var identification = clock.Measure("algebra", () => AlgebraIdentification.Identify(
            source.Matrices,
            new() { StandardErrors = source.StandardErrors, AddsCommutators = true },
            context.Seed.For("algebra"),
            context.Execution));
        var report = context.Blank with
        {
            Verdict = VerdictSentence.Of(identification),
            Data = new(source.Name, source.Sha256, 0, source.Matrices.IsEmpty ? 0 : source.Matrices[0].Rows, Classes: null, Dropped: 0) { Matrices = source.Matrices.Length },
            Generators = new("given", source.Matrices.Length, [], source.Matrices) { ClosureError = identification.ClosureError, StandardErrors = EachError(source) },
            Algebra = AlgebraReport.Of(identification),
            Findings = [.. source.Findings, .. identification.Findings],
            Timings = clock.Times,
        };
        return report with { Figures = [.. GeneratorFigures.Of(report)] };
    }

    /// <summary>One standard error per matrix, so that the report is read back as it was meant; null for exact matrices.</summary>
    private static ImmutableArray<double>? EachError(MatrixSource source) => source.StandardErrors.Length switch
    {
        0 => null,
        1 => [.. Enumerable.Repeat(source.StandardErrors[0], source.Matrices.Length)],
        _ => source.StandardErrors,
    };
}
