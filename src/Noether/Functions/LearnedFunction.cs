using Noether.Data;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>
/// A function learned several times from disjoint parts of the samples, so that the errors of two parts are independent, Eq. (Y3).
/// </summary>
public sealed record LearnedFunction
{
    /// <summary>The number of outputs h.</summary>
    public required int Outputs { get; init; }

    /// <summary>How well it was learned.</summary>
    public required FunctionFit Fit { get; init; }

    /// <summary>
    /// What each part learned, asked at some of the samples: values and Jacobians per part. Shape [parts]; one part for a function that
    /// is known.
    /// </summary>
    public required Func<ImmutableArray<int>, Execution, ImmutableArray<FunctionJets>> AtSamples { get; init; }

    /// <summary>
    /// The values of what each part learned at any places, as finite maps need them, Eq. (Y2): shape [parts][m, h]. Null where a function
    /// is known at its samples only, as the normals of a point set.
    /// </summary>
    public Func<PointCloud, Execution, ImmutableArray<double[]>>? ValuesAt { get; init; }

    /// <summary>
    /// The variance of all outputs together over the samples, with which changes are compared, Rule (R1). Null where outputs have no
    /// scale, as the normals of a point set.
    /// </summary>
    public double? Variance { get; init; }

    /// <summary>
    /// Whether flat places count less, Rule (R3): true of values; false of probabilities, which have a scale of their own, Rule (R4).
    /// </summary>
    public bool LevelsSteepness { get; init; } = true;

    /// <summary>
    /// The same learned with a finer resolution and more noise: what is a symmetry must be one there too, Rule (R2). Null where there
    /// is none.
    /// </summary>
    public LearnedFunction? Finer { get; init; }

    /// <summary>
    /// The same by polynomials of higher degrees, for which the samples suffice: a degree that is too low is blind to what breaks a
    /// symmetry, and all parts alike, Rule (R2).
    /// </summary>
    internal ImmutableArray<LearnedFunction> HigherDegrees { get; init; } = [];

    /// <summary>How badly samples are predicted by parts that have not seen them, for classes and sets; null for values.</summary>
    internal HeldOutLoss? HeldOut { get; init; }

    /// <summary>From functions that can be asked anywhere.</summary>
    /// <param name="parts">What each part learned.</param>
    /// <param name="points">The samples. Shape [N, n].</param>
    /// <param name="fit">How well.</param>
    public static LearnedFunction Of(ImmutableArray<IFunction> parts, PointCloud points, FunctionFit fit) => new()
    {
        Outputs = parts[0].Outputs,
        Fit = fit,
        AtSamples = (samples, execution) => points.Select(samples.AsSpan()) is var places ? [.. parts.Select(part => part.At(places, execution))] : [],
        ValuesAt = (places, execution) => [.. parts.Select(part => part.ValuesAt(places, execution))],
    };
}

/// <summary>How well a function was learned, measured on samples that its parts have not seen.</summary>
public sealed record FunctionFit
{
    /// <summary>How it was learned, in words: "polynomials of degree 2".</summary>
    public required string Method { get; init; }

    /// <summary>
    /// What is left unexplained of held-out samples, noise and misfit together: of values the share of the variance, of labels the
    /// error rate relative to chance, of point sets the thickness relative to the
    /// extent across. 0 to 1.
    /// </summary>
    public required double Unexplained { get; init; }

    /// <summary>
    /// The share of the variance that all parts miss in the same way, from residuals of neighbouring samples in two parts, Rule (R2);
    /// noise does not count. May be negative by chance.
    /// </summary>
    public double Misfit { get; init; }

    /// <summary>The standard error of <see cref="Misfit"/>.</summary>
    public double MisfitError { get; init; }

    /// <summary>
    /// The mean squared slope in any direction of what all parts miss, in units of the variance and of the spread of the samples: it falls
    /// off from neighbours to farther samples, Rule (R2).
    /// </summary>
    internal double MissedSlope { get; init; }

    /// <summary>The standard error of <see cref="MissedSlope"/>.</summary>
    internal double MissedSlopeError { get; init; }

    /// <summary>
    /// The largest share of the variance, at 95 %, that structure of two more degrees, odd and even, may have without being seen, Rule
    /// (R2): at most what is left unexplained, and that where it could not be estimated; 0 from degree 5 on and for labels and point sets.
    /// </summary>
    public double Hidden { get; init; }

    /// <summary>The standard error of the share of such structure; 0 where it could not be estimated.</summary>
    internal double HiddenError { get; init; }

    /// <summary>
    /// The largest share of the variance, at 95 %, by which directions that are left out change what was learned of the others, Rule (R2):
    /// at most what is left unexplained, and that where it could not be estimated; 0 where none is left out and for labels and point sets.
    /// </summary>
    internal double Mixed { get; init; }

    /// <summary>The standard error of that share; 0 where it could not be estimated.</summary>
    internal double MixedError { get; init; }

    /// <summary>The samples from which on such structure would be learned.</summary>
    internal int RowsToLearn { get; init; }

    /// <summary>
    /// Whether the residuals of successive rows are related, as in a series in time, Rule (R8): parts are then made of runs of rows.
    /// </summary>
    public bool IsOrdered { get; init; }

    /// <summary>
    /// How far apart samples are that show structure, as a share of the spread of the samples: finer structure was not looked for.
    /// </summary>
    public double Resolution { get; init; }

    /// <summary>How much classes mix, mean(1 - sum p^2) over held-out samples, Rule (R4); 0 for values.</summary>
    public double Overlap { get; init; }

    /// <summary>
    /// The share of the samples at which the function says something: less than 1 where some classes fill a region and have no surface.
    /// </summary>
    public double Coverage { get; init; } = 1;

    /// <summary>
    /// The share of samples that lie nearer to the level set of another class than to that of their own, for sets; 0 for other
    /// functions.
    /// </summary>
    public double Confused { get; init; }

    /// <summary>Whether gaps separate the classes, so that a network knows which coordinates matter but not how, Rule (R15).</summary>
    public bool LiesApart { get; init; }

    /// <summary>Whether networks learned it, which say little of directions in which there are no samples.</summary>
    public bool IsOfNetworks { get; init; }

    /// <summary>Why the function cannot be judged, in a sentence; null where it can.</summary>
    public string? Obstacle { get; init; }

    /// <summary>The dimension of sets of points that is smaller than that of the surfaces which hold them; null where it is not.</summary>
    internal int? ThinnerDimension { get; init; }

    // Structure that is missed is about a third of a spread wide, so that its slope is three times its size.
    private const double MisfitSlope = 3;

    // A misfit that exceeds so many of its standard errors is there: one in a hundred by chance.
    private const double Deviations = 2.33;

    /// <summary>Whether all parts miss something alike, beyond chance.</summary>
    internal bool MissesStructure => Misfit > Deviations * MisfitError;

    /// <summary>What the shared misfit of all parts may add to the square of the second quantity of Rule (R1).</summary>
    internal double MisfitAllowance => MisfitSlope * MisfitSlope * Math.Max(0, Misfit);

    /// <summary>
    /// Why a claim would be too early, in a sentence: structure that was not learned may break any symmetry by more than the tolerance,
    /// Rule (R2). Null where there is none.
    /// </summary>
    internal string? Doubt(double tolerance) =>
        MissesStructure && MisfitAllowance > tolerance * tolerance
            ? $"Neighbouring samples are missed alike: {Misfit:P2} of the variance is structure that was not learned."
            : MissesStructure && MissedSlope > Math.Max(tolerance * tolerance, Deviations * MissedSlopeError)
            ? $"Neighbouring samples are missed alike, and farther ones are not: fine structure of {Misfit:P2} of the variance was not learned."
            : !(Hidden > tolerance * tolerance)
            ? DoubtOfLeftOut(tolerance)
            : HiddenError > 0 && Hidden > 2 * Deviations * HiddenError
            ? $"What was learned leaves structure of higher degree, up to {Hidden:P1} of the variance."
            : $"The samples leave {Unexplained:P1} unexplained and are too few to tell noise from structure of higher degree.";

    private string? DoubtOfLeftOut(double tolerance) => Mixed > tolerance * tolerance
        ? $"The combinations that are left out may change the others, by up to {Mixed:P1} of the variance."
        : null;

    /// <summary>
    /// The samples that would do: those that learn structure of higher degree where it is there, or show that there is none, since the
    /// error of its share falls as 1 / N. Null where any number would be a guess.
    /// </summary>
    internal int? Needed(int samples, double tolerance)
    {
        if (!(Hidden > tolerance * tolerance && HiddenError > 0))
        {
            return Mixed > tolerance * tolerance && Mixed <= 2 * Deviations * MixedError ? Rounded(Mixed) : null;
        }

        return Hidden <= 2 * Deviations * HiddenError ? Rounded(Hidden)
            : RowsToLearn > samples ? RowsToLearn
            : null;

        int Rounded(double share) => (int)Math.Min(int.MaxValue, samples * Math.Ceiling(share / tolerance / tolerance));
    }
}
