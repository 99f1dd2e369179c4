using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.Neighbourhoods;
using Noether.Numerics;

namespace Noether.Generators.Frames;

/// <summary>The directions that orbits really extend in, as opposed to those in which noise alone moves the points.</summary>
internal static class SpannedDirections
{
    // A neighbourhood of a twentieth of the points is small next to the orbit and, unless the noise is most of what is seen, large next to the noise.
    private const int NeighbourhoodsPerOrbit = 20;

    // Squared lengths of normal noise vary by twice the number of directions, of evenly spread noise by 0.8 times; along an orbit they stay in an invariant space.
    private const double LeastVariation = 0.5;

    // A neighbourhood of a third of the points is as wide as the orbit; then noise and extent cannot be told apart and every direction stays.
    private const int FewestNeighbourhoods = 3;

    /// <summary>
    /// Orthonormal rows that span the kept directions, widest first; shape [k, d]. A principal direction is dropped when its variance is
    /// found inside neighbourhoods already, Eq. (G2): noise is the same everywhere, an extent is not. All stay where the points keep their distance in the
    /// directions that would be dropped: a small orbit inside a large one looks like noise in every neighbourhood, but it is hollow.
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
        int[] extended = [.. Enumerable.Range(0, d).Reverse().Where(k => principal.Values[k] > Tolerance.Rounding.Relative * widest)];
        int[] noisy = [.. extended.Where(k => Share(k) > noise)];
        var kept = IsHollow(orbits, principal, noisy) ? extended : extended.Except(noisy);
        return Matrix.FromRows([.. kept.Select(k => principal.Vectors.Row(k).ToArray())]);

        double Share(int k)
        {
            var image = new double[d];
            local.Apply(principal.Vectors.Row(k), image);
            return TensorPrimitives.Dot<double>(image, principal.Vectors.Row(k)) / principal.Values[k];
        }
    }

    /// <summary>
    /// The projectors on the directions as they are where every 16th point of each orbit, from some place on, is left out (delete-a-group jackknife): how well the directions are known. None where
    /// all directions are spanned. Shape [groups][d, d].
    /// </summary>
    /// <param name="orbits">The orbits.</param>
    /// <param name="spanned">The directions, orthonormal rows. Shape [k, d].</param>
    public static ImmutableArray<Matrix> WithoutGroup(IReadOnlyList<PointCloud> orbits, Matrix spanned) =>
        spanned.Rows == spanned.Columns ? [] : [.. Enumerable.Range(0, LocalGeometry.Groups).Select(group => Projector(orbits, spanned, group))];

    private static Matrix Projector(IReadOnlyList<PointCloud> orbits, Matrix spanned, int without)
    {
        var d = spanned.Columns;
        var covariance = Matrix.Zero(d, d);
        foreach (var orbit in orbits)
        {
            covariance += orbit.Count * LocalGeometry.CovarianceWithout(orbit, orbit.Mean(), without);
        }

        // Noise can be wider than an extent: those directions stay that were spanned before.
        var vectors = SymmetricEigen.Of(covariance).Vectors;
        var rows = Enumerable.Range(0, d).Select(k => vectors.Row(k).ToArray()).OrderByDescending(Inside).Take(spanned.Rows);
        var span = Matrix.FromRows([.. rows]);
        return span.Transposed * span;

        double Inside(double[] direction)
        {
            var inner = new double[spanned.Rows];
            spanned.Apply(direction, inner);
            return TensorPrimitives.SumOfSquares<double>(inner);
        }
    }

    /// <summary>Whether the points of every orbit keep their distance from the mean in some principal directions, in units of the variances.</summary>
    private static bool IsHollow(ReadOnlySpan<PointCloud> orbits, SymmetricEigen principal, int[] directions)
    {
        foreach (var orbit in orbits)
        {
            if (SquaredLengths(orbit, principal, directions) is var squares && squares.Average(square => Math.Pow(square - directions.Length, 2)) > LeastVariation * directions.Length)
            {
                return false;
            }
        }

        return directions.Length > 0;
    }

    /// <summary>The squared distance of every point from the mean, summed over the directions in units of each one's variance; the number of directions on average.</summary>
    private static double[] SquaredLengths(PointCloud orbit, SymmetricEigen principal, int[] directions)
    {
        var squares = new double[orbit.Count];
        var mean = orbit.Mean();
        foreach (var direction in directions)
        {
            var unit = principal.Vectors.Row(direction).ToArray();
            var centre = TensorPrimitives.Dot<double>(unit, mean);
            var offsets = Enumerable.Range(0, orbit.Count).Select(point => Math.Pow(TensorPrimitives.Dot(unit, orbit.Row(point)) - centre, 2)).ToArray();
            TensorPrimitives.MultiplyAdd(offsets, 1 / Math.Max(offsets.Average(), double.Epsilon), squares, squares);
        }

        return squares;
    }

    /// <summary>Points per neighbourhood: enough for a covariance in d dimensions, small next to the orbit.</summary>
    private static int NeighbourhoodSize(PointCloud orbit) =>
        Math.Min(orbit.Count, Math.Max(orbit.Dimension + 2, orbit.Count / NeighbourhoodsPerOrbit));
}
