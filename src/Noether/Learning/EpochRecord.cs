namespace Noether.Learning;

/// <summary>One pass of training over the samples.</summary>
/// <param name="Epoch">Its number, counted from 1.</param>
/// <param name="Loss">Mean cross-entropy per sample in nats, summed over the heads, taken before each update; penalties are not in it, and samples that rest (<see cref="TrainingOptions.Rest"/>) count as 0.</param>
/// <param name="Accuracy">Share of the samples classified right before each update, per head; those that rest count as right.</param>
/// <param name="LearningRate">The learning rate of this epoch.</param>
public sealed record EpochRecord(int Epoch, double Loss, ImmutableArray<double> Accuracy, double LearningRate);
