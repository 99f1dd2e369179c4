using Noether.Experiments.Discovery;
using Noether.Experiments.Measures;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.Superpotentials;

/// <summary>Figure 2 of the paper: a superpotential of SU(2), a network with two heads, its orbits as values of the invariant, and the algebra behind them.</summary>
internal static class SuperpotentialExperiment
{
    /// <summary>Samples the superpotential, runs the chain with its controls, and states the claims.</summary>
    public static Report Run(SuperpotentialOptions options, RunContext context)
    {
        var clock = new StageClock(TimeProvider.System);
        var potential = options.Potential;
        var samples = clock.Measure("sample", () => potential.Sample(context.Seed.For("samples"), context.Execution));
        var source = new SampleSource($"superpotential, {potential}", Fingerprint.Of(samples), samples, Data.Superpotential.CoordinateNames, Dropped: 0, []);
        var (report, discovery) = Detection.Explore(source, options.Detection, context with { Blank = context.Blank with { Timings = clock.Times } });

        var truth = SuperpotentialOrbits.Of(potential, samples, options.Detection.Discovery.Orbits.SmallestShare);
        var controls = clock.Measure("controls", () => RepresentationControls.Measure(samples, truth.Values, (discovery.Classifier!.Epochs, discovery.Used), options.Detection.Discovery, context));
        var generators = clock.Measure("claims on generators", () => SuperpotentialGeneratorClaims.Of(samples, options, discovery, context));
        report = report with
        {
            Files = options.Table ? [.. report.Files, SuperpotentialTable.Of(potential, samples)] : report.Files,
            Findings = [.. report.Findings, .. SuperpotentialClaims.Findings(truth, discovery)],
            Claims = [.. SuperpotentialClaims.Of(samples, truth, discovery, controls, context), .. generators],
            Timings = [.. report.Timings, .. clock.Times[^2..]],
        };
        context.Finished.Report(report);
        return options.Detection.Figures ? SuperpotentialFigures.AddTo(report, truth, discovery, options.Detection, context) : report;
    }
}
