using Noether.Data;
using Noether.Data.Images;
using Noether.Generators;
using Noether.Numerics;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.RotatedDigits;

/// <summary>The paper's regression on the first three principal components: of known orbits, of those that the network found, and of pictures that were not turned.</summary>
internal sealed record DigitGenerators
{
    /// <summary>Upright pictures that the control takes.</summary>
    private const int MostUpright = 1000;

    /// <summary>The largest distance of a pair, in units of the orbit's radius: the orbits have no noise, and wide pairs level out how unevenly the random angles fall.</summary>
    private const double WidestPair = 0.5;

    /// <summary>Interpolation, and planes that a hundred angles mix, move a turned picture by some hundredths of its radius; what is thinner is no extent of an orbit.</summary>
    private const double Flat = 0.05;

    /// <summary>For each number of pictures taken together, the pictures and the estimate.</summary>
    public required ImmutableArray<(int Pictures, GeneratorEstimate Estimate)> Known { get; init; }

    /// <summary>The same with angles drawn independently, as in the paper; empty where the first are.</summary>
    public required ImmutableArray<(int Pictures, GeneratorEstimate Estimate)> Independent { get; init; }

    /// <summary>Of the orbits that the network found in the digit's class; null where it found none.</summary>
    public required GeneratorEstimate? Learned { get; init; }

    /// <summary>Of upright pictures of the digit as if they were an orbit: the control.</summary>
    public required GeneratorEstimate Upright { get; init; }

    public static DigitGenerators Of(DigitImages digits, RotatedDigitsSamples samples, LearnedDigits learned, RotatedDigitsOptions options, RunContext context)
    {
        var points = samples.Figure9;
        var digit = samples.Seen.Cells.ClassNames.IndexOf(options.Digit);
        ImmutableArray<PointCloud> found = [.. learned.Orbits.Orbits.Where(orbit => orbit.Class == digit).Select(orbit => points.Select(orbit.Samples.AsSpan()))];
        return new()
        {
            Known = OfKnownOrbits(samples, options, context),
            Independent = options.Angles == AngleSampling.Independent
                ? []
                : OfKnownOrbits(RotatedDigitsSamples.Of(digits, options with { Angles = AngleSampling.Independent }, context.Seed.For("independent"), context.Execution), options, context),
            Learned = found.IsEmpty ? null : Estimate(found, context),
            Upright = Estimate([UprightPictures(digits, samples, options.Digit, context.Execution)], context),
        };
    }

    /// <summary>The first standard deviation over the second.</summary>
    public static double Ratio(GeneratorEstimate estimate) =>
        estimate.Spectrum.Length == 0 ? double.NaN : estimate.Spectrum[0] / estimate.Spectrum.ElementAtOrDefault(1);

    /// <summary>|cosine| to the nearest rotation in the plane of two coordinates, of the strongest generator; 0 without one.</summary>
    public static double Cosine(GeneratorEstimate estimate) => estimate.Generators.IsEmpty ? 0 : Cosine(estimate.Generators[0]);

    /// <summary>|cosine| of a matrix to the nearest rotation in the plane of two coordinates.</summary>
    public static double Cosine(Matrix matrix)
    {
        var pairs = from i in Enumerable.Range(0, matrix.Rows) from j in Enumerable.Range(i + 1, matrix.Rows - i - 1) select Math.Abs(matrix[i, j] - matrix[j, i]);
        return pairs.Max() / (Math.Sqrt(2) * matrix.Norm);
    }

    /// <summary>The symmetric part of the strongest generator, relative to all of it; 0 for a rotation, NaN without a generator.</summary>
    public static double Symmetric(GeneratorEstimate estimate) =>
        estimate.Generators.IsEmpty ? double.NaN : (0.5 * (estimate.Generators[0] + estimate.Generators[0].Transposed)).Norm / estimate.Generators[0].Norm;

    private static ImmutableArray<(int Pictures, GeneratorEstimate Estimate)> OfKnownOrbits(RotatedDigitsSamples samples, RotatedDigitsOptions options, RunContext context) =>
    [
        .. options.Together.Select(count => Math.Min(count, samples.Pictures.Length)).Where(count => count > 0).Distinct()
            .Select(count => (count, Estimate(samples.OrbitsOf(samples.Figure9, samples.Pictures.Take(count)), context))),
    ];

    private static GeneratorEstimate Estimate(ImmutableArray<PointCloud> orbits, RunContext context) =>
        GeneratorEstimate.FromOrbits(WithoutFlatDirections(orbits), new HyperplaneOptions { Epsilon = WidestPair }, context.Seed.For("planes"), context.Execution);

    /// <summary>The orbits projected along the directions in which none of them extends, Eq. (I6): a rotation leaves these alone.</summary>
    private static ImmutableArray<PointCloud> WithoutFlatDirections(ImmutableArray<PointCloud> orbits)
    {
        ImmutableArray<PointCloud> centred = [.. orbits.Select(orbit => orbit.RelativeTo(orbit.Mean()))];
        var d = centred[0].Dimension;
        var scatter = SymmetricEigen.Of(Matrix.Generate(d, d, (i, j) => centred.Sum(orbit => Enumerable.Range(0, orbit.Count).Sum(point => orbit[point, i] * orbit[point, j]))));
        var flat = Enumerable.Range(0, d).Where(k => scatter.Values[k] < Flat * Flat * scatter.Values[^1]).ToArray();
        var onto = Matrix.Generate(d, d, (i, j) => (i == j ? 1 : 0) - flat.Sum(k => scatter.Vectors[k, i] * scatter.Vectors[k, j]));
        return [.. orbits.Select(orbit => orbit.MappedBy(onto))];
    }

    private static PointCloud UprightPictures(DigitImages digits, RotatedDigitsSamples samples, string digit, Execution execution)
    {
        var upright = Enumerable.Range(0, digits.Images.Count).Where(i => digits.Digits.ClassNames[digits.Digits.Classes[i]] == digit).Take(MostUpright).ToArray();
        return samples.Components.Transform(digits.Images.Select(upright).ToPoints(), execution).FirstCoordinates(samples.Figure9.Dimension);
    }
}
