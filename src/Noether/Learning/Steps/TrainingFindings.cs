using Noether.Runs;

namespace Noether.Learning.Steps;

/// <summary>What training has to tell a careful reader.</summary>
internal static class TrainingFindings
{
    // Single precision has 24 binary digits; this asks that at least ten of them are left for the spread of an input.
    private const double LargestOffset = 1 << 14;

    /// <summary>TRN002: inputs that single precision cannot tell apart well.</summary>
    public static ImmutableArray<Finding> OfInputs(Standardisation standardisation)
    {
        var mean = standardisation.Mean;
        return [.. Enumerable.Range(0, standardisation.Dimension)
            .Where(j => Math.Abs(mean[j]) > LargestOffset * standardisation.Scale[j])
            .Select(j => new Finding("TRN002", Severity.Caution, $"Input {j} lies around {mean[j]:g4} and spreads by {standardisation.Scale[j]:g2} only: single precision, in which networks compute, keeps few digits of it. Subtract a constant from it first."))];
    }

    /// <summary>TRN001: the wanted accuracy was not reached.</summary>
    public static Finding MissedTarget(ImmutableArray<double> accuracy, TrainingOptions options, int epochs) => new(
        "TRN001",
        Severity.Caution,
        $"After {epochs} epochs the classifier is right on {string.Join(", ", accuracy.Select(share => $"{share:P1}"))} of the samples; wanted were {options.TargetAccuracy:P1} in every head. If the labels depend on the points, allow more epochs or a wider network.");

    /// <summary>TRN003: the loss left the finite numbers.</summary>
    public static Finding Diverged(EpochRecord epoch) => new(
        "TRN003",
        Severity.Caution,
        $"Training diverged in epoch {epoch.Epoch}: the loss is no longer finite. The network is the one before that epoch. Lower the learning rate of {epoch.LearningRate:g2}.");
}
