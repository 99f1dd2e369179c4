using Noether.Data;
using Noether.Learning;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>
/// Whether the labels can be learned from the samples at all: accuracy on samples that the training never saw, beside the same with
/// shuffled labels. Eq. (V0).
/// A network can memorise any labels; only labels that are a function of the coordinates are predicted where they were held out.
/// </summary>
public sealed record HeldOutAccuracy
{
    /// <summary>Every how many-th sample is held out.</summary>
    private const int HeldOutEvery = 5;

    /// <summary>Standard errors above chance that count as learned: one false alarm in 30,000 for a normal error.</summary>
    private const double StandardErrors = 4;

    /// <summary>Accuracy on held-out samples, per head.</summary>
    public required ImmutableArray<double> Accuracy { get; init; }

    /// <summary>Accuracy on held-out samples after training on shuffled labels, per head: the control.</summary>
    public required ImmutableArray<double> Shuffled { get; init; }

    /// <summary>The share of the largest class among the held-out samples, per head: what guessing reaches.</summary>
    public required ImmutableArray<double> Guessing { get; init; }

    /// <summary>The number of held-out samples.</summary>
    public required int Samples { get; init; }

    /// <summary>Whether every head predicts its labels better than guessing and than the control, by four standard errors.</summary>
    public bool BeatsChance => Accuracy.Select((accuracy, head) => Excess(accuracy, Math.Max(Guessing[head], Shuffled[head]))).All(excess => excess > StandardErrors);

    /// <summary>How labels were predicted, as it stands in a sentence after "on 100 samples".</summary>
    internal string Judge { get; init; } = "that the training did not see";

    /// <summary>The numbers in a sentence.</summary>
    public string Describe() =>
        $"on {Samples} samples {Judge} the accuracy is {Percent(Accuracy)}, with shuffled labels {Percent(Shuffled)}, by guessing the largest class {Percent(Guessing)}.";

    /// <summary>
    /// Measures both accuracies with networks trained from scratch, side by side. Cost: two trainings on four fifths of the samples.
    /// </summary>
    /// <param name="data">The samples.</param>
    /// <param name="network">The layers.</param>
    /// <param name="training">As for the classifier that is checked, with no more epochs than it took: shuffled labels never reach the
    /// wanted accuracy.</param>
    /// <param name="seed">Chooses the held-out samples, the shuffled labels and the initial weights.</param>
    /// <param name="execution">Threads, progress and cancellation.</param>
    public static HeldOutAccuracy Measure(LabelledPoints data, NetworkOptions network, TrainingOptions training, Seed seed, Execution execution)
    {
        var order = Enumerable.Range(0, data.Count).ToArray();
        seed.For("held-out").Stream().Shuffle<int>(order);
        var seen = data.Select([.. order.Where((_, position) => position % HeldOutEvery != 0).Order()]);
        var heldOut = data.Select([.. order.Where((_, position) => position % HeldOutEvery == 0).Order()]);

        LabelledPoints[] sets = [seen, seen.WithShuffledLabels(seed.For("held-out control"))];
        var networks = new Network[sets.Length];
        execution.ForEachBlock(sets.Length, i => networks[i] = TrainedClassifier.Train(sets[i], network, training, seed.For("held-out training"), execution with { Threads = 1 }).Network);
        return new()
        {
            Accuracy = AccuracyOf(networks[0], heldOut, execution),
            Shuffled = AccuracyOf(networks[1], heldOut, execution),
            Guessing = [.. heldOut.Heads.Select(head => (double)head.Members().Max(members => members.Length) / Math.Max(heldOut.Count, 1))],
            Samples = heldOut.Count,
        };
    }

    private static string Percent(ImmutableArray<double> shares) => string.Join(" and ", shares.Select(share => $"{share:0.0 %}"));

    private double Excess(double accuracy, double chance)
    {
        var variance = Math.Max(chance * (1 - chance), accuracy * (1 - accuracy)) / Math.Max(Samples, 1);
        return variance > 0 ? (accuracy - chance) / Math.Sqrt(variance) : accuracy > chance ? double.PositiveInfinity : 0;
    }

    private static ImmutableArray<double> AccuracyOf(Network network, LabelledPoints data, Execution execution)
    {
        var predicted = network.Predict(data.Points.ToSingle(), execution);
        return [.. data.Heads.Select((head, h) => head.Classes.Where((label, i) => predicted[h][i] == label).Count() / (double)Math.Max(data.Count, 1))];
    }
}
