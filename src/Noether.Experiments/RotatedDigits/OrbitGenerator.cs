using Noether.Data;
using Noether.Generators;
using Noether.Numerics;
using Noether.Reports;
using Noether.Verification;

namespace Noether.Experiments.RotatedDigits;

/// <summary>The paper's regression on orbits of turned pictures, and how well its strongest generator keeps them.</summary>
/// <param name="Orbits">How many orbits were taken together.</param>
/// <param name="Directions">In how many directions they extend; the regression looks at these alone.</param>
/// <param name="Estimate">The generators.</param>
/// <param name="Invariance">How far the strongest generator takes points off their orbits, beside random matrices, Eq. (V1); null without a generator.</param>
internal sealed record OrbitGenerator(int Orbits, int Directions, GeneratorEstimate Estimate, InvarianceError? Invariance)
{
    /// <summary>The largest distance of a pair, in units of the orbit's radius: the orbits have no noise, and wide pairs level out how unevenly the random angles fall.</summary>
    private const double WidestPair = 0.5;

    /// <summary>Interpolation, and planes that a hundred angles mix, move a turned picture by some hundredths of its radius; what is thinner is no extent of an orbit.</summary>
    private const double Flat = 0.05;

    /// <summary>The first standard deviation over the second.</summary>
    public double Ratio => Estimate.Spectrum.Length == 0 ? double.NaN : Estimate.Spectrum[0] / Estimate.Spectrum.ElementAtOrDefault(1);

    /// <summary>|cosine| to the nearest rotation in the plane of two coordinates, of the strongest generator; 0 without one.</summary>
    public double Cosine => Estimate.Generators.IsEmpty ? 0 : CosineOf(Estimate.Generators[0]);

    /// <summary>The symmetric part of the strongest generator, relative to all of it; 0 for a rotation, NaN without a generator.</summary>
    public double Symmetric =>
        Estimate.Generators.IsEmpty ? double.NaN : (0.5 * (Estimate.Generators[0] + Estimate.Generators[0].Transposed)).Norm / Estimate.Generators[0].Norm;

    /// <summary>Regresses the generators of orbits.</summary>
    /// <param name="orbits">The orbits, at least one.</param>
    /// <param name="region">Where samples lie.</param>
    /// <param name="context">Seed and execution.</param>
    /// <param name="directions">How many directions are looked at, those of the largest extent, as for the orbits that these are the control of; null for all that are not flat.</param>
    public static OrbitGenerator Of(ImmutableArray<PointCloud> orbits, SampledRegion region, RunContext context, int? directions = null)
    {
        var (extended, kept) = WithoutFlatDirections(orbits, directions);
        var estimate = GeneratorEstimate.FromOrbits(extended, new HyperplaneOptions { Epsilon = WidestPair }, context.Seed.For("planes"), context.Execution);
        return new(orbits.Length, kept, estimate, estimate.Count == 0 ? null : InvarianceOf(orbits, estimate, region, context));
    }

    /// <summary>|cosine| of a matrix to the nearest rotation in the plane of two coordinates.</summary>
    public static double CosineOf(Matrix matrix)
    {
        var pairs = from i in Enumerable.Range(0, matrix.Rows) from j in Enumerable.Range(i + 1, matrix.Rows - i - 1) select Math.Abs(matrix[i, j] - matrix[j, i]);
        return pairs.Max() / (Math.Sqrt(2) * matrix.Norm);
    }

    private static InvarianceError InvarianceOf(ImmutableArray<PointCloud> orbits, GeneratorEstimate estimate, SampledRegion region, RunContext context)
    {
        var strongest = estimate with { Generators = [estimate.Generators[0]], EntryErrors = [estimate.EntryErrors[0]] };
        return InvarianceError.Of(orbits, strongest, region, VerificationOptions.Default, context.Seed.For("random generators"), context.Execution);
    }

    /// <summary>The orbits projected along the directions in which none of them extends, Eq. (I6): a rotation leaves these alone.</summary>
    private static (ImmutableArray<PointCloud> Orbits, int Directions) WithoutFlatDirections(ImmutableArray<PointCloud> orbits, int? directions)
    {
        ImmutableArray<PointCloud> centred = [.. orbits.Select(orbit => orbit.RelativeTo(orbit.Mean()))];
        var d = centred[0].Dimension;
        var scatter = SymmetricEigen.Of(Matrix.Generate(d, d, (i, j) => centred.Sum(orbit => Enumerable.Range(0, orbit.Count).Sum(point => orbit[point, i] * orbit[point, j]))));
        var flat = Enumerable.Range(0, d).Where(k => directions is { } wanted ? k < d - wanted : scatter.Values[k] < Flat * Flat * scatter.Values[^1]).ToArray();
        var onto = Matrix.Generate(d, d, (i, j) => (i == j ? 1 : 0) - flat.Sum(k => scatter.Vectors[k, i] * scatter.Vectors[k, j]));
        return ([.. orbits.Select(orbit => orbit.MappedBy(onto))], d - flat.Length);
    }
}
