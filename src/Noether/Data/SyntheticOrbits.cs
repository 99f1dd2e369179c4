using System.Numerics.Tensors;
using Noether.Runs;

namespace Noether.Data;

/// <summary>Points on orbits of known groups: what estimators are measured on.</summary>
public static class SyntheticOrbits
{
    /// <summary>Points spread evenly over the sphere about the origin of R^d, an orbit of SO(d), each moved along its radius by normal noise.</summary>
    /// <param name="points">Number of points, 0 or more.</param>
    /// <param name="dimension">The dimension d, at least 2.</param>
    /// <param name="radius">The radius, above 0.</param>
    /// <param name="noise">Standard deviation of the noise in units of the radius, 0 or more.</param>
    /// <param name="seed">Where the points come from.</param>
    public static PointCloud Sphere(int points, int dimension, double radius, double noise, Seed seed)
    {
        var random = seed.Stream();
        return Generate(points, dimension, place =>
        {
            FillGaussian(place, random);
            TensorPrimitives.Multiply(place, radius * (1 + (noise * random.NextGaussian())) / TensorPrimitives.Norm<double>(place), place);
        });
    }

    /// <summary>Points on a circle in R^3 about an axis, an orbit of SO(2), with normal noise in every direction.</summary>
    /// <param name="points">Number of points, 0 or more.</param>
    /// <param name="circle">Where it lies.</param>
    /// <param name="noise">Standard deviation of the noise, 0 or more; in the units of the circle.</param>
    /// <param name="seed">Where the points come from.</param>
    public static PointCloud Circle(int points, CircleInSpace circle, double noise, Seed seed)
    {
        var random = seed.Stream();
        return Generate(points, 3, place =>
        {
            circle.Place(random.NextUniform(0, 2 * Math.PI), place);
            AddNoise(place, noise, random);
        });
    }

    /// <summary>Points on a product of circles in R^2 x R^2 x ..., an orbit of SO(2) x SO(2) x ..., with normal noise in every direction.</summary>
    /// <param name="points">Number of points, 0 or more.</param>
    /// <param name="radii">The radius of each circle, at least one.</param>
    /// <param name="noise">Standard deviation of the noise, 0 or more; in the units of the radii.</param>
    /// <param name="seed">Where the points come from.</param>
    public static PointCloud Torus(int points, ReadOnlySpan<double> radii, double noise, Seed seed)
    {
        var (random, each) = (seed.Stream(), radii.ToArray());
        return Generate(points, 2 * each.Length, place =>
        {
            for (var i = 0; i < each.Length; i++)
            {
                var angle = random.NextUniform(0, 2 * Math.PI);
                (place[2 * i], place[(2 * i) + 1]) = (each[i] * Math.Cos(angle), each[i] * Math.Sin(angle));
            }

            AddNoise(place, noise, random);
        });
    }

    private static PointCloud Generate(int points, int dimension, Action<double[]> fill)
    {
        var values = new double[points * dimension];
        var place = new double[dimension];
        for (var i = 0; i < points; i++)
        {
            fill(place);
            place.CopyTo(values.AsSpan(i * dimension));
        }

        return new(points, dimension, values);
    }

    private static void FillGaussian(Span<double> place, RandomStream random)
    {
        foreach (ref var entry in place)
        {
            entry = random.NextGaussian();
        }
    }

    private static void AddNoise(Span<double> place, double noise, RandomStream random)
    {
        foreach (ref var entry in place)
        {
            entry += noise * random.NextGaussian();
        }
    }
}
