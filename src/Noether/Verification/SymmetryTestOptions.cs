namespace Noether.Verification;

/// <summary>
/// When a transformation counts as a symmetry, and how its asymmetry is measured. Every tolerance of the test stands here, Rule (R13).
/// </summary>
public sealed record SymmetryTestOptions
{
    /// <summary>The largest asymmetry of a symmetry, 0 to 1. Default 0.05: five percent of a motion may lead across level sets.</summary>
    public double Tolerance
    {
        get;
        init
        {
            if (!(value is > 0 and < 1))
            {
                throw new ArgumentOutOfRangeException(nameof(Tolerance), value, "The tolerance is a number between 0 and 1.");
            }

            field = value;
        }
    } = 0.05;

    /// <summary>How sure the bounds of the interval are, 0.5 to 1 (each). Default 0.99.</summary>
    public double Confidence
    {
        get;
        init
        {
            if (!(value is >= 0.5 and < 1))
            {
                throw new ArgumentOutOfRangeException(nameof(Confidence), value, "The confidence is a number from 0.5 to below 1.");
            }

            field = value;
        }
    } = 0.99;

    /// <summary>Places at which the test looks, spread over the samples. Default 2000.</summary>
    public int Places { get; init; } = 2000;

    /// <summary>Groups of neighbouring places whose resampling gives the error, Eq. (Y5). Default 20.</summary>
    internal int Cells { get; init; } = 20;

    /// <summary>
    /// Generators whose asymmetry is estimated above this are not candidates. Default 0.5: random fields have 0.3 to 0.7.
    /// </summary>
    internal double LargestCandidate { get; init; } = 0.5;

    /// <summary>
    /// Most candidates that are judged together. Default 64: the dimension of the largest algebras that can be named from data.
    /// </summary>
    internal int MostCandidates { get; init; } = 64;

    /// <summary>An approximate symmetry is broken by at most so many tolerances, Rule (R14).</summary>
    internal double ApproximateUpTo { get; init; } = 3;
}
