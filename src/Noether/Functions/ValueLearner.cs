using Noether.Data;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>
/// Learns functions from their values in parts: polynomials of all coordinates or local quadratic regression, whichever predicts
/// held-out samples best, Eq. (Y10). <see cref="ValueNetworks"/> is asked where these leave structure.
/// </summary>
internal static class ValueLearner
{
    // A fit that needs this degree has been held against odd and even structure of low degree.
    internal const int HighestCheck = 5;

    /// <summary>Learns every head.</summary>
    /// <param name="points">The samples in whitened coordinates. Shape [N, n].</param>
    /// <param name="values">The values of each head. Shape [heads][N].</param>
    /// <param name="parts">Which samples each part learns from.</param>
    /// <param name="options">What is tried.</param>
    /// <param name="execution">Threads and cancellation.</param>
    /// <param name="leftOut">Directions of the samples that are not learned from; null where there is none. Shape [N, q].</param>
    public static LearnedFunction Learn(PointCloud points, ImmutableArray<ImmutableArray<double>> values, SampleParts parts, ValueLearnerOptions options, Execution execution, PointCloud? leftOut = null)
    {
        var work = new ValueTrials(points, values, parts, options, execution);
        var polynomials = work.Polynomials().ToArray();
        var isEnough = polynomials.Min(trial => trial.Unexplained) < options.Enough;
        ValueTrial[] trials = [.. polynomials, .. work.LocalFits(polynomials.Aggregate(Better), isEnough ? 1 : int.MaxValue)];
        var best = trials.Aggregate(Better);
        var functions = best.Fit();
        var misfit = SharedMisfit.Measure(points, best.Target, best.Parts, functions, execution);
        var finer = trials.FirstOrDefault(trial => trial.IsLocal && trial != best && trial.Target == best.Target);
        var higher = trials.Where(trial => trial.Degree > best.SeenDegree && trial.Unexplained < options.HigherLoss * best.Unexplained)
            .Take(options.HigherDegrees);
        var isLow = best.SeenDegree < HighestCheck;
        var hidden = isLow && best.Unexplained > options.Enough ? Hidden(points, best, functions, execution) : null;
        var mixed = leftOut is null ? null : LeftOutStructure.Measure(points, leftOut, best.Target, best.Parts, functions, execution);
        return Learned(best, functions) with { Finer = finer is null ? null : Learned(finer, finer.Fit()), HigherDegrees = [.. higher.Select(trial => Learned(trial, trial.Fit()))] };

        ValueTrial Better(ValueTrial best, ValueTrial next) => next.Unexplained < options.Gain * best.Unexplained ? next : best;

        LearnedFunction Learned(ValueTrial trial, ImmutableArray<IFunction> parts) => LearnedFunction.Of(parts, points, new()
        {
            Method = trial.Name,
            Unexplained = Math.Min(1, trial.Unexplained),
            Misfit = misfit.Share,
            MisfitError = misfit.Error,
            MissedSlope = misfit.Slope,
            MissedSlopeError = misfit.SlopeError,
            Hidden = isLow ? Math.Min(1, Math.Min(best.Unexplained, hidden?.Upper ?? 1)) : 0,
            HiddenError = hidden?.Error ?? 0,
            Mixed = leftOut is null ? 0 : Math.Min(1, Math.Min(best.Unexplained, mixed?.Upper ?? 1)),
            MixedError = mixed?.Error ?? 0,
            RowsToLearn = RowsToLearn(points.Dimension, best, options),
            Resolution = misfit.Distance,
            IsOrdered = misfit.IsOrdered,
            Obstacle = trial.Unexplained < options.WorstUnexplained ? null : NotPredicted(trial.Unexplained),
        }) with
        {
            Variance = trial.Target.Count, // of standardised targets
        };
    }

    /// <summary>Why a function that was not learned cannot be judged.</summary>
    internal static string NotPredicted(double unexplained) =>
        $"The coordinates do not predict the values: {Math.Min(1, unexplained):P0} of the variance of held-out samples stays unexplained.";

    // Four parts learn two more degrees.
    private static int RowsToLearn(int dimension, ValueTrial trial, ValueLearnerOptions options)
    {
        var monomials = PolynomialBasis.CountOf(dimension, Math.Max(2, trial.SeenDegree) + 2);
        return (int)Math.Min(int.MaxValue, Math.Ceiling(4 * options.RowsPerMonomial * monomials));
    }

    // Structure of two more degrees, odd and even.
    private static HigherStructure? Hidden(PointCloud points, ValueTrial trial, ImmutableArray<IFunction> functions, Execution execution)
    {
        var highest = Math.Min(trial.SeenDegree + 2, HighestCheck);
        return HigherStructure.Measure(points, trial.Target, trial.Parts, functions, trial.SeenDegree, highest, execution);
    }
}

/// <summary>What the learning of values tries.</summary>
internal sealed record ValueLearnerOptions
{
    /// <summary>Rows per monomial and part that a polynomial of degree above 2 needs.</summary>
    public double RowsPerMonomial { get; init; } = 2.4;

    /// <summary>Rows per monomial and part from which eight parts are made instead of four.</summary>
    public double RowsForEight { get; init; } = 10;

    /// <summary>
    /// Most monomials of a polynomial of degree above 2: beyond it, time goes up and nothing is gained that local fits would not do.
    /// </summary>
    public int MostMonomials { get; init; } = 300;

    /// <summary>Most monomials of a polynomial of degree 2, thirty coordinates and some.</summary>
    public int MostQuadraticMonomials { get; init; } = 600;

    /// <summary>The largest degree.</summary>
    public int LargestDegree { get; init; } = 10;

    /// <summary>Neighbours of a local fit, in units of its monomials.</summary>
    public ImmutableArray<double> Neighbours { get; init; } = [1.6, 2.5, 4, 7, 12, 20];

    /// <summary>Local fits are tried up to so many coordinates; beyond, neighbours are far.</summary>
    public int MostLocalDimensions { get; init; } = 8;

    /// <summary>
    /// Another fit is taken where it leaves less than this share of what the one before it leaves: simpler ones come first.
    /// </summary>
    public double Gain { get; init; } = 0.97;

    /// <summary>Where polynomials leave less than this, one local fit is made, to look for finer structure, and no more.</summary>
    public double Enough { get; init; } = 1e-4;

    /// <summary>Another function of the value is taken where it leaves less than this share of what the value itself leaves.</summary>
    public double TransformGain { get; init; } = 0.7;

    /// <summary>Where more of the variance stays unexplained than this, the samples say nothing of the function.</summary>
    public double WorstUnexplained { get; init; } = 0.95;

    /// <summary>A claim must hold for polynomials of so many higher degrees, one for odd and one for even structure.</summary>
    public int HigherDegrees { get; init; } = 2;

    /// <summary>Higher degrees count that leave at most this share more unexplained than the best fit.</summary>
    public double HigherLoss { get; init; } = 1.2;

    /// <summary>Held-out samples that judge a fit.</summary>
    public int HeldOut { get; init; } = 1500;

    /// <summary>Held-out samples that a local fit is measured on first.</summary>
    public int FirstHeldOut { get; init; } = 500;

    /// <summary>
    /// Standard errors by which a local fit must be too bad to be taken, on the first samples, to be measured on no more.
    /// </summary>
    public double HopelessErrors { get; init; } = 4;
}
