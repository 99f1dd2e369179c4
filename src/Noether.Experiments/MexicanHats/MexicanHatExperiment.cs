using Noether.Data;
using Noether.Experiments.Discovery;
using Noether.Learning;
using Noether.Numerics;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.MexicanHats;

/// <summary>Figure 1 of the paper: the Mexican-hat potential, its orbits in the embedding, and the generator of so(2).</summary>
internal static class MexicanHatExperiment
{
    /// <summary>Grid points per side of the potential's picture.</summary>
    private const int Grid = 200;

    /// <summary>Values of the potential above this share the last colour: the corners rise far above the classes.</summary>
    private const double HighestDrawn = 2;

    /// <summary>Samples the potential, runs the chain with its controls, and states the claims.</summary>
    public static Report Run(MexicanHatOptions options, RunContext context)
    {
        var clock = new StageClock(TimeProvider.System);
        var hat = options.Hat;
        var samples = clock.Measure("sample", () => hat.Sample(context.Seed.For("samples"), context.Execution));
        var source = new SampleSource($"Mexican hat, V = -{hat.Quadratic} r^2 + r^4", Fingerprint.Of(samples), samples, ["x", "y"], Dropped: 0, []);

        // The controls need of the chain only how long the classifier was trained, so they run beside the rest of it; what they add to
        // its time is the time of "controls".
        Task<MexicanHatControls>? beside = null;
        var blank = context with { Blank = context.Blank with { Timings = clock.Times } };
        var (report, discovery) = Detection.Explore(source, options.Detection, blank, StartControls);
        var controls = clock.Measure("controls", () => beside?.GetAwaiter().GetResult() ?? Controls(discovery.Classifier!));
        report = report with
        {
            Claims = MexicanHatClaims.Of(samples, hat, discovery, controls, context),
            Timings = [.. report.Timings, clock.Times[^1]],
        };
        context.Finished.Report(report);
        return options.Detection.Figures
            ? DiscoveryFigures.AddTo(report, source, discovery, options.Detection with { Background = [Potential(hat)] }, context)
            : report;

        void StartControls(DiscoveryStage stage)
        {
            if (stage is EmbeddedSamples { Classifier: { } trained } && context.Execution.Threads > 1)
            {
                beside = Task.Run(() => Controls(trained));
            }
        }

        MexicanHatControls Controls(TrainedClassifier trained) => MexicanHatControls.Measure(
            samples, hat, trained.Epochs, options.Detection.Discovery, context with { Execution = context.Execution with { Threads = 1 } });
    }

    private static HeatLayer Potential(MexicanHat hat)
    {
        double Coordinate(int step) => hat.HalfWidth * (((2.0 * step) + 1 - Grid) / Grid);
        var values = Matrix.Generate(Grid, Grid, (row, column) => Math.Min(hat.Value(Coordinate(column), -Coordinate(row)), HighestDrawn));
        return new(values, -hat.HalfWidth, hat.HalfWidth, -hat.HalfWidth, hat.HalfWidth, $"V (at most {HighestDrawn})");
    }
}
