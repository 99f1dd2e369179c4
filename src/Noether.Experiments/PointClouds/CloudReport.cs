using Noether.Experiments.Discovery;
using Noether.Reports;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Experiments.PointClouds;

/// <summary>Generators of points on orbits, as a report: noether generators.</summary>
internal static class CloudReport
{
    /// <summary>Finds, tests and names generators and draws their figures.</summary>
    /// <param name="source">The points; their cells are the orbits, or the bins of its values where it has these.</param>
    /// <param name="options">Methods, fields, figures.</param>
    /// <param name="context">Seed, execution, and where finished parts go.</param>
    public static Report Run(SampleSource source, CloudOptions options, RunContext context)
    {
        var clock = new StageClock(TimeProvider.System);
        var report = context.Blank with
        {
            Data = source.Data(hasClasses: !source.Samples.Values.IsEmpty),
            Findings = [.. context.Blank.Findings, .. source.Findings],
        };
        context.Finished.Report(report);
        context.Execution.Report("generators", 0, $"{source.Samples.Count} points");
        var named = options with { Symmetry = options.Symmetry with { Names = source.CoordinateNames } };
        var found = clock.Measure("generators", () => CloudSearch.Find(source.Samples, named, context.Seed, context.Execution));
        report = With(report, found, source.CoordinateNames);
        report = clock.Measure("flows", () => FlowReach.AddTo(report, found.Symmetry, source.Samples, context)) with { Timings = clock.Times };
        return options.Figures ? report with { Figures = [CloudFigure.Of(source.Samples.Points, source.Samples.Cells, source.CoordinateNames, context.Execution), .. GeneratorFigures.Of(report), .. ProposalSpectra(found)] } : report;
    }

    /// <summary>A report with the parts that a search fills.</summary>
    internal static Report With(Report report, OrbitSymmetry found, ImmutableArray<string> names)
    {
        var symmetry = found.Symmetry;
        return report with
        {
            Verdict = VerdictSentence.Of(symmetry, names),
            Symmetry = SymmetryReport.Of(symmetry, names),
            Generators = symmetry.Generators is { } estimate
                ? GeneratorReport.Of(estimate, symmetry.Verdict, symmetry.Algebra) with { Agreement = found is { Second: { } second, Agreement: { } sine } ? new(second.Estimate.Method, sine) : null }
                : null,
            Algebra = AlgebraReport.Of(symmetry.Algebra),
            Findings = [.. report.Findings, .. SymmetryFindings.Of(symmetry, found.Proposals, null), .. found.Proposals.SelectMany(proposal => proposal.Estimate.Findings).Distinct()],
        };
    }

    /// <summary>One panel per estimator.</summary>
    private static IEnumerable<Figure> ProposalSpectra(OrbitSymmetry found)
    {
        var proposals = found.Proposals.Where(proposal => !proposal.Estimate.Spectrum.IsEmpty).ToArray();
        if (proposals.Length > 0)
        {
            yield return new(
                "proposals",
                "What the estimators propose",
                "Strength of each candidate direction by the estimators that look at pairs of neighbours and at tangent spaces; the spectral gap after the coloured ones says how many generators they propose.",
                [.. proposals.Select(proposal => new Panel(
                    $"{proposal.Estimate.Method}: {proposal.Estimate.Count}",
                    "direction",
                    proposal.Estimate.Method == "hyperplane" ? "standard deviation" : "1 / distance off the tangent spaces",
                    [new BarLayer(proposal.Estimate.Spectrum, proposal.Estimate.Count)]))]);
        }
    }
}
