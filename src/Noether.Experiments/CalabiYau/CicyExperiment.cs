using Noether.Experiments.Discovery;
using Noether.Learning;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.CalabiYau;

/// <summary>Section 2.2 and Figures 4 and 5 of the paper: threefolds classified by their Hodge numbers; entries of the list found again in the embedding.</summary>
internal static class CicyExperiment
{
    private const string ScoresName = "scores.csv";

    /// <summary>Trains, or takes up a training where it stopped, and reports how it went.</summary>
    /// <param name="input">The list.</param>
    /// <param name="options">How samples are drawn, and how the network is trained.</param>
    /// <param name="checkpoints">Where the state of the training is kept.</param>
    /// <param name="context">Seed, threads, progress.</param>
    public static Report Train(CicyInput input, CicyOptions options, ITrainingCheckpoints checkpoints, RunContext context) =>
        Trained(input, options, checkpoints, context).Report;

    /// <summary>The whole experiment: training, analysis, controls, figures.</summary>
    /// <inheritdoc cref="Train" path="/param"/>
    public static Report Run(CicyInput input, CicyOptions options, ITrainingCheckpoints checkpoints, RunContext context)
    {
        var clock = new StageClock(TimeProvider.System);
        var (report, samples, classifier, whitening) = Trained(input, options, checkpoints, context);
        if (clock.Measure("analysis", () => CicyAnalysis.Of(samples, classifier.Network, options, context)) is not { } analysis)
        {
            var tooFew = new Finding("ORB006", Severity.Caution, "Too few samples are classified right to look for what lies together. Allow more epochs.");
            return report with { Findings = [.. report.Findings, tooFew] };
        }

        report = report with
        {
            Verdict = $"Largest jump: label accuracy {analysis.ByLabel.MeanLabelAccuracy:0.000} on average, {analysis.ByLabel.ShareFound:P1} of {analysis.ByLabel.LabelAccuracy.Length} labels above 0.9; "
                + $"shared neighbours: {analysis.Whole.MeanRecall:P1} of the matrices of every orbit that are classified right, at precision {analysis.Whole.MeanAccuracy:0.000}.",
            Claims = [.. report.Claims ?? [], .. CicyClaims.Of(analysis, samples)],
            Files = [.. report.Files, Text("new-pairs.csv", CandidatePair.Table(analysis.Candidates)), Scores(analysis, null)],
            Arrays = [.. report.Arrays, .. Arrays(samples, analysis)],
            Figures = options.Figures ? [.. report.Figures, .. Figures(samples, analysis, options)] : report.Figures,
        };
        context.Finished.Report(report with { Timings = [.. report.Timings, .. clock.Times] });

        var controls = clock.Measure("controls", () => CicyControls.Measure(samples, classifier.Network, whitening, analysis.Correct, options, context.Seed, context.Execution));
        report = report with
        {
            Claims = [.. report.Claims ?? [], .. CicyClaims.Of(controls)],
            Files = [.. report.Files.Where(file => file.Name != ScoresName), Scores(analysis, controls)],
        };
        context.Finished.Report(report with { Timings = [.. report.Timings, .. clock.Times] });

        var identities = clock.Measure("identities", () => CicyIdentities.Find(samples, analysis, input.List, options, context));
        return report with
        {
            Claims = [.. report.Claims ?? [], .. CicyIdentities.Claims(identities)],
            Files = [.. report.Files, Text("identities.txt", CicyIdentities.Table(identities))],
            Timings = [.. report.Timings, .. clock.Times],
        };
    }

    private static (Report Report, CicySamples Samples, TrainedClassifier Classifier, InputMap Whitening) Trained(CicyInput input, CicyOptions options, ITrainingCheckpoints checkpoints, RunContext context)
    {
        var clock = new StageClock(TimeProvider.System);
        var samples = clock.Measure("representatives", () => CicySamples.Draw(input.Learned, options, context.Seed, context.Execution));
        var training = new ResumableTraining(checkpoints);
        var whitening = clock.Measure("whitening", () => samples.Whitening(options.LeastScale, context.Execution));
        var whitened = clock.Measure("train", () => training.Train(samples.ToTraining(whitening, context.Execution), options.Network, options.Training, context.Seed.For("training"), context.Execution));
        var classifier = whitened with { Network = whitening.Before(whitened.Network) };
        var heads = samples.Heads;
        var report = context.Blank with
        {
            Verdict = $"Trained {classifier.Epochs} epochs on {samples.Count} matrices of {samples.Records.Length} entries: accuracy h21 {classifier.Accuracy[0]:P1}, h11 {classifier.Accuracy[1]:P1}.",
            Data = new(input.Name, input.Sha256, samples.Count, samples.Vectors.Columns, [.. heads.Select(head => head.ClassCount)], Dropped: 0),
            Classifier = new(classifier.Accuracy, classifier.Epochs, clock.Times[^1].Seconds, classifier.Network.Layers),
            Claims = CicyClaims.Of(classifier),
            Findings = [.. context.Blank.Findings, .. classifier.Findings],
            Timings = clock.Times,
            Files = [.. NetworkFiles.Of(classifier.Network), Text("dictionary.txt", Dictionary(samples))],
            Arrays = [new("history", [classifier.Epochs, 2], classifier.History.SelectMany(epoch => epoch.Accuracy).ToArray())],
        };
        context.Finished.Report(report);
        return (report, samples, classifier, whitening);
    }

    private static IEnumerable<Figure> Figures(CicySamples samples, CicyAnalysis analysis, CicyOptions options) =>
    [
        CicyFigures.Distances(analysis.Jumps, samples, CicyFigures.Chosen(analysis.Jumps, samples, options)),
        CicyFigures.Accuracies(analysis.ByLabel, analysis.WithinPair, CicyClaims.PairName(analysis.Pair)),
    ];

    private static NamedFile Scores(CicyAnalysis analysis, CicyControls? controls) => Text(ScoresName, ScoreTable.Of(analysis, controls));

    private static IEnumerable<NamedArray> Arrays(CicySamples samples, CicyAnalysis analysis) =>
    [
        new("labels", [samples.Count], samples.EntryOf.Select(entry => samples.Records[entry].Label).ToArray()),
        new("points", [analysis.Correct.Length], analysis.Correct.ToArray()),
        new("cuts", [analysis.Jumps.Counts.Length], analysis.Jumps.Counts.ToArray()),
        new("point-accuracy", [analysis.ByLabel.Accuracy.Length], analysis.ByLabel.Accuracy.ToArray()),
        new("entries", [samples.Records.Length], samples.Records.Select(record => record.Label).ToArray()),
        new("point-recall", [analysis.ByLabel.Recall.Length], analysis.ByLabel.Recall.ToArray()),
        new("label-accuracy", [analysis.ByLabel.LabelAccuracy.Length], analysis.ByLabel.LabelAccuracy.ToArray()),
    ];

    private static string Dictionary(CicySamples samples)
    {
        using var writer = new StringWriter();
        samples.Space.Dictionary.Write(writer);
        return writer.ToString();
    }

    private static NamedFile Text(string name, string text) => new(name, [.. System.Text.Encoding.UTF8.GetBytes(text)]);
}
