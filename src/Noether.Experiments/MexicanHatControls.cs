using Noether.Data;
using Noether.Learning;
using Noether.Numerics;
using Noether.Orbits;
using Noether.Reports;

namespace Noether.Experiments;

/// <summary>What the Mexican hat's measurements give where nothing was learned.</summary>
/// <param name="ShuffledAccuracy">Training accuracy on shuffled labels after as many epochs.</param>
/// <param name="ShuffledOrbits">Orbits per class in the embedding of the network trained on shuffled labels. Shape [classes].</param>
/// <param name="ShuffledAgreement">Its adjusted Rand index, mean over the classes.</param>
/// <param name="UntrainedAgreement">The adjusted Rand index of an untrained network's embedding, mean over the classes.</param>
/// <param name="RandomCosine">Median |cosine| of random matrices to the rotation generator.</param>
internal sealed record MexicanHatControls(
    double ShuffledAccuracy,
    ImmutableArray<int> ShuffledOrbits,
    double ShuffledAgreement,
    double UntrainedAgreement,
    double RandomCosine)
{
    private const int RandomMatrices = 101;

    /// <summary>Trains one network on shuffled labels and embeds the samples with an untrained one.</summary>
    public static MexicanHatControls Measure(LabelledPoints samples, MexicanHat hat, SymmetryDiscovery discovery, DiscoveryOptions options, RunContext context)
    {
        var shuffled = samples.WithShuffledLabels(context.Seed.For("shuffled labels"));
        var sameLength = options.Training with { MaximumEpochs = Math.Max(discovery.Classifier.Epochs, 1) };
        var control = TrainedClassifier.Train(shuffled, options.Network, sameLength, context.Seed.For("shuffled training"), context.Execution);
        var (orbits, shuffledAgreement) = Agreement(control.Network, shuffled, hat, options, context);

        var untrained = Network.Untrained(control.Network.Standardisation, [samples.Heads[0].ClassCount], options.Network, context.Seed.For("untrained"));
        var (_, untrainedAgreement) = Agreement(untrained, samples, hat, options, context);
        return new(control.Accuracy[0], orbits, shuffledAgreement, untrainedAgreement, MedianRandomCosine(context));
    }

    private static (ImmutableArray<int> Orbits, double Agreement) Agreement(Network network, LabelledPoints labelled, MexicanHat hat, DiscoveryOptions options, RunContext context)
    {
        var all = Enumerable.Range(0, labelled.Count).ToImmutableArray();
        var partition = OrbitPartition.Find(network.Embed(labelled.Points.ToSingle(), context.Execution), labelled.Cells, all, options.Orbits, context.Execution);
        var perClass = OrbitAgreement.PerClass(partition, labelled.Cells, all, i => hat.CircleOf(labelled.Points[i, 0], labelled.Points[i, 1]));
        return ([.. Enumerable.Range(0, labelled.Cells.ClassCount).Select(k => partition.Orbits.Count(orbit => orbit.Class == k))], OrbitAgreement.Mean(perClass));
    }

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
