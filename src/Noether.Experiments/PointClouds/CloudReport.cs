using Noether.Experiments.Discovery;
using Noether.Generators;
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
        var orbits = source.Samples.Cells.Members().Select(members => source.Samples.Points.Select(members.AsSpan())).ToArray();
        var report = context.Blank with
        {
            Data = new(source.Name, source.Sha256, source.Samples.Count, source.Samples.Points.Dimension, Classes: source.Values.IsEmpty ? null : [source.Samples.Heads[0].ClassCount], source.Dropped),
            Findings = [.. context.Blank.Findings, .. source.Findings],
        };
        context.Finished.Report(report);
        context.Execution.Report("generators", 0, source.Values.IsEmpty ? $"{orbits.Length} orbits" : $"{source.Values.Length} values");
        var found = clock.Measure("generators", () => source.Values.IsEmpty
            ? CloudSearch.Find(orbits, options.Search, context.Seed, context.Execution)
            : CloudSearch.Find(source.Samples, orbits, source.Values.AsSpan(), options.Search, context.Seed, context.Execution));
        report = With(report, found) with { Timings = clock.Times };
        return options.Figures ? report with { Figures = [CloudFigure.Of(source.Samples.Points, source.Samples.Cells, source.CoordinateNames, context.Execution), .. MethodSpectra(found.Search), .. GeneratorFigures.Of(report).Where(figure => figure.Name == "generators")] } : report;
    }

    /// <summary>A report with the parts that a search fills.</summary>
    internal static Report With(Report report, CloudSearch found)
    {
        var best = found.Search.Best;
        var estimate = best.Estimate;
        return report with
        {
            Verdict = VerdictSentence.Of(found.Algebra, estimate, best.Evidence)!,
            Generators = GeneratorReport.Of(estimate, best.Evidence, found.Algebra) with
            {
                Agreement = found.Search is { Second: { } second, Agreement: { } sine } ? new(second.Estimate.Method, sine) : null,
            },
            Algebra = AlgebraReport.Of(found.Algebra),
            Findings = [.. report.Findings, .. found.Search.Trials.SelectMany(Findings).Distinct(), .. Disagreement(found.Search), .. found.Algebra.Findings],
        };
    }

    private static IEnumerable<Finding> Findings(GeneratorTrial trial) => [.. trial.Estimate.Findings, .. Count(trial.Estimate), .. trial.Evidence.Findings];

    /// <summary>What the number of generators rests on.</summary>
    private static IEnumerable<Finding> Count(GeneratorEstimate estimate)
    {
        if (!estimate.Spectrum.IsEmpty)
        {
            var dropped = estimate.Count < estimate.Spectrum.Length ? $"{estimate.Spectrum[estimate.Count]:G3}" : "none";
            var last = estimate.Count > 0 ? $"{estimate.Spectrum[estimate.Count - 1]:G3}" : "none";
            var (fewest, most) = (estimate.FewestCount, estimate.MostCount);
            yield return new(
                "GEN014",
                (fewest, most) != (estimate.Count, estimate.Count) ? Severity.Caution : Severity.Note,
                $"{estimate.Method}: {estimate.Count} {(estimate.Count == 1 ? "generator" : "generators")}, {(fewest == most ? $"{most}" : $"{fewest} to {most}")} in 95 % of resamples; last strength kept {last}, first dropped {dropped}, reached by noise {estimate.SpectrumNoise:G3}.");
        }
    }

    /// <summary>What the other methods say where they do not confirm the best one.</summary>
    private static IEnumerable<Finding> Disagreement(GeneratorSearch search) => search.Trials
        .Where(trial => trial != search.Best && trial != search.Second)
        .Select(trial => new Finding(
            "GEN013",
            trial.Evidence.Verdict == search.Best.Evidence.Verdict ? Severity.Caution : Severity.Note,
            $"{trial.Estimate.Method} does not confirm this: {Found(trial.Estimate.Count)}. {trial.Evidence.Reason}"));

    private static string Found(int count) => count == 1 ? "it finds one generator" : $"it finds {count} generators";

    /// <summary>One panel per method.</summary>
    private static IEnumerable<Figure> MethodSpectra(GeneratorSearch search)
    {
        var trials = search.Trials.Where(trial => !trial.Estimate.Spectrum.IsEmpty).ToArray();
        if (trials.Length > 0)
        {
            yield return new(
                "spectrum",
                "How many generators",
                "Strength of each candidate direction; the drop after the coloured ones says how many generators the data support.",
                [.. trials.Select(trial => new Panel(
                    $"{trial.Estimate.Method}: {trial.Estimate.Count}",
                    "direction",
                    trial.Estimate.Method == "hyperplane" ? "standard deviation" : "1 / distance off the tangent spaces",
                    [new BarLayer(trial.Estimate.Spectrum, trial.Estimate.Count)]))]);
        }
    }
}
