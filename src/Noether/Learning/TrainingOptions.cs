namespace Noether.Learning;

/// <summary>How a network is trained: Adam on the summed cross-entropies of the heads, in minibatches, until a wanted accuracy.</summary>
public sealed record TrainingOptions
{
    /// <summary>Samples per step, at least 1. Default 64.</summary>
    public int BatchSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(BatchSize));
            field = value;
        }
    } = 64;

    /// <summary>The initial learning rate of Adam, above 0. Default 0.001.</summary>
    public double LearningRate
    {
        get;
        init
        {
            if (!(value > 0 && double.IsFinite(value)))
            {
                throw new ArgumentOutOfRangeException(nameof(LearningRate), value, "The learning rate is a finite number above 0.");
            }

            field = value;
        }
    } = 1e-3;

    /// <summary>How the learning rate falls from epoch to epoch.</summary>
    public LearningRateSchedule Schedule { get; init; } = new LearningRateSchedule.Constant();

    /// <summary>Training stops once every head classifies this share of all samples right; 0 to 1, where 1 asks for every sample. Default 0.95, as in the paper.</summary>
    public double TargetAccuracy
    {
        get;
        init
        {
            if (!(value is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(TargetAccuracy), value, "The wanted accuracy is a share of the samples, 0 to 1.");
            }

            field = value;
        }
    } = 0.95;

    /// <summary>
    /// Once the wanted accuracy is reached, or the epochs run out, training goes on for this share of its epochs while the learning rate falls to zero in equal steps; 0 or more.
    /// Default 0.25: a network stopped in mid-stride is often still wrong about a good part of one class, whose orbits then come out in pieces.
    /// </summary>
    public double CoolDown
    {
        get;
        init
        {
            if (!(value >= 0 && double.IsFinite(value)))
            {
                throw new ArgumentOutOfRangeException(nameof(CoolDown), value, "The cool-down is a share of the epochs, 0 or more.");
            }

            field = value;
        }
    } = 0.25;

    /// <summary>Training ends after this many epochs, those of the cool-down among them, whatever the accuracy; at least 1. Default 500.</summary>
    public int MaximumEpochs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaximumEpochs));
            field = value;
        }
    } = 500;

    /// <summary>
    /// How many turns a sample sits out once the network knows it, Eq. (L10); 0 or more. Default 0: none. On large sets that are slow to learn, time then goes to the samples that are still wrong.
    /// </summary>
    public int Rest
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Rest));
            field = value;
        }
    }

    /// <summary>A sample counts as known below this loss, summed over the heads, in nats; 0 or more. Default 0.02: right with a probability of 98 %.</summary>
    public double KnownLoss
    {
        get;
        init
        {
            if (!(value >= 0 && double.IsFinite(value)))
            {
                throw new ArgumentOutOfRangeException(nameof(KnownLoss), value, "The loss of a known sample is a finite number, 0 or more.");
            }

            field = value;
        }
    } = 0.02;

    /// <summary>Whether every cell of <see cref="Data.LabelledPoints.Cells"/> is shown equally often in an epoch. Default true: orbits are wanted of rare classes too.</summary>
    public bool Balanced { get; init; } = true;

    /// <summary>Whether the network subtracts the mean and divides by the standard deviation of each input first. Default true: units do not matter then.</summary>
    public bool Standardised { get; init; } = true;
}
