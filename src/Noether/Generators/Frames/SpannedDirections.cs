using Noether.Data;
using Noether.Generators.Neighbourhoods;
using Noether.Numerics;

namespace Noether.Generators.Frames;

/// <summary>The directions that orbits really extend in, as opposed to those in which noise alone moves the points.</summary>
internal static class SpannedDirections
{
    // A neighbourhood of a twentieth of the points is small next to the orbit and, unless the noise is most of what is seen, large next to the noise.
    private const int NeighbourhoodsPerOrbit = 20;

    // A neighbourhood of a third of the points is as wide as the orbit; then noise and extent cannot be told apart and every direction stays.
    private const int FewestNeighbourhoods = 3;

    /// <summary>
    /// Orthonormal rows that span the kept directions, widest first; shape [k, d]. A principal direction is dropped when its variance is
    /// found inside neighbourhoods already, Eq. (G2): noise is the same everywhere, an extent is not.
    /// </summary>
    /// <param name="orbits">One or more orbits in one space; their covariances are added, weighted by their numbers of points.</param>
    /// <returns>Null when all points of every orbit coincide.</returns>
    public static Matrix? Of(params ReadOnlySpan<PointCloud> orbits)
    {
        var d = orbits[0].Dimension;
        var (global, local) = (Matrix.Zero(d, d), Matrix.Zero(d, d));
        foreach (var orbit in orbits)
        {
            global += orbit.Count * LocalGeometry.Covariance(orbit);
            var size = NeighbourhoodSize(orbit);
            local += FewestNeighbourhoods * size > orbit.Count ? Matrix.Zero(d, d) : orbit.Count * LocalGeometry.MeanLocalCovariance(orbit, size);
        }

        var principal = SymmetricEigen.Of(global);
        var widest = principal.Values[^1];
        if (!(widest > 0))
        {
            return null;
        }

        var leadingShare = Share(d - 1);
        var noise = 0.5 * (1 + leadingShare); // half-way between an extent and noise
        var kept = new List<double[]>(d);
        for (var k = d - 1; k >= 0; k--)
        {
            if (principal.Values[k] > Tolerance.Rounding.Relative * widest && Share(k) <= noise)
            {
                kept.Add(principal.Vectors.Row(k).ToArray());
            }
        }

        return Matrix.FromRows([.. kept]);

        double Share(int k)
        {
            var image = new double[d];
            local.Apply(principal.Vectors.Row(k), image);
            return System.Numerics.Tensors.TensorPrimitives.Dot<double>(image, principal.Vectors.Row(k)) / principal.Values[k];
        }
    }

    /// <summary>Points per neighbourhood: enough for a covariance in d dimensions, small next to the orbit.</summary>
    private static int NeighbourhoodSize(PointCloud orbit) =>
        Math.Min(orbit.Count, Math.Max(orbit.Dimension + 2, orbit.Count / NeighbourhoodsPerOrbit));
}
