using Noether.Reports;

namespace Noether.Experiments.Discovery;

/// <summary>
/// The whole chain on labelled samples, as a report: noether detect, and the body of the experiments that train on samples of a
/// function.
/// </summary>
internal static class Detection
{
    /// <summary>Runs every stage and draws the figures; after each stage the report so far is handed over.</summary>
    /// <param name="source">The samples.</param>
    /// <param name="options">The options of every stage.</param>
    /// <param name="context">Seed, execution, and where finished parts go.</param>
    public static Report Run(SampleSource source, DetectionOptions options, RunContext context)
    {
        var (report, discovery) = Explore(source, options, context);
        return options.Figures ? DiscoveryFigures.AddTo(report, source, discovery, options, context) : report;
    }

    /// <summary>Runs every stage without figures.</summary>
    /// <param name="source">The samples.</param>
    /// <param name="options">The options of every stage.</param>
    /// <param name="context">Seed, execution, and where finished parts go.</param>
    /// <param name="afterStage">Told what there is after each stage; the first is the classifier.</param>
    internal static (Report Report, SymmetryDiscovery Discovery) Explore(SampleSource source, DetectionOptions options, RunContext context, Action<DiscoveryStage>? afterStage = null)
    {
        var blank = DiscoveryReport.WithData(context.Blank, source);
        context.Finished.Report(blank);
        var finished = new Relay<DiscoveryStage>(partial =>
        {
            context.Finished.Report(DiscoveryReport.Of(blank, source, partial));
            afterStage?.Invoke(partial);
        });

        var search = options.Discovery with { Symmetry = options.Discovery.Symmetry with { Names = source.CoordinateNames } };
        var discovery = source.Embedding is { } given
            ? SymmetryDiscovery.RunOnEmbedding(source.Samples, given.Values, search, context.Seed, context.Execution, finished)
            : SymmetryDiscovery.Run(source.Samples, search, context.Seed, context.Execution, finished);

        var report = FlowReach.AddTo(
            DiscoveryReport.Of(blank, source, discovery),
            discovery.Symmetry,
            DiscoveryStages.OnGeneratorCoordinates(source.Samples, options.Discovery),
            context);
        context.Finished.Report(report);
        return (report, discovery);
    }
}
