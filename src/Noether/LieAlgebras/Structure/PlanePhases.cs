using System.Numerics;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Structure;

/// <summary>Where points stand in the planes that a torus turns: their angles, which move at integer rates along an orbit, so that some integer sums of them stay, Eq. (A11).</summary>
internal sealed class PlanePhases
{
    /// <summary>1 - R^2 of a sum that stays, at least: beyond it rounding and small errors of the planes would count as evidence.</summary>
    private const double SmallestSpread = 1e-5;

    /// <summary>Angles of the points. Shape [orbits][points][planes].</summary>
    private readonly double[][][] _angles;

    private PlanePhases(double[][][] angles) => _angles = angles;

    /// <summary>The angles of points in the planes.</summary>
    /// <param name="orbits">Points of one orbit each. Shape [orbits][n, d].</param>
    /// <param name="torus">Commuting skew matrices. Shape [rank][d, d].</param>
    /// <param name="rates">Their rates on the planes. Shape [planes, rank].</param>
    /// <param name="seed">For a generic combination, whose eigenvectors are the planes.</param>
    public static PlanePhases Of(ImmutableArray<Matrix> orbits, ImmutableArray<Matrix> torus, Matrix rates, Seed seed)
    {
        var stream = seed.For("planes").Stream();
        var weights = torus.Select(_ => stream.NextGaussian()).ToArray();
        var (values, vectors) = ComplexEigen.Of(torus.Zip(weights, (matrix, weight) => weight * matrix).Aggregate((a, b) => a + b));
        var planes = Enumerable.Range(0, rates.Rows).Select(plane =>
        {
            var rate = weights.Select((weight, a) => weight * rates[plane, a]).Sum();
            return vectors.Column(Enumerable.Range(0, values.Length).MinBy(k => Complex.Abs(values[k] - new Complex(0, rate)))).ToArray();
        }).ToArray();
        return new([.. orbits.Select(orbit => Angles(orbit, planes))]);
    }

    /// <summary>
    /// How much an integer sum of the angles stays, in nats over all points: n ln(1 / (1 - R^2)) / 2 with the length R of the mean of exp(i r . angles), less
    /// ln(n) / 2 for the angle at which it stays, summed over the orbits. For a sum that moves evenly along the orbits it is negative.
    /// </summary>
    /// <param name="relation">r, one integer per plane.</param>
    public double Evidence(long[] relation) => _angles.Sum(points =>
    {
        var mean = points.Aggregate(Complex.Zero, (sum, angles) => sum + Complex.FromPolarCoordinates(1, Sum(relation, angles))) / points.Length;
        return -0.5 * ((points.Length * Math.Log(Math.Max(SmallestSpread, 1 - (mean.Magnitude * mean.Magnitude)))) + Math.Log(points.Length));
    });

    private static double Sum(long[] relation, double[] angles)
    {
        var sum = 0.0;
        for (var plane = 0; plane < relation.Length; plane++)
        {
            sum += relation[plane] * angles[plane];
        }

        return sum;
    }

    private static double[][] Angles(Matrix orbit, Complex[][] planes) =>
        [.. Enumerable.Range(0, orbit.Rows).Select(point => planes.Select(plane => Angle(plane, orbit.Row(point))).ToArray())];

    /// <summary>The angle of a point in the plane of an eigenvector.</summary>
    private static double Angle(Complex[] plane, ReadOnlySpan<double> point)
    {
        var sum = Complex.Zero;
        for (var i = 0; i < plane.Length; i++)
        {
            sum += Complex.Conjugate(plane[i]) * point[i];
        }

        return sum.Phase;
    }
}
