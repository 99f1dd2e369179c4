using Noether.Data;
using Noether.Learning;
using Noether.Reports;

namespace Noether.Experiments.Measures;

/// <summary>How well orbits are kept apart where nothing was learned about the labels.</summary>
/// <param name="ShuffledAccuracy">Training accuracy on shuffled labels after as many epochs, per head.</param>
/// <param name="Input">The orbits looked for in the input itself.</param>
/// <param name="Shuffled">In the embedding of the network trained on shuffled labels.</param>
/// <param name="Untrained">In the embedding of an untrained network.</param>
internal sealed record RepresentationControls(ImmutableArray<double> ShuffledAccuracy, RepresentationQuality Input, RepresentationQuality Shuffled, RepresentationQuality Untrained)
{
    /// <summary>Trains one network on shuffled labels, and looks for orbits in its embedding, in that of an untrained one, and in the input.</summary>
    /// <param name="samples">The samples with their true labels.</param>
    /// <param name="truth">The true orbits.</param>
    /// <param name="trained">The epochs after which the network on the true labels was ready, and the samples that it gets right.</param>
    /// <param name="options">Its options.</param>
    /// <param name="context">Seed and execution.</param>
    public static RepresentationControls Measure(LabelledPoints samples, KnownOrbits truth, (int Epochs, ImmutableArray<int> Used) trained, DiscoveryOptions options, RunContext context)
    {
        var execution = context.Execution.Under("controls");
        var sameLength = options.Training with { MaximumEpochs = Math.Max(trained.Epochs, 1) };
        var shuffled = TrainedClassifier.Train(
            samples.WithShuffledLabels(context.Seed.For("shuffled labels")), options.Network, sameLength, context.Seed.For("shuffled training"), execution);
        var untrained = Network.Untrained(
            shuffled.Network.Standardisation, [.. samples.Heads.Select(head => head.ClassCount)], options.Network, context.Seed.For("untrained"));
        var input = samples.Points.ToSingle();
        return new(shuffled.Accuracy, In(input), In(shuffled.Network.Embed(input, execution)), In(untrained.Embed(input, execution)));

        RepresentationQuality In(Numerics.SingleMatrix representation) =>
            RepresentationQuality.Measure(representation, truth, trained.Used, options.Orbits, execution with { Progress = null });
    }
}
