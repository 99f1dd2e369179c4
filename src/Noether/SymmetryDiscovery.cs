using Noether.Data;
using Noether.Generators;
using Noether.Learning;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Orbits;
using Noether.Runs;
using Noether.Verification;

namespace Noether;

/// <summary>The whole method: from labelled samples to a named algebra. Parts are null while their stage has not run.</summary>
public sealed record SymmetryDiscovery
{
    /// <summary>The network that classifies the samples; null where the embedding was given.</summary>
    public TrainedClassifier? Classifier { get; init; }

    /// <summary>
    /// The samples that orbits are looked for among: classified right (by their neighbours where the embedding was given), and no more
    /// than <see cref="DiscoveryOptions.SamplesPerClass"/> of each class.
    /// </summary>
    public required ImmutableArray<int> Used { get; init; }

    /// <summary>Why other samples are not looked at.</summary>
    public ImmutableArray<Finding> SelectionFindings { get; init; } = [];

    /// <summary>The last hidden layer of every sample. Shape [n, width].</summary>
    public required SingleMatrix Embedding { get; init; }

    /// <summary>Whether the labels can be predicted at all, beside shuffled labels.</summary>
    public HeldOutAccuracy? HeldOut { get; init; }

    /// <summary>The orbits.</summary>
    public OrbitPartition? Orbits { get; init; }

    /// <summary>Share of re-trained networks that find as many orbits in a class. Shape [classes]; empty without repeats.</summary>
    public ImmutableArray<double> OrbitStability { get; init; } = [];

    /// <summary>The answer: verdict, asymmetry, generators, algebra.</summary>
    public FoundSymmetry? Symmetry { get; init; }

    /// <summary>What the paper's regression proposes from the orbits, judged by the same test; empty where there are no orbits.</summary>
    public ImmutableArray<JudgedEstimate> Proposals { get; init; } = [];

    /// <summary>
    /// The asymmetry of the answer on the orbits that the network found: the two roads contradict each other where it is above the
    /// tolerance. Null where it could not be measured.
    /// </summary>
    public Asymmetry? AcrossOrbits { get; init; }

    /// <summary>The generators of the answer; null where there are none.</summary>
    public GeneratorEstimate? Generators => Symmetry?.Generators;

    /// <summary>The algebra that they span.</summary>
    public AlgebraIdentification? Algebra => Symmetry?.Algebra;

    /// <summary>Wall-clock seconds of every stage.</summary>
    public ImmutableArray<StageTime> Timings { get; init; } = [];

    /// <summary>Runs every stage.</summary>
    /// <param name="data">The samples with their labels.</param>
    /// <param name="options">The options of every stage.</param>
    /// <param name="seed">All chance in the run.</param>
    /// <param name="execution">Threads, progress and cancellation.</param>
    /// <param name="finished">Told the parts so far after each stage; may be null.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled; what <paramref name="finished"/> was told remains
    /// true.</exception>
    public static SymmetryDiscovery Run(LabelledPoints data, DiscoveryOptions options, Seed seed, Execution execution, IProgress<SymmetryDiscovery>? finished = null) =>
        Run(data, null, options, seed, execution, finished);

    /// <summary>Runs every stage but the training, on the embedding that another network gave.</summary>
    /// <param name="data">The samples with their labels.</param>
    /// <param name="embedding">What that network makes of the samples. Shape [n, width].</param>
    /// <param name="options">The options of every stage; those of training are not used.</param>
    /// <param name="seed">All chance in the run.</param>
    /// <param name="execution">Threads, progress and cancellation.</param>
    /// <param name="finished">Told the parts so far after each stage; may be null.</param>
    /// <exception cref="ArgumentException">The embedding has another number of rows than there are samples, or there are repeats, which
    /// need a training.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; what <paramref name="finished"/> was told remains
    /// true.</exception>
    public static SymmetryDiscovery RunOnEmbedding(
        LabelledPoints data, SingleMatrix embedding, DiscoveryOptions options, Seed seed, Execution execution, IProgress<SymmetryDiscovery>? finished = null) =>
        embedding.Rows != data.Count ? throw new ArgumentException($"There are {data.Count} samples; the embedding has {embedding.Rows} rows.", nameof(embedding))
        : options.Repeats > 0 ? throw new ArgumentException("Repeats train the network again; a given embedding has no network to train.", nameof(options))
        : Run(data, embedding, options, seed, execution, finished);

    private static SymmetryDiscovery Run(LabelledPoints data, SingleMatrix? given, DiscoveryOptions options, Seed seed, Execution execution, IProgress<SymmetryDiscovery>? finished)
    {
        var clock = new StageClock(TimeProvider.System);

        var discovery = Keep(given is null
            ? clock.Measure("train", () => DiscoveryStages.Train(data, options, seed, execution))
            : clock.Measure("vote", () => DiscoveryStages.Take(data, given, options, seed, execution)));
        discovery = discovery.Classifier is not { } classifier || !data.Values.IsEmpty ? discovery // the values say themselves how well they are predicted
            : Keep(discovery with { HeldOut = clock.Measure("held-out", () => DiscoveryStages.HeldOut(data, classifier, options, seed, execution)) });
        discovery = Keep(discovery with { Orbits = clock.Measure("orbits", () => OrbitPartition.Find(discovery.Embedding, data.Cells, discovery.Used, options.Orbits, execution)) });
        discovery = Keep(discovery with { OrbitStability = clock.Measure("repeats", () => DiscoveryStages.Stability(data, discovery.Orbits!, options, seed, execution.Under("repeats"))) });

        // From here on the embedding has done its work: generators act on the original points.
        data = DiscoveryStages.OnGeneratorCoordinates(data, options);
        var (symmetry, proposals) = clock.Measure("symmetry", () => DiscoveryStages.Find(data, (discovery.Orbits!, given is null ? discovery.HeldOut : null), options, seed.For("symmetry"), execution));
        discovery = Keep(discovery with { Symmetry = symmetry, Proposals = proposals });
        return Keep(discovery with { AcrossOrbits = clock.Measure("agreement", () => DiscoveryStages.AcrossOrbits(data, discovery.Orbits!, symmetry, options, seed.For("agreement"), execution)) });

        SymmetryDiscovery Keep(SymmetryDiscovery partial)
        {
            var timed = partial with { Timings = clock.Times };
            finished?.Report(timed);
            return timed;
        }
    }
}
