using Noether.Data;
using Noether.Generators.Frames;
using Noether.Generators.Hyperplanes;
using Noether.Generators.TangentSpaces;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators;

/// <summary>The generators of the linear action that made one or several orbits, with what they rest on.</summary>
/// <remarks>
/// A generator A moves a point x to c + exp(tA)(x - c) with the common fixed point c (<see cref="Centre"/>). Generators are orthogonal to each
/// other under the inner product tr(A^T B) and have norm sqrt(2): a rotation in one plane has entries 1 and -1, so that t is its angle in radians.
/// Their signs, and their mixing where several are equally strong, mean nothing. Where they have translations, [A b; 0 0], these count in the norm in units of the points' mean distance from
/// the centre, so that they are the same whatever the unit of the coordinates.
/// </remarks>
public sealed record GeneratorEstimate
{
    /// <summary>"asymmetry", "hyperplane" or "lie-pca".</summary>
    public required string Method { get; init; }

    /// <summary>The strength of every candidate direction, decreasing; the first ones belong to <see cref="Generators"/>.</summary>
    public required ImmutableArray<double> Spectrum { get; init; }

    /// <summary>What sampling noise alone would put in place of the first dropped entry of <see cref="Spectrum"/>.</summary>
    public required double SpectrumNoise { get; init; }

    /// <summary>The generators, in the coordinates of the input. Shape [count][d, d].</summary>
    public required ImmutableArray<Matrix> Generators { get; init; }

    /// <summary>
    /// The standard error of every entry of each generator, in the units of the entry, Eq. (G25). Generators may mix freely, so it is the error of the nearest combination. Errors of one generator's entries belong together:
    /// those of a rotation's pair of entries, for one, are the same error. Shape [count][d, d].
    /// </summary>
    public required ImmutableArray<Matrix> EntryErrors { get; init; }

    /// <summary>The standard error of the entries of each generator, root mean square over the entries, with translations in units of the points' mean distance from the centre. Shape [count].</summary>
    public ImmutableArray<double> StandardErrors => [.. EntryErrors
        .Select(errors => Space == GeneratorSpace.Affine ? GeneratorMap.InUnit(errors, Unit) : errors)
        .Select(errors => errors.Norm / Math.Sqrt(errors.Entries.Length))];

    /// <summary>How the coordinates are divided into fields on which the generators act alike; d is the length of one field.</summary>
    public FieldLayout Fields { get; init; } = FieldLayout.Single;

    /// <summary>The point about which the generators act, in the coordinates of the input, of all fields. Shape [fields * d].</summary>
    public required ImmutableArray<double> Centre { get; init; }

    /// <summary>The directions that the orbits extend in, as orthonormal rows; in all others the points differ by noise only. Shape [k, d].</summary>
    public required Matrix Spanned { get; init; }

    /// <summary>The share of the resamples that count as many generators, 0 to 1, Eq. (G10).</summary>
    public required double CountStability { get; init; }

    /// <summary>The lower end of the bootstrap interval (95 %) of the number of generators, Eq. (G10).</summary>
    public int FewestCount { get; init; }

    /// <summary>The upper end of the bootstrap interval (95 %) of the number of generators, Eq. (G10).</summary>
    public int MostCount { get; init; }

    /// <summary>How well the generators reproduce the constraints that they were regressed from, at most 1.</summary>
    public required double Explained { get; init; }

    /// <summary>Planes, or neighbourhoods, that entered.</summary>
    public required int Used { get; init; }

    /// <summary>Planes, or neighbourhoods, with too few points.</summary>
    public required int Rejected { get; init; }

    /// <summary>Half the thickness of a plane, median over the orbits, in the units of the input; 0 where the method has none.</summary>
    public required double Delta { get; init; }

    /// <summary>The largest distance of a pair, median over the orbits, in the units of the input; 0 where the method has none.</summary>
    public required double Epsilon { get; init; }

    /// <summary>The dimension of each orbit that was used; empty where the method does not need it.</summary>
    public ImmutableArray<int> OrbitDimensions { get; init; } = [];

    /// <summary>Points per neighbourhood on each orbit that was used; empty where the method has none.</summary>
    public ImmutableArray<int> Neighbours { get; init; } = [];

    /// <summary>Whether the number of generators is decided by the data.</summary>
    public required GeneratorSupport Support { get; init; }

    /// <summary>Points per orbit that would be needed where the answer is "cannot tell"; null otherwise.</summary>
    public int? PointsNeeded { get; init; }

    /// <summary>What a careful reader should know.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The number of generators.</summary>
    public int Count => Generators.Length;

    /// <summary>Among which matrices they were looked for.</summary>
    internal GeneratorSpace Space { get; init; } = GeneratorSpace.Rotations;

    /// <summary>The length that translations are counted in, in the units of the input.</summary>
    internal double Unit { get; init; } = 1;

    /// <summary>The generators found without each part of the points; empty where these are not kept. Shape [parts][count][d, d].</summary>
    internal ImmutableArray<ImmutableArray<Matrix>> WithoutPart { get; init; } = [];

    /// <summary>The same with other generators, every entry of which is known up to <paramref name="error"/>; translations in units of <see cref="Unit"/>.</summary>
    internal GeneratorEstimate With(ImmutableArray<Matrix> generators, double error)
    {
        return this with { Generators = generators, EntryErrors = [.. generators.Select(generator => Matrix.Generate(generator.Rows, generator.Columns, (i, j) => error * Length(i, j, generator.Rows - 1)))] };

        // [A b; 0 0]: the last row is exact.
        double Length(int row, int column, int last) => Space != GeneratorSpace.Affine ? 1 : row == last ? 0 : column == last ? Unit : 1;
    }

    /// <summary>Regresses the generators of one orbit, Eq. (G1) to (G9).</summary>
    /// <param name="orbit">The points. Shape [n, d].</param>
    /// <param name="options">Planes and widths.</param>
    /// <param name="seed">Where the planes come from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static GeneratorEstimate FromOrbit(PointCloud orbit, HyperplaneOptions options, Seed seed, Execution execution) =>
        FromOrbits([orbit], options, seed, execution);

    /// <summary>Regresses the generators that several orbits of one action share, Eq. (G1) to (G9).</summary>
    /// <param name="orbits">The orbits, at least one, all in the same R^d; orbits at different places of an axis of rotation keep their places.</param>
    /// <param name="options">Planes and widths.</param>
    /// <param name="seed">Where the planes come from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    /// <exception cref="ArgumentException">There is no orbit, or two lie in spaces of different dimension.</exception>
    public static GeneratorEstimate FromOrbits(IReadOnlyList<PointCloud> orbits, HyperplaneOptions options, Seed seed, Execution execution) =>
        HyperplaneEstimate.Of(orbits, options, seed, execution);

    /// <summary>Finds the generators that several orbits share from their tangent spaces (Lie-PCA), Eq. (G11) to (G16).</summary>
    /// <param name="orbits">The orbits, or level sets made of many orbits; at least one, all in the same R^d.</param>
    /// <param name="options">Which matrices, fields, neighbourhoods.</param>
    /// <param name="seed">Where the isotropic noise comes from that neighbourhoods are compared with.</param>
    /// <param name="execution">Threads and cancellation.</param>
    /// <remarks>The spectrum is 1 / (root mean square distance by which a unit matrix takes unit points off the tangent spaces).</remarks>
    /// <exception cref="ArgumentException">There is no orbit, two lie in spaces of different dimension, or the fields do not divide the coordinates.</exception>
    public static GeneratorEstimate FromOrbits(IReadOnlyList<PointCloud> orbits, LiePcaOptions options, Seed seed, Execution execution) =>
        LiePcaEstimate.Of(orbits, options, seed, execution);
}
