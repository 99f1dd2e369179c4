using Noether.Data;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>
/// What polynomials of higher degree explain of the residuals of all samples together, Rule (R2). A part is often too small to learn a
/// degree that all samples together can test: only the variance that its products of coordinates explain is estimated, not their
/// coefficients.
/// </summary>
/// <param name="Share">Share of the variance of the targets; noise is taken off, so it may be negative.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record HigherStructure(double Share, double Error)
{
    private const int MostSamples = 10_000;
    private const int RowsPerMonomial = 2;

    // Beyond it, sums of products take seconds: structure in so many coordinates is left to what stays unexplained.
    private const int MostMonomials = 1000;

    // One in twenty, one-sided. The limit on the share is a compromise: structure of this size may break a symmetry by somewhat more than
    // the tolerance, and calibration shows that claims stay true.
    private const double Deviations = 1.645;

    /// <summary>The largest share that the samples allow, at 95 %.</summary>
    public double Upper => Math.Max(0, Share) + (Deviations * Error);

    /// <summary>Measures it; null where the samples are fewer than two for each product of coordinates.</summary>
    /// <param name="points">Shape [N, n].</param>
    /// <param name="targets">What is learned.</param>
    /// <param name="parts">Which samples each part has seen.</param>
    /// <param name="functions">What each part learned.</param>
    /// <param name="degree">The degree that was learned.</param>
    /// <param name="highest">The degree up to which structure is looked for.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static HigherStructure? Measure(
        PointCloud points, Targets targets, SampleParts parts, ImmutableArray<IFunction> functions, int degree, int highest, Execution execution)
    {
        int[] samples = [.. EvenSpread.Of(points.Count, MostSamples)];
        return PolynomialBasis.CountOf(points.Dimension, highest) > MostOf(samples.Length) ? null
            : Of(points.Select(samples), Residuals(points, targets, parts, functions, samples, execution), Total(targets, samples), degree, highest, execution);
    }

    /// <summary>The same of residuals that are there already; null where they are fewer than two for each product of coordinates.</summary>
    /// <param name="places">Shape [N, n].</param>
    /// <param name="residuals">Of every sample, against what parts have learned that have not seen it.</param>
    /// <param name="total">The sum of squares of the targets.</param>
    /// <param name="degree">The degree that was learned.</param>
    /// <param name="highest">The degree up to which structure is looked for.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static HigherStructure? Of(PointCloud places, Targets residuals, double total, int degree, int highest, Execution execution)
    {
        if (PolynomialBasis.CountOf(places.Dimension, highest) > MostOf(places.Count))
        {
            return null;
        }

        var basis = new PolynomialBasis(ValueTrials.Scales(places), highest);
        var sums = PolynomialFunction.Sums(places, residuals, [.. Enumerable.Range(0, places.Count)], basis);
        var (all, low) = (basis.Count, basis.CountTo(degree));
        var (leftByAll, leftByLow) = (Left(all), Left(low));
        return Of((leftByAll, all), (leftByLow, low), places.Count, total);

        double Left(int count)
        {
            var predicted = new PolynomialFunction(basis, sums.Solve(count), residuals.Count).ValuesAt(places, execution);
            return residuals.Values.Select((e, i) => (e - predicted[i]) * (e - predicted[i])).Sum();
        }
    }

    private static int MostOf(int samples) => Math.Min(MostMonomials, samples / RowsPerMonomial);

    /// <summary>From the sums of squares that more and fewer products leave of residuals.</summary>
    /// <param name="more">What all products leave, and their number.</param>
    /// <param name="fewer">What the first of them leave, and their number.</param>
    /// <param name="rows">The number of samples.</param>
    /// <param name="total">The sum of squares of the targets.</param>
    internal static HigherStructure Of((double Left, int Count) more, (double Left, int Count) fewer, int rows, double total)
    {
        var (noise, added) = (more.Left / (rows - more.Count), more.Count - fewer.Count);
        var (share, scale) = ((fewer.Left - more.Left - (added * noise)) / total, noise / total);
        var ofNoise = 2 * added * scale * scale * rows / (rows - more.Count);
        return new(share, Math.Sqrt(ofNoise + (4 * Math.Max(0, share) * scale)));
    }

    /// <summary>The sum of squares of the targets of some samples.</summary>
    internal static double Total(Targets targets, int[] samples) => samples.Sum(row => targets.Row(row).ToArray().Sum(y => y * y));

    /// <summary>What is left of the targets of some samples, against the mean of the parts that have not seen the sample.</summary>
    internal static Targets Residuals(
        PointCloud points, Targets targets, SampleParts parts, ImmutableArray<IFunction> functions, int[] samples, Execution execution)
    {
        var residuals = new double[samples.Length * targets.Count];
        foreach (var (part, misses) in SharedMisfit.Misses(points, targets, functions, samples, execution).Index())
        {
            for (var k = 0; k < misses.Length; k++)
            {
                residuals[k] += parts.Of[samples[k / targets.Count]] != part ? misses[k] / (functions.Length - 1) : 0;
            }
        }

        return new(residuals, targets.Count);
    }
}
