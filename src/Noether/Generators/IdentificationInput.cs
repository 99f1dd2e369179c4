using Noether.Data;
using Noether.LieAlgebras;
using Noether.Numerics;

namespace Noether.Generators;

/// <summary>What an identification of generators needs to know of where they come from.</summary>
internal static class IdentificationInput
{
    /// <summary>Points of an orbit that are handed on, spread evenly over it: so many tell what stays along an orbit from what moves beyond any doubt.</summary>
    private const int PointsPerOrbit = 2000;

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
