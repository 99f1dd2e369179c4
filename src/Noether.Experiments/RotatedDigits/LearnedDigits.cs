using Noether.Experiments.Measures;
using Noether.Learning;
using Noether.Numerics;
using Noether.Orbits;
using Noether.Reports;

namespace Noether.Experiments.RotatedDigits;

/// <summary>What a network that learns the digits says about the orbits: it is never told which pictures are turns of one.</summary>
internal sealed record LearnedDigits
{
    public required TrainedClassifier Classifier { get; init; }

    /// <summary>The orbits in the last hidden layer, among samples that are classified right.</summary>
    public required OrbitPartition Orbits { get; init; }

    public required SingleMatrix Embedding { get; init; }

    /// <summary>How well these are the orbits of single pictures.</summary>
    public required RepresentationQuality Quality { get; init; }

    /// <summary>The same where the digits were not learned.</summary>
    public required RepresentationControls Controls { get; init; }

    public static LearnedDigits Of(RotatedDigitsSamples samples, RotatedDigitsOptions options, RunContext context)
    {
        var (labelled, execution) = (samples.Seen, context.Execution);
        var discovery = options.Discovery with { Orbits = options.Discovery.Orbits with { SmallestShare = SmallestShare(samples) } };
        var truth = new KnownOrbits(labelled.Cells, samples.Rotated.Sources, discovery.Orbits.SmallestShare);

        var classifier = TrainedClassifier.Train(labelled, discovery.Network, discovery.Training, context.Seed.For("training"), execution);
        var embedding = classifier.Network.Embed(labelled.Points.ToSingle(), execution);
        var used = classifier.CorrectlyClassified(labelled, execution);
        var orbits = OrbitPartition.Find(embedding, labelled.Cells, used, discovery.Orbits, execution);
        return new()
        {
            Classifier = classifier,
            Embedding = embedding,
            Orbits = orbits,
            Quality = RepresentationQuality.Of(orbits, embedding, truth, used, execution),
            Controls = RepresentationControls.Measure(labelled, truth, (classifier.Epochs, used), discovery, context),
        };
    }

    /// <summary>Half of a picture's turns, in the digit of the most pictures.</summary>
    private static double SmallestShare(RotatedDigitsSamples samples)
    {
        var pictures = samples.Rotated.Sources[^1] + 1;
        var turns = samples.Rotated.Sources.Length / pictures;
        return 0.5 * turns / samples.Seen.Cells.Members().Max(members => members.Length);
    }
}
