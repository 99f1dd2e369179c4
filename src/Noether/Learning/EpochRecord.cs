namespace Noether.Learning;

/// <summary>One pass of training over the samples.</summary>
/// <param name="Epoch">Its number, counted from 1.</param>
/// <param name="Loss">Mean cross-entropy per sample in nats, summed over the heads, of those shown, taken before each update; penalties are not in it.</param>
/// <param name="Accuracy">Share of the samples classified right before each update, per head; those that rest (<see cref="TrainingOptions.Rest"/>) count as right.</param>
/// <param name="LearningRate">The learning rate of this epoch.</param>
public sealed record EpochRecord(int Epoch, double Loss, ImmutableArray<double> Accuracy, double LearningRate);
