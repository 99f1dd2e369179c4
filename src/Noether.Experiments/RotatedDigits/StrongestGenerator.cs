using Noether.Data;
using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Experiments.RotatedDigits;

/// <summary>The one generator that fits curves best, whether or not it stands out, and its name.</summary>
/// <param name="Matrix">The generator.</param>
/// <param name="Algebra">Its identification.</param>
/// <param name="Drop">Its strength over that of the next direction; NaN where there is no next.</param>
internal sealed record StrongestGenerator(Matrix Matrix, AlgebraIdentification Algebra, double Drop)
{
    /// <summary>Points per neighbourhood: the orbits are curves without noise, so that few points are best.</summary>
    private const int SmallNeighbourhood = 4;

    /// <summary>The frequencies of its planes, decreasing; empty where it is not named.</summary>
    public ImmutableArray<int> Frequencies => Algebra is AlgebraIdentification.Unique(var algebra)
        ? [.. algebra.Representation.SelectMany(irrep => Enumerable.Repeat(int.TryParse(irrep.Label, out var charge) ? Math.Abs(charge) : 0, irrep.Multiplicity)).Where(charge => charge != 0).OrderDescending()]
        : [];

    /// <summary>Solves with neighbourhoods of two sizes; null where orbits have too few points.</summary>
    /// <remarks>
    /// Curvature takes from fast planes more than from slow ones, by a share that grows with the square of a neighbourhood's size. The difference
    /// of the two solutions is what their standard errors do not know of.
    /// </remarks>
    public static StrongestGenerator? Of(ImmutableArray<PointCloud> orbits, Seed seed, Execution execution)
    {
        var (small, large) = (Estimate(SmallNeighbourhood), Estimate(2 * SmallNeighbourhood));
        if (small.Count == 0 || large.Count == 0)
        {
            return null;
        }

        var generator = small.Generators[0];
        var error = Math.Max(small.StandardErrors[0], Apart(generator, large.Generators[0]));
        var algebra = AlgebraIdentification.Identify([generator], IdentificationInput.Of(small, orbits) with { StandardErrors = [error] }, seed.For("algebra"), execution);
        return new(generator, algebra, small.Spectrum.Length > 1 ? small.Spectrum[0] / small.Spectrum[1] : double.NaN);

        GeneratorEstimate Estimate(int neighbours) =>
            GeneratorEstimate.FromOrbits(orbits, new LiePcaOptions { OrbitDimension = 1, Neighbours = neighbours, Count = 1 }, seed.For("generator"), execution);
    }

    /// <summary>Root mean square difference of the entries, whatever the signs.</summary>
    private static double Apart(Matrix one, Matrix other) => Math.Min((one - other).Norm, (one + other).Norm) / Math.Sqrt(one.Entries.Length);
}
