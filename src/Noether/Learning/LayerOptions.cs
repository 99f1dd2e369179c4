namespace Noether.Learning;

/// <summary>One hidden layer.</summary>
/// <param name="Width">Number of units, at least 1.</param>
/// <param name="Activation">What the units do to their sums. Default: rectified, as in the paper.</param>
/// <param name="Penalty">
/// The loss gains this times the sum of the squared kernel entries, Eq. (L3); biases are free. Finite, at least 0. Default 0: on samples without noise there is nothing to hold back.
/// </param>
public sealed record LayerOptions(int Width, Activation Activation = Activation.Rectified, double Penalty = 0)
{
    /// <inheritdoc cref="LayerOptions(int, Activation, double)" path="/param[@name='Width']"/>
    public int Width { get; init => field = RequireWidth(value); } = RequireWidth(Width);

    /// <inheritdoc cref="LayerOptions(int, Activation, double)" path="/param[@name='Penalty']"/>
    public double Penalty { get; init => field = RequirePenalty(value); } = RequirePenalty(Penalty);

    private static int RequireWidth(int width) =>
        width >= 1 ? width : throw new ArgumentOutOfRangeException(nameof(width), width, "A layer has at least 1 unit.");

    private static double RequirePenalty(double penalty) =>
        penalty >= 0 && double.IsFinite(penalty) ? penalty : throw new ArgumentOutOfRangeException(nameof(penalty), penalty, "A layer's penalty is a finite number, 0 or more.");
}
