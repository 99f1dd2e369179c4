using Noether.Data;
using Noether.Generators;
using Noether.Learning;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Orbits;
using Noether.Runs;
using Noether.Verification;

namespace Noether;

/// <summary>The whole method: from labelled samples to a named algebra.</summary>
/// <param name="Found">The embedding and the orbits in it.</param>
/// <param name="Answer">
/// The symmetry, and what the paper's regression proposes from the orbits, judged by the same test; no proposals where there are no orbits.
/// </param>
public sealed record SymmetryDiscovery(EmbeddedOrbits Found, OrbitSymmetry Answer) : DiscoveryStage
{
    /// <summary>The network that classifies the samples; null where the embedding was given.</summary>
    public TrainedClassifier? Classifier => Found.Samples.Classifier;

    /// <summary>The last hidden layer of every sample. Shape [n, width].</summary>
    public SingleMatrix Embedding => Found.Samples.Embedding;

    /// <summary>The samples that orbits were looked for among.</summary>
    public ImmutableArray<int> Used => Found.Samples.Used;

    /// <summary>The orbits of every class.</summary>
    public OrbitPartition Orbits => Found.Orbits;

    /// <summary>The answer: verdict, asymmetry, generators, algebra.</summary>
    public FoundSymmetry Symmetry => Answer.Symmetry;

    /// <summary>The generators of the answer; null where there are none.</summary>
    public GeneratorEstimate? Generators => Symmetry.Generators;

    /// <summary>The algebra that they span.</summary>
    public AlgebraIdentification Algebra => Symmetry.Algebra;

    /// <summary>
    /// The asymmetry of the answer on the orbits that the network found: the two roads contradict each other where it is above the
    /// tolerance. Null where it could not be measured.
    /// </summary>
    public Asymmetry? AcrossOrbits { get; init; }

    /// <summary>Runs every stage.</summary>
    /// <param name="data">The samples with their labels.</param>
    /// <param name="options">The options of every stage.</param>
    /// <param name="seed">All chance in the run.</param>
    /// <param name="execution">Threads, progress and cancellation.</param>
    /// <param name="finished">Told what each stage gives; may be null.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled; what <paramref name="finished"/> was told remains
    /// true.</exception>
    public static SymmetryDiscovery Run(
        LabelledPoints data, DiscoveryOptions options, Seed seed, Execution execution, IProgress<DiscoveryStage>? finished = null) =>
        Run("train", with => DiscoveryStages.Train(data, options, seed, with), data, options, seed, execution, finished);

    /// <summary>Runs every stage but the training, on the embedding that another network gave.</summary>
    /// <param name="data">The samples with their labels.</param>
    /// <param name="embedding">What that network makes of the samples. Shape [n, width].</param>
    /// <param name="options">The options of every stage; those of training are not used.</param>
    /// <param name="seed">All chance in the run.</param>
    /// <param name="execution">Threads, progress and cancellation.</param>
    /// <param name="finished">Told what each stage gives; may be null.</param>
    /// <exception cref="ArgumentException">The embedding has another number of rows than there are samples, or there are repeats, which
    /// need a training.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; what <paramref name="finished"/> was told remains
    /// true.</exception>
    public static SymmetryDiscovery RunOnEmbedding(
        LabelledPoints data, SingleMatrix embedding, DiscoveryOptions options, Seed seed, Execution execution,
        IProgress<DiscoveryStage>? finished = null) =>
        embedding.Rows != data.Count
            ? throw new ArgumentException($"There are {data.Count} samples; the embedding has {embedding.Rows} rows.", nameof(embedding))
        : options.Repeats > 0
            ? throw new ArgumentException("Repeats train the network again; a given embedding has no network to train.", nameof(options))
        : Run("vote", with => DiscoveryStages.Take(data, embedding, options, seed, with), data, options, seed, execution, finished);

    private static SymmetryDiscovery Run(
        string first, Func<Execution, EmbeddedSamples> embed, LabelledPoints data, DiscoveryOptions options, Seed seed, Execution execution,
        IProgress<DiscoveryStage>? finished)
    {
        var (clock, beside) = (new StageClock(TimeProvider.System), new StageClock(TimeProvider.System));
        // Generators act on the original points. Values say their symmetry without the classifier, beside its training.
        var (points, ofSymmetry) = (DiscoveryStages.OnGeneratorCoordinates(data, options), seed.For("symmetry"));
        var (orbits, ofValues) = data.Values.IsEmpty
            ? (FindOrbits(execution), null)
            : execution.Beside(
                FindOrbits, with => beside.Measure("symmetry", () => DiscoveryStages.OfValues(points, options, ofSymmetry, with)));
        clock.Add(beside);

        var answer = clock.Measure(
            "symmetry", () => DiscoveryStages.Find(points, ofValues, orbits, options, ofSymmetry, execution));
        var discovery = Tell(new SymmetryDiscovery(orbits, answer));
        var across = clock.Measure(
            "agreement",
            () => DiscoveryStages.AcrossOrbits(points, orbits.Orbits, answer.Symmetry, options, seed.For("agreement"), execution));
        discovery = Tell(discovery with { AcrossOrbits = across });
        // Trainings that say nothing but how often the orbits come again are last: an interruption leaves all the rest.
        var stability = clock.Measure(
            "repeats", () => DiscoveryStages.Stability(data, orbits.Orbits, options, seed, execution.Under("repeats")));
        return Tell(discovery with { Found = orbits with { Stability = stability } });

        EmbeddedOrbits FindOrbits(Execution execution)
        {
            var samples = Tell(clock.Measure(first, () => embed(execution)));
            var heldOut = samples.Classifier is not { } classifier || !data.Values.IsEmpty ? null
                : clock.Measure("held-out", () => DiscoveryStages.HeldOut(data, classifier, options, seed, execution));
            var partition = clock.Measure(
                "orbits", () => OrbitPartition.Find(samples.Embedding, data.Cells, samples.Used, options.Orbits, execution));
            return Tell(new EmbeddedOrbits(samples, partition) { HeldOut = samples.Vote ?? heldOut });
        }

        T Tell<T>(T stage)
            where T : DiscoveryStage
        {
            var timed = (DiscoveryStage)stage with { Timings = clock.Times };
            finished?.Report(timed);
            execution.Cancellation.ThrowIfCancellationRequested();
            return (T)timed;
        }
    }
}
