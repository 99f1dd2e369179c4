using Noether.Learning;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Experiments.CalabiYau;

/// <summary>The analysis, by the paper's rule and by ours, where nothing was learned, beside the trained network on the same samples.</summary>
/// <param name="Trained">The trained network on the control's samples.</param>
/// <param name="Inputs">The standardised input vectors in place of an embedding.</param>
/// <param name="Whitened">The input vectors as the network is given them, Eq. (L9).</param>
/// <param name="Untrained">A network that has learned nothing.</param>
/// <param name="Shuffled">A network trained on Hodge numbers dealt out to the samples at random.</param>
internal sealed record CicyControls(RuleScores Trained, RuleScores Inputs, RuleScores Whitened, RuleScores Untrained, RuleScores Shuffled)
{
    /// <summary>The controls by name: all but the trained network.</summary>
    public ImmutableArray<(string Name, RuleScores Scores)> Untaught => [("input vectors", Inputs), ("whitened input vectors", Whitened), ("an untrained network", Untrained), ("a network on shuffled labels", Shuffled)];

    /// <summary>Measures the controls on the samples that the trained network classifies right.</summary>
    public static CicyControls Measure(CicySamples samples, Network network, InputMap whitening, ImmutableArray<int> correct, CicyOptions options, Seed seed, Execution execution)
    {
        var every = (correct.Length + options.ControlSamples - 1) / options.ControlSamples;
        ImmutableArray<int> used = [.. correct.Where(sample => IsKept(samples.EntryOf[sample]))];
        var classes = Enumerable.Range(0, samples.Records.Length).ToImmutableArray();
        var untrained = whitening.Before(Network.Untrained(network.InputDimension, [.. network.Heads.Select(head => head.Outputs)], options.Network, seed.For("untrained")));
        var shuffled = TrainShuffled(samples, whitening, options, seed, execution);
        var vectors = samples.Vectors.Select(used.AsSpan());
        return new(
            Score(network.Embed(vectors, execution), execution.Under("control: trained network")),
            Score(Standardised(vectors, Standardisation.Of(samples.Vectors, options.LeastScale)), execution.Under("control: input vectors")),
            Score(whitening.Apply(vectors, execution.Under("whiten")), execution.Under("control: whitened input vectors")),
            Score(untrained.Embed(vectors, execution), execution.Under("control: untrained network")),
            Score(shuffled.Network.Embed(vectors, execution), execution.Under("control: shuffled labels")));

        RuleScores Score(SingleMatrix embedding, Execution execution) => new(
            ClusterScores.Of(JumpClusters.Find(embedding, used, options.Neighbours, execution), samples.EntryOf, classes, IsKept),
            ClusterScores.Of(OrbitClusters.Find(embedding, used, samples, options.Orbits, seed.For("order of points"), execution), samples.EntryOf, classes, IsKept));

        // Whole labels, evenly spread over the list, until the samples are few enough.
        bool IsKept(int entry) => entry % every == 0;
    }

    private static TrainedClassifier TrainShuffled(CicySamples samples, InputMap whitening, CicyOptions options, Seed seed, Execution execution)
    {
        var data = samples.ToTraining(whitening, execution);
        var dealt = new TrainingData(data.Points, [.. data.Heads.Select(head => head.Shuffled(seed.For("shuffled labels")))], data.Groups) { Standardisation = data.Standardisation };
        var training = options.Training with { MaximumEpochs = options.ShuffledEpochs, CoolDown = 0 };
        var trained = TrainedClassifier.Train(dealt, options.Network, training, seed.For("shuffled training"), execution.Under("control: training on shuffled labels"));
        return trained with { Network = whitening.Before(trained.Network) };
    }

    private static SingleMatrix Standardised(SingleMatrix vectors, Standardisation standardisation)
    {
        var entries = new float[vectors.Entries.Length];
        for (var i = 0; i < vectors.Rows; i++)
        {
            var row = vectors.Row(i);
            for (var j = 0; j < row.Length; j++)
            {
                entries[(i * vectors.Columns) + j] = (row[j] - standardisation.Mean[j]) / standardisation.Scale[j];
            }
        }

        return new(vectors.Rows, vectors.Columns, entries);
    }
}
