using Noether.Data;
using Noether.Experiments.Discovery;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.PointClouds;

/// <summary>Section 3 of the paper, one group at a time: noether paper so2, so3, so4, su2, u1u1.</summary>
internal static class OrbitExperimentReport
{
    /// <summary>Runs every case by both methods, and the controls.</summary>
    /// <param name="experiment">The cases.</param>
    /// <param name="figures">Whether figures are made.</param>
    /// <param name="context">Seed, execution, and where finished parts go.</param>
    public static Report Run(OrbitExperiment experiment, bool figures, RunContext context)
    {
        var clock = new StageClock(TimeProvider.System);
        var (runs, claims) = (new List<OrbitRun>(), new List<Claim>());
        var report = context.Blank;
        foreach (var (number, given) in experiment.Cases.Index())
        {
            context.Execution.Cancellation.ThrowIfCancellationRequested();
            context.Execution.Report("cases", (double)number / experiment.Cases.Length, given.Name);
            var seed = context.Seed.For(given.Name);
            var run = clock.Measure(given.Name, () => OrbitRun.Of(given, seed, context.Execution));
            runs.Add(run);
            claims.AddRange(run.Claims(seed));
            report = number == 0 ? Headline(context.Blank, experiment, run) : report;
            report = report with { Claims = [.. claims], Timings = clock.Times };
            context.Finished.Report(report);
        }

        context.Execution.Report("controls", 0);
        claims.AddRange(clock.Measure("controls", () => OrbitControls.Claims(experiment.Dimension, context.Seed.For("controls"), context.Execution).ToArray()));
        report = report with { Claims = [.. claims], Timings = clock.Times };
        return figures ? report with { Figures = [Points(runs[0], context.Execution), Spectra(experiment, runs), .. GeneratorFigures.Of(report).Where(figure => figure.Name == "generators")] } : report;
    }

    /// <summary>The report's generators are those of the first case.</summary>
    private static Report Headline(Report blank, OrbitExperiment experiment, OrbitRun run) => CloudReport.With(
        blank with
        {
            Data = new(
                $"{experiment.Title} Shown: {run.Case.Name}",
                Fingerprint.Of(run.Orbits),
                run.Orbits.Sum(orbit => orbit.Count),
                run.Orbits[0].Dimension,
                Classes: null,
                Dropped: 0),
        },
        run.Found,
        [.. Enumerable.Range(1, run.Orbits[0].Dimension).Select(coordinate => $"x{coordinate}")]);

    /// <summary>The points of the first case.</summary>
    private static Figure Points(OrbitRun run, Execution execution)
    {
        var points = new PointCloud(run.Orbits.Sum(orbit => orbit.Count), run.Orbits[0].Dimension, [.. run.Orbits.SelectMany(orbit => orbit.Values.ToArray())]);
        ImmutableArray<int> orbitOf = [.. run.Orbits.SelectMany((orbit, number) => Enumerable.Repeat(number, orbit.Count))];
        var figure = CloudFigure.Of(
            points,
            new("orbit", orbitOf, [.. run.Orbits.Select((_, number) => $"{number + 1}")]),
            [.. Enumerable.Range(1, points.Dimension).Select(coordinate => $"x{coordinate}")],
            execution);
        return figure with { Caption = $"{run.Case.Name}. {figure.Caption}" };
    }

    /// <summary>The spectra of all cases, as in Figures 6 to 8 of the paper.</summary>
    private static Figure Spectra(OrbitExperiment experiment, IReadOnlyList<OrbitRun> runs) => new(
        "proposals",
        "What the estimators propose",
        $"{experiment.Title} Left: standard deviations of the principal components of the candidates, as in the paper; they drop after the generators. Right: the same for Lie-PCA, as the inverse distance by which a direction leaves the tangent spaces.",
        [
            new("hyperplane regression", "component", "standard deviation", [.. Lines(runs, "hyperplane")]),
            new("Lie-PCA", "direction", "1 / distance off the tangent spaces", [.. Lines(runs, "lie-pca")]) { LogarithmicVertical = true },
        ]);

    private static IEnumerable<Layer> Lines(IReadOnlyList<OrbitRun> runs, string method)
    {
        foreach (var run in runs)
        {
            var spectrum = run.Found.Proposals.First(proposal => proposal.Estimate.Method == method).Estimate.Spectrum;
            yield return new LineLayer(run.Case.Name, [.. spectrum.Select((_, i) => i + 1.0)], spectrum, Marked: true);
        }
    }
}
