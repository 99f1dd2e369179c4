namespace Noether.Verification;

/// <summary>How far a transformation is from a symmetry, with its interval, Eq. (Y1) to (Y5): 0 for a symmetry, at most 1.</summary>
/// <param name="Value">The root mean square sine of the angle between the motion and the level sets; 0 where the estimate of its square
/// is negative.</param>
/// <param name="Lower">The lower bound.</param>
/// <param name="Upper">The upper bound.</param>
/// <param name="Confidence">How sure each bound is.</param>
/// <param name="Coverage">The share of the weight of all samples that decides.</param>
public sealed record Asymmetry(double Value, double Lower, double Upper, double Confidence, double Coverage)
{
    /// <summary>From an estimate of the square and its error.</summary>
    internal static Asymmetry OfSquare(double square, double margin, double confidence, double coverage) =>
        new(Math.Sqrt(Math.Max(0, square)), Math.Sqrt(Math.Max(0, square - margin)), Math.Sqrt(Math.Max(0, square) + margin), confidence, coverage);

    /// <summary>"0.004 (0 to 0.012)".</summary>
    public override string ToString() => string.Create(null, $"{Value:0.0000} ({Lower:0.0000} to {Upper:0.0000})");
}
