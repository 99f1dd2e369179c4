using Noether.Data;
using Noether.Learning.Steps;
using Noether.Runs;

namespace Noether.Learning;

/// <summary>A network that was trained to classify samples, and how that went.</summary>
public sealed record TrainedClassifier
{
    /// <summary>The trained network.</summary>
    public required Network Network { get; init; }

    /// <summary>Share of all training samples that the trained network classifies right, per head.</summary>
    public required ImmutableArray<double> Accuracy { get; init; }

    /// <summary>Whether every head reached the wanted accuracy.</summary>
    public required bool ReachedTarget { get; init; }

    /// <summary>The epochs in order.</summary>
    public required ImmutableArray<EpochRecord> History { get; init; }

    /// <summary>What a careful reader should know; ids TRN001 and on.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The number of epochs.</summary>
    public int Epochs => History.Length;

    /// <summary>Trains a network until every head classifies the wanted share of all samples right, or the epochs run out.</summary>
    /// <param name="data">The samples and their classes; there is one head per set of labels.</param>
    /// <param name="network">The hidden layers.</param>
    /// <param name="training">Batches, learning rate and the accuracy to stop at.</param>
    /// <param name="seed">Initial weights and the order of the samples.</param>
    /// <param name="execution">Threads, progress (stage "train") and cancellation, which is heard between two batches.</param>
    /// <returns>The classifier; not reaching the accuracy, or diverging, is a finding, not an error.</returns>
    /// <exception cref="ArgumentException">There are no samples.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static TrainedClassifier Train(LabelledPoints data, NetworkOptions network, TrainingOptions training, Seed seed, Execution execution) =>
        Train(TrainingData.Of(data, training), network, training, seed, execution);

    /// <inheritdoc cref="Train(LabelledPoints, NetworkOptions, TrainingOptions, Seed, Execution)"/>
    public static TrainedClassifier Train(TrainingData data, NetworkOptions network, TrainingOptions training, Seed seed, Execution execution) =>
        new TrainingRun(data, network, training, seed).Complete(execution);

    /// <summary>The samples that the network classifies right in every head, in increasing order.</summary>
    /// <exception cref="ArgumentException">The data have other coordinates or another number of heads than the network.</exception>
    public ImmutableArray<int> CorrectlyClassified(LabelledPoints data, Execution execution)
    {
        if (data.Heads.Length != Network.Heads.Length)
        {
            throw new ArgumentException($"The network has {Network.Heads.Length} heads; the data have {data.Heads.Length} sets of labels.", nameof(data));
        }

        var predicted = Network.Predict(data.Points.ToSingle(), execution);
        return [.. Enumerable.Range(0, data.Count).Where(i => Enumerable.Range(0, predicted.Length).All(h => predicted[h][i] == data.Heads[h].Classes[i]))];
    }
}
