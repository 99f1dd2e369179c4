using Noether.Learning;
using Noether.Numerics;
using Noether.Orbits;
using Noether.Runs;
using Noether.Verification;

namespace Noether;

/// <summary>What a stage of <see cref="SymmetryDiscovery"/> gives; each holds what the stage before it gave.</summary>
public abstract record DiscoveryStage
{
    /// <summary>Wall-clock seconds of every stage so far.</summary>
    public ImmutableArray<StageTime> Timings { get; init; } = [];
}

/// <summary>The first stage: the samples in the embedding.</summary>
/// <param name="Embedding">The last hidden layer of every sample. Shape [n, width].</param>
/// <param name="Used">
/// The samples that orbits are looked for among: classified right (by their neighbours where the embedding was given), and no more
/// than <see cref="DiscoveryOptions.SamplesPerClass"/> of each class.
/// </param>
public sealed record EmbeddedSamples(SingleMatrix Embedding, ImmutableArray<int> Used) : DiscoveryStage
{
    /// <summary>The network that classifies the samples; null where the embedding was given.</summary>
    public TrainedClassifier? Classifier { get; init; }

    /// <summary>How well neighbours in the embedding tell the classes; null where the classifier tells them.</summary>
    public HeldOutAccuracy? Vote { get; init; }

    /// <summary>Why other samples are not looked at.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>The second stage: the orbits.</summary>
/// <param name="Samples">The first stage.</param>
/// <param name="Orbits">The orbits of every class.</param>
public sealed record EmbeddedOrbits(EmbeddedSamples Samples, OrbitPartition Orbits) : DiscoveryStage
{
    /// <summary>Whether the labels can be predicted at all, beside shuffled labels; null for values, which say it themselves.</summary>
    public HeldOutAccuracy? HeldOut { get; init; }

    /// <summary>Share of re-trained networks that find as many orbits in a class. Shape [classes]; empty without repeats.</summary>
    public ImmutableArray<double> Stability { get; init; } = [];
}
