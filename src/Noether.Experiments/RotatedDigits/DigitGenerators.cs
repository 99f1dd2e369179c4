using Noether.Data;
using Noether.Data.Images;
using Noether.Reports;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Experiments.RotatedDigits;

/// <summary>The paper's regression on the first three principal components: of known orbits, of those that the network found, and of pictures that were not turned.</summary>
internal sealed record DigitGenerators
{
    /// <summary>For each number of pictures taken together, their turns.</summary>
    public required ImmutableArray<OrbitGenerator> Known { get; init; }

    /// <summary>The control of each: as many parts, of as many upright pictures of the digit as there are turns, as if they were orbits, in as many directions. Fewer parts where there are fewer pictures.</summary>
    public required ImmutableArray<OrbitGenerator> Upright { get; init; }

    /// <summary>The same as the known ones with angles drawn independently, as in the paper; empty where the first are.</summary>
    public required ImmutableArray<OrbitGenerator> Independent { get; init; }

    /// <summary>Of the orbits that the network found in the digit's class; null where it found none.</summary>
    public required OrbitGenerator? Learned { get; init; }

    public static DigitGenerators Of(DigitImages digits, RotatedDigitsSamples samples, LearnedDigits learned, RotatedDigitsOptions options, RunContext context)
    {
        var (points, region) = (samples.Figure9, SampledRegion.Of(samples.Figure9));
        var digit = samples.Seen.Cells.ClassNames.IndexOf(options.Digit);
        ImmutableArray<PointCloud> found = [.. learned.Orbits.Orbits.Where(orbit => orbit.Class == digit).Select(orbit => points.Select(orbit.Samples.AsSpan()))];
        var known = OfKnownOrbits(samples, options, context);
        var upright = UprightPictures(digits, samples, options, context.Execution);
        return new()
        {
            Known = known,
            Upright = [.. known.Select(orbits => OrbitGenerator.Of([.. upright.Take(orbits.Orbits)], region, context, orbits.Directions))],
            Independent = options.Angles == AngleSampling.Independent
                ? []
                : OfKnownOrbits(RotatedDigitsSamples.Of(digits, options with { Angles = AngleSampling.Independent }, context.Seed.For("independent"), context.Execution), options, context),
            Learned = found.IsEmpty ? null : OrbitGenerator.Of(found, region, context),
        };
    }

    private static ImmutableArray<OrbitGenerator> OfKnownOrbits(RotatedDigitsSamples samples, RotatedDigitsOptions options, RunContext context) =>
    [
        .. options.Together.Select(count => Math.Min(count, samples.Pictures.Length)).Distinct()
            .Select(count => OrbitGenerator.Of(samples.OrbitsOf(samples.Figure9, samples.Pictures.Take(count)), SampledRegion.Of(samples.Figure9), context)),
    ];

    /// <summary>Pictures of the digit as they are, in parts as large as an orbit; what is left over is left out.</summary>
    private static ImmutableArray<PointCloud> UprightPictures(DigitImages digits, RotatedDigitsSamples samples, RotatedDigitsOptions options, Execution execution)
    {
        var upright = Enumerable.Range(0, digits.Images.Count).Where(i => digits.Digits.ClassNames[digits.Digits.Classes[i]] == options.Digit).Take(options.Together.Max() * options.Rotations).ToArray();
        var points = samples.Components.Transform(digits.Images.Select(upright).ToPoints(), execution).FirstCoordinates(samples.Figure9.Dimension);
        var size = Math.Min(options.Rotations, points.Count);
        return [.. Enumerable.Range(0, points.Count / size).Select(part => points.Select([.. Enumerable.Range(part * size, size)]))];
    }
}
