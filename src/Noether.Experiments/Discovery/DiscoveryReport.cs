using Noether.Learning;
using Noether.Reports;
using Noether.Runs;
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
    public static Report Of(Report blank, SampleSource source, SymmetryDiscovery discovery) => blank with
    {
        Verdict = discovery.Symmetry is { } answer ? VerdictSentence.Of(answer, Names(source, answer), discovery.AcrossOrbits) : blank.Verdict,
        Classifier = discovery.Classifier is { } trained ? Classifier(trained, discovery) : null,
        Embedding = source.Embedding is { } given && discovery.HeldOut is { } vote ? new(given.Model, given.Sha256, given.Layer, given.Values.Columns, vote.Accuracy, vote.Shuffled) : null,
        Orbits = discovery.Orbits is null ? null : Orbits(source, discovery),
        Symmetry = discovery.Symmetry is { } found ? SymmetryReport.Of(found, Names(source, found)) with { AcrossOrbits = discovery.AcrossOrbits } : null,
        Generators = discovery.Symmetry is { Generators: { } estimate } symmetry ? GeneratorReport.Of(estimate, symmetry.Verdict, symmetry.Algebra) with { Agreement = Agreement(discovery) } : null,
        Algebra = discovery.Algebra is null ? null : AlgebraReport.Of(discovery.Algebra),
        Findings = [.. blank.Findings, .. Findings(discovery)],
        Timings = [.. blank.Timings, .. discovery.Timings],
        Files = discovery.Classifier is { Network: var network } ? NetworkFiles.Of(network) : [],
        Arrays = [.. blank.Arrays, .. Arrays(discovery)],
    };

    private static ClassifierReport Classifier(TrainedClassifier classifier, SymmetryDiscovery discovery)
    {
        var seconds = discovery.Timings.Where(time => time.Stage == "train").Sum(time => time.Seconds);
        return new(classifier.Accuracy, classifier.Epochs, seconds, classifier.Network.Layers)
        {
            HeldOutAccuracy = discovery.HeldOut?.Accuracy,
            ShuffledAccuracy = discovery.HeldOut?.Shuffled,
        };
    }

    // Generators may be looked for on the first coordinates alone.
    private static ImmutableArray<string> Names(SampleSource source, FoundSymmetry found) => [.. source.CoordinateNames.Take(found.Coordinates)];

    private static AgreementReport? Agreement(SymmetryDiscovery discovery) =>
        new OrbitSymmetry(discovery.Symmetry!, discovery.Proposals) is { Second: { } second, Agreement: { } sine } ? new(second.Estimate.Method, sine) : null;

    private static ImmutableArray<OrbitReport> Orbits(SampleSource source, SymmetryDiscovery discovery) =>
    [
        .. discovery.Orbits!.Orbits.Select(orbit => new OrbitReport(
            source.Samples.Cells.ClassNames[orbit.Class],
            orbit.Index,
            orbit.Samples.Length,
            discovery.Orbits.Jumps[orbit.Class],
            discovery.OrbitStability.IsEmpty ? null : discovery.OrbitStability[orbit.Class])),
    ];

    private static IEnumerable<NamedArray> Arrays(SymmetryDiscovery discovery)
    {
        yield return new("embedding", [discovery.Embedding.Rows, discovery.Embedding.Columns], discovery.Embedding.Entries.ToArray());
        if (discovery.Orbits is { } orbits)
        {
            yield return new("orbits", [orbits.OrbitOf.Length], orbits.OrbitOf.ToArray());
        }
    }

    private static IEnumerable<Finding> Findings(SymmetryDiscovery discovery) =>
    [
        .. discovery.Classifier?.Findings ?? [],
        .. discovery.SelectionFindings,
        .. discovery.Orbits?.Findings ?? [],
        .. discovery.Symmetry is { } symmetry ? SymmetryFindings.Of(symmetry, discovery.Proposals, discovery.AcrossOrbits) : [],
    ];
}
