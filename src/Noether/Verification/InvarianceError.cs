using Noether.Data;
using Noether.Generators;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>How far exp(tA) takes points away from their orbits, in units of the mean neighbour distance on the orbit, Eq. (V1).</summary>
/// <remarks>
/// About 1 for a symmetry: a moved point is then as good as a fresh sample of its orbit. The control says what matrices of the same norm
/// that know nothing of the data reach.
/// </remarks>
public sealed record InvarianceError
{
    /// <summary>
    /// The mean over orbits, generators, angles and points; each orbit counts by its points. Infinite when nothing could be compared.
    /// </summary>
    public required double Error { get; init; }

    /// <summary>The standard error of <see cref="Error"/>, from the scatter between points.</summary>
    public required double StandardError { get; init; }

    /// <summary>
    /// What <see cref="Error"/> becomes when the generators are moved once more by their own standard errors: the part that a better
    /// estimate would remove.
    /// </summary>
    public required double ErrorWithinUncertainty { get; init; }

    /// <summary>The median of the same number over random matrices.</summary>
    public required double Control { get; init; }

    /// <summary>Half the distance between the quartiles of the control.</summary>
    public required double ControlSpread { get; init; }

    /// <summary>The error of each generator. Shape [generators].</summary>
    public required ImmutableArray<double> OfGenerators { get; init; }

    /// <summary>The error of each orbit; infinite for one too small to tell. Shape [orbits].</summary>
    public required ImmutableArray<double> OfOrbits { get; init; }

    /// <summary>The control's median for each orbit. Shape [orbits].</summary>
    public required ImmutableArray<double> ControlOfOrbits { get; init; }

    /// <summary>Moved points that were compared.</summary>
    public required int Compared { get; init; }

    /// <summary>Moved points that landed outside the sampled region and were left out.</summary>
    public required int LeftOut { get; init; }

    /// <summary>
    /// How much of what a random matrix does wrong the generators still do, 0 for a symmetry and 1 for a random matrix, Eq. (V2).
    /// </summary>
    public double Departure => Math.Max(0, Error - 1) / Math.Max(Control - 1, double.Epsilon);

    /// <summary>Moves every orbit by every generator, and by random matrices.</summary>
    /// <param name="orbits">The orbits.</param>
    /// <param name="estimate">The generators, at least one, and their fixed point.</param>
    /// <param name="region">Where samples were taken; null for each orbit's own box, which is right for flows that lead out of any box,
    /// as boosts do.</param>
    /// <param name="options">Angles, points and controls.</param>
    /// <param name="seed">Where the random matrices come from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    /// <exception cref="ArgumentException">There is no generator.</exception>
    public static InvarianceError Of(
        IReadOnlyList<PointCloud> orbits, GeneratorEstimate estimate, SampledRegion? region, VerificationOptions options, Seed seed, Execution execution)
    {
        if (estimate.Count == 0)
        {
            throw new ArgumentException("An invariance error needs at least one generator; the estimate has none.", nameof(estimate));
        }

        var flows = estimate.Generators.Select(generator => Flow.Of(generator, estimate, options.Angles)).ToArray();
        var controls = Enumerable.Range(0, options.Controls)
            .Select(i => Flow.Of(Flow.RandomGenerator(estimate.Spanned, PrincipalGenerators.UnitNorm, seed.For(i)), estimate, options.Angles))
            .ToArray();
        var shaken = GeneratorNoise.Draw(estimate, seed.For("shaken")).Select(generator => Flow.Of(generator, estimate, options.Angles)).ToArray();
        var measured = new OrbitMeasurement?[orbits.Count];
        execution.ForEachBlock(orbits.Count, i => measured[i] = OrbitMeasurement.Of(orbits[i], [.. flows, .. shaken, .. controls], region ?? SampledRegion.OfOrbit(orbits[i]), options));
        return Summarise(measured, flows.Length, options.Controls);
    }

    private static InvarianceError Summarise(OrbitMeasurement?[] orbits, int generators, int controls)
    {
        var used = orbits.OfType<OrbitMeasurement>().ToArray();
        var ofGenerators = Enumerable.Range(0, generators).Select(g => OrbitMeasurement.Mean(used, g, g + 1)).ToImmutableArray();
        var control = Enumerable.Range(2 * generators, controls).Select(g => OrbitMeasurement.Mean(used, g, g + 1)).Order().ToArray();
        return new()
        {
            Error = OrbitMeasurement.Mean(used, 0, generators),
            StandardError = OrbitMeasurement.StandardError(used, 0, generators),
            ErrorWithinUncertainty = OrbitMeasurement.Mean(used, generators, 2 * generators),
            Control = control[controls / 2],
            ControlSpread = 0.5 * (control[controls * 3 / 4] - control[controls / 4]),
            OfGenerators = ofGenerators,
            OfOrbits = [.. orbits.Select(orbit => orbit is null ? double.PositiveInfinity : OrbitMeasurement.Mean([orbit], 0, generators))],
            ControlOfOrbits = [.. orbits.Select(orbit => orbit is null ? double.PositiveInfinity : Median([.. Enumerable.Range(2 * generators, controls).Select(g => OrbitMeasurement.Mean([orbit], g, g + 1))]))],
            Compared = used.Sum(orbit => orbit.Compared[..generators].Sum()),
            LeftOut = used.Sum(orbit => orbit.LeftOut[..generators].Sum()),
        };
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
