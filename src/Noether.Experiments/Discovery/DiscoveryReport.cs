using Noether.Learning;
using Noether.Reports;
using Noether.Verification;

namespace Noether.Experiments.Discovery;

/// <summary>The parts of a report that a run through the whole chain fills.</summary>
internal static class DiscoveryReport
{
    /// <summary>The report once the samples are there.</summary>
    public static Report WithData(Report blank, SampleSource source) => blank with
    {
        Data = source.Data(hasClasses: true),
        Findings = [.. blank.Findings, .. source.Findings],
    };

    /// <summary>The report with the stages that have run.</summary>
    public static Report Of(Report blank, SampleSource source, DiscoveryStage stage)
    {
        var report = stage switch
        {
            EmbeddedSamples samples => WithSamples(blank, source, samples, heldOut: null),
            EmbeddedOrbits orbits => WithOrbits(blank, source, orbits),
            SymmetryDiscovery discovery => WithSymmetry(WithOrbits(blank, source, discovery.Found), source, discovery),
            _ => throw new ArgumentException($"{stage.GetType().Name} is no stage of the discovery.", nameof(stage)),
        };
        return report with { Timings = [.. blank.Timings, .. stage.Timings] };
    }

    private static Report WithSamples(Report blank, SampleSource source, EmbeddedSamples samples, HeldOutAccuracy? heldOut) => blank with
    {
        Classifier = samples.Classifier is { } trained ? Classifier(trained, samples, heldOut) : null,
        Embedding = source.Embedding is { } given && samples.Vote is { } vote
            ? new(given.Model, given.Sha256, given.Layer, given.Values.Columns, vote.Accuracy, vote.Shuffled)
            : null,
        Findings = [.. blank.Findings, .. samples.Classifier?.Findings ?? [], .. samples.Findings],
        Files = samples.Classifier is { Network: var network } ? NetworkFiles.Of(network) : [],
        Arrays =
        [
            .. blank.Arrays,
            new("embedding", [samples.Embedding.Rows, samples.Embedding.Columns], samples.Embedding.Entries.ToArray()),
        ],
    };

    private static Report WithOrbits(Report blank, SampleSource source, EmbeddedOrbits found)
    {
        var report = WithSamples(blank, source, found.Samples, found.HeldOut);
        return report with
        {
            Orbits = Orbits(source, found),
            Findings = [.. report.Findings, .. found.Orbits.Findings],
            Arrays = [.. report.Arrays, new("orbits", [found.Orbits.OrbitOf.Length], found.Orbits.OrbitOf.ToArray())],
        };
    }

    private static Report WithSymmetry(Report report, SampleSource source, SymmetryDiscovery discovery)
    {
        var (symmetry, across) = (discovery.Symmetry, discovery.AcrossOrbits);
        ImmutableArray<string> names = [.. source.CoordinateNames.Take(symmetry.Coordinates)]; // generators may act on the first alone
        return report with
        {
            Verdict = VerdictSentence.Of(symmetry, names, across),
            Symmetry = SymmetryReport.Of(symmetry, names) with { AcrossOrbits = across },
            Generators = symmetry.Generators is { } estimate
                ? GeneratorReport.Of(estimate, symmetry.Verdict, symmetry.Algebra) with { Agreement = Agreement(discovery.Answer) }
                : null,
            Algebra = AlgebraReport.Of(symmetry.Algebra),
            Findings = [.. report.Findings, .. SymmetryFindings.Of(symmetry, discovery.Answer.Proposals, across)],
        };
    }

    private static ClassifierReport Classifier(TrainedClassifier classifier, EmbeddedSamples samples, HeldOutAccuracy? heldOut)
    {
        var seconds = samples.Timings.Where(time => time.Stage == "train").Sum(time => time.Seconds);
        return new(classifier.Accuracy, classifier.Epochs, seconds, classifier.Network.Layers)
        {
            HeldOutAccuracy = heldOut?.Accuracy,
            ShuffledAccuracy = heldOut?.Shuffled,
        };
    }

    private static AgreementReport? Agreement(OrbitSymmetry answer) =>
        answer is { Second: { } second, Agreement: { } sine } ? new(second.Estimate.Method, sine) : null;

    private static ImmutableArray<OrbitReport> Orbits(SampleSource source, EmbeddedOrbits found) =>
    [
        .. found.Orbits.Orbits.Select(orbit => new OrbitReport(
            source.Samples.Cells.ClassNames[orbit.Class],
            orbit.Index,
            orbit.Samples.Length,
            found.Orbits.Jumps[orbit.Class],
            found.Stability.IsEmpty ? null : found.Stability[orbit.Class])),
    ];
}
