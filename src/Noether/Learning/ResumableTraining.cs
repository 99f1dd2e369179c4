using Noether.Learning.Steps;
using Noether.Runs;

namespace Noether.Learning;

/// <summary>Training whose state is kept after every epoch: a run that was killed goes on from there and ends with the same bits.</summary>
/// <param name="checkpoints">Where the state is kept; that of a finished training gives its result at once.</param>
internal sealed class ResumableTraining(ITrainingCheckpoints checkpoints)
{
    /// <summary>Trains from the state that is kept, or from the start where there is none.</summary>
    /// <inheritdoc cref="TrainedClassifier.Train(TrainingData, NetworkOptions, TrainingOptions, Seed, Execution)"/>
    /// <exception cref="InvalidDataException">The state kept is of a training with other data, options or seed, or damaged.</exception>
    public TrainedClassifier Train(TrainingData data, NetworkOptions network, TrainingOptions training, Seed seed, Execution execution) =>
        new TrainingRun(data, network, training, seed).Keeping(checkpoints, TrainingCheckpoint.KeyOf(data, network, training, seed)).Complete(execution);
}
