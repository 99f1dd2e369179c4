using Noether.Data;
using Noether.Experiments.Measures;
using Noether.Learning;
using Noether.Reports;

namespace Noether.Experiments.Superpotentials;

/// <summary>What the superpotential's measurements give where nothing was learned.</summary>
/// <param name="ShuffledAccuracy">Training accuracy on shuffled labels after as many epochs, per head.</param>
/// <param name="Input">The orbits looked for in the input itself.</param>
/// <param name="Shuffled">In the embedding of the network trained on shuffled labels.</param>
/// <param name="Untrained">In the embedding of an untrained network.</param>
internal sealed record SuperpotentialControls(ImmutableArray<double> ShuffledAccuracy, RepresentationQuality Input, RepresentationQuality Shuffled, RepresentationQuality Untrained)
{
    /// <summary>Trains one network on shuffled labels, and looks for orbits in its embedding, in that of an untrained one, and in the input.</summary>
    public static SuperpotentialControls Measure(LabelledPoints samples, SuperpotentialOrbits truth, SymmetryDiscovery discovery, DiscoveryOptions options, RunContext context)
    {
        var execution = context.Execution.Under("controls");
        var sameLength = options.Training with { MaximumEpochs = Math.Max(discovery.Classifier!.Epochs, 1) };
        var shuffled = TrainedClassifier.Train(
            samples.WithShuffledLabels(context.Seed.For("shuffled labels")), options.Network, sameLength, context.Seed.For("shuffled training"), execution);
        var untrained = Network.Untrained(
            shuffled.Network.Standardisation, [.. samples.Heads.Select(head => head.ClassCount)], options.Network, context.Seed.For("untrained"));
        var input = samples.Points.ToSingle();
        return new(shuffled.Accuracy, In(input), In(shuffled.Network.Embed(input, execution)), In(untrained.Embed(input, execution)));

        RepresentationQuality In(Numerics.SingleMatrix representation) =>
            RepresentationQuality.Measure(representation, truth, discovery.Used, options.Orbits, execution with { Progress = null });
    }
}
