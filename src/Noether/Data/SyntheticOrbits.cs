using System.Numerics.Tensors;
using Noether.Numerics;
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
    internal static PointCloud Circle(int points, CircleInSpace circle, double noise, Seed seed)
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

    /// <summary>Points (g v_1, g v_2, ...) on the orbit of a group that moves several vectors together, with normal noise in every direction.</summary>
    /// <param name="points">Number of points, 0 or more.</param>
    /// <param name="vectors">The vectors v_1, v_2, ..., at least one. Shape [fields][d].</param>
    /// <param name="element">Draws the matrix of a group element, shape [d, d].</param>
    /// <param name="noise">Standard deviation of the noise, 0 or more; in the units of the vectors.</param>
    /// <param name="seed">Where the points come from.</param>
    public static PointCloud OfGroup(int points, ImmutableArray<double[]> vectors, Func<RandomStream, Matrix> element, double noise, Seed seed)
    {
        var random = seed.Stream();
        var d = vectors[0].Length;
        return Generate(points, vectors.Length * d, place =>
        {
            var g = element(random);
            for (var field = 0; field < vectors.Length; field++)
            {
                g.Apply(vectors[field], place.AsSpan(field * d, d));
            }

            AddNoise(place, noise, random);
        });
    }

    /// <summary>Vectors of length 1 in independent random directions. Shape [count][d].</summary>
    /// <param name="count">How many, 0 or more.</param>
    /// <param name="dimension">Their length d, at least 1.</param>
    /// <param name="seed">Where they come from.</param>
    public static ImmutableArray<double[]> UnitVectors(int count, int dimension, Seed seed)
    {
        var random = seed.Stream();
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var vector = new double[dimension];
            FillGaussian(vector, random);
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<double>(vector), vector);
            return vector;
        })];
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
