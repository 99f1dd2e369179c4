using Noether.Learning;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Experiments.CalabiYau;

/// <summary>The analysis, by the paper's rule and by ours, where nothing was learned, beside the trained network on the same samples.</summary>
/// <param name="Trained">The trained network on the control's samples.</param>
/// <param name="Inputs">The standardised input vectors in place of an embedding.</param>
/// <param name="Untrained">A network that has learned nothing.</param>
/// <param name="Shuffled">A network trained on Hodge numbers dealt out to the samples at random.</param>
/// <param name="ShuffledAccuracy">What that network reached on them, per head.</param>
internal sealed record CicyControls(RuleScores Trained, RuleScores Inputs, RuleScores Untrained, RuleScores Shuffled, ImmutableArray<double> ShuffledAccuracy)
{
    /// <summary>Measures the controls on the samples that the trained network classifies right.</summary>
    public static CicyControls Measure(CicySamples samples, Network network, InputMap whitening, ImmutableArray<int> correct, CicyOptions options, Seed seed, Execution execution)
    {
        var used = Thinned(samples, correct, options.ControlSamples);
        var classes = Enumerable.Range(0, samples.Records.Length).ToImmutableArray();
        var untrained = whitening.Before(Network.Untrained(network.InputDimension, [.. network.Heads.Select(head => head.Outputs)], options.Network, seed.For("untrained")));
        var shuffled = TrainShuffled(samples, whitening, options, seed, execution);
        var quiet = execution.Under("controls");
        var vectors = samples.Vectors.Select(used.AsSpan());
        return new(
            Score(network.Embed(vectors, quiet)),
            Score(Standardised(vectors, Standardisation.Of(samples.Vectors, options.LeastScale))),
            Score(untrained.Embed(vectors, quiet)),
            Score(shuffled.Network.Embed(vectors, quiet)),
            shuffled.Accuracy);

        RuleScores Score(SingleMatrix embedding) => new(
            ClusterScores.Of(JumpClusters.Find(embedding, used, options.Neighbours, quiet), samples.EntryOf, classes, _ => true),
            ClusterScores.Of(OrbitClusters.Find(embedding, used, samples, options.Orbits, quiet), samples.EntryOf, classes, _ => true));
    }

    /// <summary>Whole labels, evenly spread over the list, until the samples are few enough.</summary>
    private static ImmutableArray<int> Thinned(CicySamples samples, ImmutableArray<int> correct, int most)
    {
        var every = (correct.Length + most - 1) / most;
        return [.. correct.Where(sample => samples.EntryOf[sample] % every == 0)];
    }

    private static TrainedClassifier TrainShuffled(CicySamples samples, InputMap whitening, CicyOptions options, Seed seed, Execution execution)
    {
        var data = samples.ToTraining(whitening, execution);
        var dealt = new TrainingData(data.Points, [.. data.Heads.Select(head => head.Shuffled(seed.For("shuffled labels")))], data.Groups) { Standardisation = data.Standardisation };
        var training = options.Training with { MaximumEpochs = options.ShuffledEpochs, CoolDown = 0 };
        var trained = TrainedClassifier.Train(dealt, options.Network, training, seed.For("shuffled training"), execution.Under("controls"));
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
