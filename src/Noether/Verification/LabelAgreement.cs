using Noether.Data;
using Noether.Generators;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>How often a moved sample lands next to a sample of its own class, Eq. (V3).</summary>
/// <remarks>
/// A cloud can be symmetric, as a ball is, without its classes having anything to do with that. Hence the comparison with two ends: the
/// agreement of a sample with its own nearest neighbour (<see cref="Ceiling"/>), which a symmetry reaches, and that of two random samples (<see cref="Chance"/>).
/// </remarks>
public sealed record LabelAgreement
{
    /// <summary>Share of the moved samples whose nearest sample has their class, 0 to 1.</summary>
    public required double Moved { get; init; }

    /// <summary>The standard error of <see cref="Ceiling"/> - <see cref="Moved"/>, from the scatter between samples.</summary>
    public required double StandardError { get; init; }

    /// <summary>What <see cref="Moved"/> becomes when the generators are moved once more by their own standard errors.</summary>
    public required double MovedWithinUncertainty { get; init; }

    /// <summary>The same share for samples that were not moved, with the nearest other sample: what a symmetry reaches.</summary>
    public required double Ceiling { get; init; }

    /// <summary>The same share for random pairs of samples.</summary>
    public required double Chance { get; init; }

    /// <summary>The median of the share over random matrices.</summary>
    public required double Control { get; init; }

    /// <summary>Samples that were moved.</summary>
    public required int Probes { get; init; }

    /// <summary>The share of what classes owe to the place that survives the move: 1 for a symmetry, 0 for chance, Eq. (V4).</summary>
    public double Kept => (Moved - Chance) / Math.Max(Ceiling - Chance, double.Epsilon);

    /// <summary>The same for the control.</summary>
    public double ControlKept => (Control - Chance) / Math.Max(Ceiling - Chance, double.Epsilon);

    /// <summary>Whether classes depend on the place at all: the ceiling is above chance by more than <paramref name="deviations"/> standard errors.</summary>
    /// <param name="deviations">How many standard errors.</param>
    internal bool ClassesDependOnPlace(double deviations) => DependOnPlace(Ceiling, Chance, Probes, deviations);

    /// <summary>The same of a share of samples whose nearest other sample has their class.</summary>
    internal static bool DependOnPlace(double share, double chance, int samples, double deviations) => share - chance > deviations * Math.Sqrt(chance * (1 - chance) / Math.Max(1, samples));

    /// <summary>Moves samples by every generator, and by random matrices, and compares classes.</summary>
    /// <param name="samples">The samples and their classes; with several heads the combinations count.</param>
    /// <param name="estimate">The generators, at least one, and their fixed point.</param>
    /// <param name="options">Angles, points and controls.</param>
    /// <param name="seed">Where the random matrices come from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static LabelAgreement Of(LabelledPoints samples, GeneratorEstimate estimate, VerificationOptions options, Seed seed, Execution execution) =>
        Of(new ClassNeighbours(samples, options.PointsPerOrbit), estimate, options, seed, execution);

    /// <summary>The same with another judge of classes than the nearest sample.</summary>
    internal static LabelAgreement Of(IClassOracle oracle, GeneratorEstimate estimate, VerificationOptions options, Seed seed, Execution execution)
    {
        var flows = estimate.Generators.Concat(GeneratorNoise.Draw(estimate, seed.For("shaken"))).Concat(Controls(estimate, options, seed))
            .Select(generator => Flow.Of(generator, estimate, options.Angles))
            .ToArray();
        var agrees = new double[flows.Length][];
        execution.ForEachBlock(flows.Length, i => agrees[i] = oracle.Moved(flows[i]));
        var own = oracle.Own();
        var moved = ClassNeighbours.MeanOverFlows(agrees[..estimate.Count]);
        return new()
        {
            Moved = Mean(moved),
            StandardError = Scatter(own, moved),
            MovedWithinUncertainty = Mean(ClassNeighbours.MeanOverFlows(agrees[estimate.Count..(2 * estimate.Count)])),
            Ceiling = own.Average(),
            Chance = oracle.Chance,
            Control = agrees[(2 * estimate.Count)..].Select(Mean).Order().ElementAt(options.Controls / 2),
            Probes = own.Length,
        };
    }

    private static IEnumerable<Matrix> Controls(GeneratorEstimate estimate, VerificationOptions options, Seed seed) =>
        Enumerable.Range(0, options.Controls).Select(i => Flow.RandomGenerator(estimate.Spanned, PrincipalGenerators.UnitNorm, seed.For(i)));

    private static double Mean(double[] shares) => shares.Where(share => !double.IsNaN(share)).DefaultIfEmpty(0).Average();

    private static double Scatter(double[] own, double[] moved)
    {
        var differences = own.Zip(moved, (o, m) => o - m).Where(difference => !double.IsNaN(difference)).ToArray();
        var mean = differences.DefaultIfEmpty(0).Average();
        var variance = differences.Sum(difference => (difference - mean) * (difference - mean)) / Math.Max(1, differences.Length - 1);

        // The ceiling is itself a share of as many samples, and without any difference seen one may still differ.
        var share = Math.Clamp(0.5 * (own.Average() + Mean(moved)), 1.0 / own.Length, 1 - (1.0 / own.Length));
        return Math.Sqrt((variance / Math.Max(1, differences.Length)) + (share * (1 - share) / own.Length));
    }
}
