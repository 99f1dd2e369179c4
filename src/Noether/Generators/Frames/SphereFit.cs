using Noether.Data;
using Noether.Generators.Neighbourhoods;
using Noether.Numerics;

namespace Noether.Generators.Frames;

/// <summary>The sphere nearest to one orbit in the directions it spans. The orbits of a compact group that acts orthogonally lie on spheres about a fixed point.</summary>
/// <param name="Basis">The directions that the orbit spans. Shape [k, d].</param>
/// <param name="Mean">The mean of the points. Shape [d].</param>
/// <param name="Centre">The centre; in the other directions the mean. Shape [d].</param>
/// <param name="Information">The inverse covariance of the centre, zero in directions that the orbit does not span. Shape [d, d].</param>
/// <param name="Radius">Root mean square distance from the centre, in the directions that the orbit spans.</param>
/// <param name="Thickness">Root mean square deviation from the sphere.</param>
internal sealed record SphereFit(Matrix Basis, double[] Mean, double[] Centre, Matrix Information, double Radius, double Thickness)
{
    /// <summary>Fits by least squares of |z|^2 on z, Eq. (G3), where z are the coordinates about the mean. Null when the points coincide.</summary>
    /// <param name="orbit">The points.</param>
    /// <param name="within">Directions to which the orbit is confined. Shape [m, d].</param>
    public static SphereFit? Of(PointCloud orbit, Matrix within)
    {
        var mean = orbit.Mean();
        var inner = orbit.RelativeTo(mean).MappedBy(within);
        if (orbit.Count < 2 || SpannedDirections.Of(inner) is not { } spanned)
        {
            return null;
        }

        var basis = spanned * within;
        var points = inner.MappedBy(spanned);
        var centre = Solve(points, out var covariance, out var variance);
        var radius = Math.Sqrt(MeanSquare(points, centre));
        var floor = Tolerance.Rounding.Relative * radius * radius;
        var information = 4 * orbit.Count / Math.Max(variance, floor * floor) * (basis.Transposed * (covariance * basis));
        var place = new double[orbit.Dimension];
        basis.Transposed.Apply(centre, place);
        System.Numerics.Tensors.TensorPrimitives.Add(place, mean, place);
        return new(basis, mean, place, information, radius, Math.Sqrt(variance) / (2 * radius));
    }

    private static double[] Solve(PointCloud points, out Matrix covariance, out double variance)
    {
        var (n, k) = (points.Count, points.Dimension);
        covariance = LocalGeometry.Covariance(points);
        var squares = new double[n];
        var mean = 0.0;
        for (var i = 0; i < n; i++)
        {
            squares[i] = System.Numerics.Tensors.TensorPrimitives.SumOfSquares(points.Row(i));
            mean += squares[i] / n;
        }

        // The points are principal coordinates about the mean, so their covariance is diagonal.
        var centre = new double[k];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < k; j++)
            {
                centre[j] += (squares[i] - mean) * points[i, j] / n;
            }
        }

        for (var j = 0; j < k; j++)
        {
            centre[j] /= 2 * covariance[j, j];
        }

        variance = 0;
        for (var i = 0; i < n; i++)
        {
            var residual = squares[i] - mean - (2 * System.Numerics.Tensors.TensorPrimitives.Dot(points.Row(i), centre));
            variance += residual * residual / Math.Max(1, n - k - 1);
        }

        return centre;
    }

    private static double MeanSquare(PointCloud points, double[] about)
    {
        var sum = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            var distance = System.Numerics.Tensors.TensorPrimitives.Distance(points.Row(i), about);
            sum += distance * distance / points.Count;
        }

        return sum;
    }
}
