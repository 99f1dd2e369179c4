using Noether.Data;
using Noether.Experiments.Measures;
using Noether.Learning;
using Noether.Numerics;
using Noether.Orbits;
using Noether.Reports;

namespace Noether.Experiments.MexicanHats;

/// <summary>What the Mexican hat's measurements give where nothing was learned.</summary>
/// <param name="ShuffledAccuracy">Training accuracy on shuffled labels after as many epochs.</param>
/// <param name="ShuffledOrbits">Orbits per class in the embedding of the network trained on shuffled labels. Shape [classes].</param>
/// <param name="ShuffledAgreement">Its adjusted Rand index, mean over the classes.</param>
/// <param name="UntrainedAgreement">The adjusted Rand index in the embedding of an untrained network, mean over the classes.</param>
/// <param name="UntrainedJump">The least jump among the classes with two orbits in the embedding of an untrained network.</param>
/// <param name="RandomCosine">Median |cosine| of random matrices to the rotation generator.</param>
internal sealed record MexicanHatControls(
    double ShuffledAccuracy,
    ImmutableArray<int> ShuffledOrbits,
    double ShuffledAgreement,
    double UntrainedAgreement,
    double UntrainedJump,
    double RandomCosine)
{
    private const int RandomMatrices = 101;

    /// <summary>Trains one network on shuffled labels and embeds the samples with an untrained one.</summary>
    public static MexicanHatControls Measure(LabelledPoints samples, MexicanHat hat, SymmetryDiscovery discovery, DiscoveryOptions options, RunContext context)
    {
        var shuffled = samples.WithShuffledLabels(context.Seed.For("shuffled labels"));
        var sameLength = options.Training with { MaximumEpochs = Math.Max(discovery.Classifier!.Epochs, 1) };
        var control = TrainedClassifier.Train(shuffled, options.Network, sameLength, context.Seed.For("shuffled training"), context.Execution with { Progress = null });
        var embedded = Partition(control.Network, shuffled, options, context);

        var untrained = Network.Untrained(control.Network.Standardisation, [samples.Heads[0].ClassCount], options.Network, context.Seed.For("untrained"));
        var random = Partition(untrained, samples, options, context);
        return new(
            control.Accuracy[0],
            [.. Enumerable.Range(0, samples.Cells.ClassCount).Select(embedded.OrbitsIn)],
            Agreement(embedded, shuffled.Cells),
            Agreement(random, samples.Cells),
            MexicanHatOrbits.LeastJump(random, hat),
            MedianRandomCosine(context));

        double Agreement(OrbitPartition partition, Labels cells) =>
            OrbitAgreement.Mean(OrbitAgreement.PerClass(partition, cells, All(samples), i => MexicanHatOrbits.Of(samples, hat, i)));
    }

    private static OrbitPartition Partition(Network network, LabelledPoints samples, DiscoveryOptions options, RunContext context)
    {
        var quiet = context.Execution with { Progress = null };
        return OrbitPartition.Find(network.Embed(samples.Points.ToSingle(), quiet), samples.Cells, All(samples), options.Orbits, quiet);
    }

    private static ImmutableArray<int> All(LabelledPoints samples) => [.. Enumerable.Range(0, samples.Count)];

    private static double MedianRandomCosine(RunContext context)
    {
        var stream = context.Seed.For("random matrices").Stream();
        var cosines = Enumerable.Range(0, RandomMatrices)
            .Select(_ => Rotation.Cosine(Matrix.Generate(2, 2, (_, _) => stream.NextGaussian())))
            .Order()
            .ToArray();
        return cosines[RandomMatrices / 2];
    }
}
