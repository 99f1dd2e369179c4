namespace Noether.Learning;

/// <summary>How the learning rate changes from epoch to epoch: a factor on the initial rate, computed from the epochs so far.</summary>
public abstract record LearningRateSchedule
{
    private LearningRateSchedule()
    {
    }

    /// <summary>The factor of the next epoch.</summary>
    /// <param name="history">The epochs trained so far, in order.</param>
    /// <returns>A number in (0, 1].</returns>
    public abstract double Factor(IReadOnlyList<EpochRecord> history);

    /// <summary>The same rate throughout.</summary>
    public sealed record Constant : LearningRateSchedule
    {
        /// <inheritdoc/>
        public override double Factor(IReadOnlyList<EpochRecord> history) => 1;
    }

    /// <summary>The full rate for the first <paramref name="From"/> epochs, half of it for the next <paramref name="Every"/>, and so on.</summary>
    /// <param name="Every">Epochs between two halvings, at least 1.</param>
    /// <param name="From">Epochs at the full rate, 0 or more.</param>
    public sealed record Halving(int Every, int From = 0) : LearningRateSchedule
    {
        /// <inheritdoc cref="Halving(int, int)" path="/param[@name='Every']"/>
        public int Every { get; } = Every >= 1 ? Every : throw new ArgumentOutOfRangeException(nameof(Every), Every, "Halvings are at least one epoch apart.");

        /// <inheritdoc cref="Halving(int, int)" path="/param[@name='From']"/>
        public int From { get; } = From >= 0 ? From : throw new ArgumentOutOfRangeException(nameof(From), From, "The first halving comes after 0 or more epochs.");

        /// <inheritdoc/>
        public override double Factor(IReadOnlyList<EpochRecord> history) =>
            history.Count < From ? 1 : Math.Pow(2, -1 - ((history.Count - From) / Every));
    }

    /// <summary>Half the rate whenever the loss has set no new minimum for <paramref name="Patience"/> epochs.</summary>
    /// <param name="Patience">Epochs to wait for a new minimum, at least 1.</param>
    public sealed record HalvingOnPlateau(int Patience) : LearningRateSchedule
    {
        /// <inheritdoc cref="HalvingOnPlateau(int)" path="/param[@name='Patience']"/>
        public int Patience { get; } = Patience >= 1 ? Patience : throw new ArgumentOutOfRangeException(nameof(Patience), Patience, "A plateau is at least one epoch long.");

        /// <inheritdoc/>
        public override double Factor(IReadOnlyList<EpochRecord> history)
        {
            var (lowest, waited, factor) = (double.PositiveInfinity, 0, 1.0);
            foreach (var epoch in history)
            {
                waited = epoch.Loss < lowest ? 0 : waited + 1;
                lowest = Math.Min(lowest, epoch.Loss);
                if (waited == Patience)
                {
                    (waited, factor) = (0, factor / 2);
                }
            }

            return factor;
        }
    }
}
