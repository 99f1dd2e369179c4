using Noether.Data;
using Noether.Generators.Frames;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators;

/// <summary>What an identification of generators needs to know of where they come from.</summary>
internal static class IdentificationInput
{
    /// <summary>Points of an orbit that are handed on, spread evenly over it: so many tell what stays along an orbit from what moves beyond any doubt.</summary>
    private const int PointsPerOrbit = 2000;

    /// <summary>
    /// Names the algebra of generators; those with translations with lengths counted in the points' own unit, since a unit in which they are large would hide the linear parts. The basis that is told leads back to
    /// the coordinates of the input.
    /// </summary>
    /// <param name="estimate">The generators.</param>
    /// <param name="orbits">The orbits that they were found on.</param>
    /// <param name="seed">Where random combinations come from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static AlgebraIdentification Identify(GeneratorEstimate estimate, IReadOnlyList<PointCloud> orbits, Seed seed, Execution execution)
    {
        if (estimate.Space != GeneratorSpace.Affine)
        {
            return AlgebraIdentification.Identify(estimate.Generators, Of(estimate, orbits), seed, execution);
        }

        var unit = estimate.Unit;
        var scaled = estimate with
        {
            Generators = [.. estimate.Generators.Select(generator => GeneratorMap.InUnit(generator, unit))],
            EntryErrors = [.. estimate.EntryErrors.Select(errors => GeneratorMap.InUnit(errors, unit))],
            Unit = 1,
            Centre = [.. estimate.Centre.Select(x => x / unit)],
        };
        var found = AlgebraIdentification.Identify(scaled.Generators, Of(scaled, [.. orbits.Select(orbit => new PointCloud(orbit.Count, orbit.Dimension, [.. orbit.Values.ToArray().Select(x => x / unit)]))]), seed, execution);
        return found is AlgebraIdentification.Unique { Algebra: { Basis: { } basis } algebra } unique
            ? unique with { Algebra = algebra with { Basis = basis with { Coordinates = InInput(basis.Coordinates, unit) } } }
            : found;
    }

    // S D^-1, where D multiplies lengths by the unit and leaves the 1 behind them.
    private static Matrix InInput(Matrix coordinates, double unit) =>
        Matrix.Generate(coordinates.Rows, coordinates.Columns, (i, j) => coordinates[i, j] / (j == coordinates.Columns - 1 ? 1 : unit));

    /// <summary>Their standard errors, and the points, about the point that the generators leave fixed.</summary>
    /// <param name="estimate">The generators.</param>
    /// <param name="orbits">The orbits that they were found on, with a last coordinate 1 where generators have translations; fields that they move together count as an orbit each, conjugate ones are left out.</param>
    public static IdentificationOptions Of(GeneratorEstimate estimate, IReadOnlyList<PointCloud> orbits) => new()
    {
        StandardErrors = estimate.StandardErrors,
        Orbits = [.. from orbit in orbits from field in Enumerable.Range(0, estimate.Fields.Count) where !estimate.Fields.Conjugate.Contains(field) select Field(orbit, field, estimate)],
    };

    private static Matrix Field(PointCloud orbit, int field, GeneratorEstimate estimate)
    {
        var size = estimate.Fields.DimensionOf(orbit.Dimension);
        var (first, stride) = (field * size, Math.Max(1, orbit.Count / PointsPerOrbit));
        var coordinates = estimate.Generators.Select(generator => generator.Rows).FirstOrDefault(size);
        return Matrix.Generate(orbit.Count / stride, coordinates, (point, i) => i < size ? orbit[point * stride, first + i] - estimate.Centre[first + i] : 1);
    }
}
