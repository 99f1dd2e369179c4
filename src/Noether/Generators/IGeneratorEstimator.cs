using Noether.Data;
using Noether.Runs;

namespace Noether.Generators;

/// <summary>
/// Proposes the generators that orbits share. Whatever it proposes is judged by the asymmetry, Eq. (Y1), like everything else: an estimator may be wrong, but not believed for it.
/// To add one, write one of these; the contract suite of the tests runs over all.
/// </summary>
public interface IGeneratorEstimator
{
    /// <summary>The name in reports, such as "hyperplane".</summary>
    string Name { get; }

    /// <summary>Looks for generators. The same points, seed and options give the same bits at any number of threads.</summary>
    /// <param name="orbits">The orbits, at least one, all in the same R^d.</param>
    /// <param name="seed">All chance in the estimate.</param>
    /// <param name="execution">Threads and cancellation.</param>
    /// <returns>An estimate, with as many generators as the points support, which may be none.</returns>
    /// <exception cref="ArgumentException">There is no orbit, or two lie in spaces of different dimension.</exception>
    GeneratorEstimate Estimate(IReadOnlyList<PointCloud> orbits, Seed seed, Execution execution);
}

/// <summary>The paper's regression from pairs of neighbours in random thick planes, Eq. (G1) to (G9).</summary>
/// <param name="Options">Planes and widths.</param>
public sealed record HyperplaneEstimator(HyperplaneOptions Options) : IGeneratorEstimator
{
    /// <inheritdoc/>
    public string Name => "hyperplane";

    /// <inheritdoc/>
    public GeneratorEstimate Estimate(IReadOnlyList<PointCloud> orbits, Seed seed, Execution execution) => GeneratorEstimate.FromOrbits(orbits, Options, seed.For(Name), execution);
}

/// <summary>Lie-PCA: matrices that keep the points in the tangent spaces of their orbits, Eq. (G11) to (G16).</summary>
/// <param name="Options">Which matrices, fields, neighbourhoods.</param>
public sealed record LiePcaEstimator(LiePcaOptions Options) : IGeneratorEstimator
{
    /// <inheritdoc/>
    public string Name => "lie-pca";

    /// <inheritdoc/>
    public GeneratorEstimate Estimate(IReadOnlyList<PointCloud> orbits, Seed seed, Execution execution) => GeneratorEstimate.FromOrbits(orbits, Options, seed.For(Name), execution);
}
