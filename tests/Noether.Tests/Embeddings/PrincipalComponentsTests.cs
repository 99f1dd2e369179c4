using Noether.Data;
using Noether.Embeddings;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Embeddings;

public static class PrincipalComponentsTests
{
    [Fact]
    public static void A_stretched_cloud_gives_its_axes_and_deviations()
    {
        var stream = new Seed(5).Stream();
        var values = new double[3 * 40_000];
        for (var i = 0; i < 40_000; i++)
        {
            var (a, b) = (5 * stream.NextGaussian(), 2 * stream.NextGaussian());
            (values[3 * i], values[(3 * i) + 1], values[(3 * i) + 2]) = (1 + (0.6 * a) - (0.8 * b), 2 + (0.8 * a) + (0.6 * b), 3);
        }

        var components = PrincipalComponents.Find(new PointCloud(40_000, 3, values), new() { Count = 3 }, Execution.Default);

        // A deviation estimated from n points is right to 1 / sqrt(2n), here .0035; five of these are allowed.
        Assert.Equal(5, components.StandardDeviations[0], 5 * 0.0035 * 5);
        Assert.Equal(2, components.StandardDeviations[1], 5 * 0.0035 * 2);
        Assert.Equal(0, components.StandardDeviations[2], 1e-6);
        Assert.Equal(1, Math.Abs((0.6 * components.Directions[0, 0]) + (0.8 * components.Directions[0, 1])), 1e-3);
        Assert.Equal([1, 2, 3], components.Mean.Select(x => Math.Round(x, 0)));
        Assert.Equal(1, components.VarianceShares.Sum(), 1e-12);
    }

    [Fact]
    public static void Directions_are_those_of_the_covariance_by_its_formula_at_any_thread_count()
    {
        var cloud = Gaussian(700, 30);
        var mean = cloud.Mean();
        var covariance = Matrix.Generate(30, 30, (i, j) => Enumerable.Range(0, 700).Sum(p => (cloud[p, i] - mean[i]) * (cloud[p, j] - mean[j])) / 699);
        var eigen = SymmetricEigen.Of(covariance);

        var components = PrincipalComponents.Find(cloud, new() { Count = 4 }, new Execution { Threads = 3 });

        for (var k = 0; k < 4; k++)
        {
            Assert.Equal(Math.Sqrt(eigen.Values[29 - k]), components.StandardDeviations[k], 1e-10);
            Assert.All(Enumerable.Range(0, 30), i => Assert.Equal(eigen.Vectors[29 - k, i], components.Directions[k, i], 1e-8));
        }

        Assert.Equal(components, PrincipalComponents.Find(cloud, new() { Count = 4 }, new Execution { Threads = 1 }));
        Assert.NotEqual(components, PrincipalComponents.Find(cloud, new() { Count = 3 }, new Execution { Threads = 1 }));
    }

    [Fact]
    public static void Fewer_points_than_coordinates_give_the_same_components_by_the_smaller_matrix_at_any_thread_count()
    {
        var cloud = Gaussian(40, 90);
        var mean = cloud.Mean();
        var eigen = SymmetricEigen.Of(Matrix.Generate(90, 90, (i, j) => Enumerable.Range(0, 40).Sum(p => (cloud[p, i] - mean[i]) * (cloud[p, j] - mean[j])) / 39));

        var components = PrincipalComponents.Find(cloud, new() { Count = 39 }, new Execution { Threads = 3 });

        for (var k = 0; k < 39; k++)
        {
            Assert.Equal(Math.Sqrt(eigen.Values[89 - k]), components.StandardDeviations[k], 1e-9);
            Assert.All(Enumerable.Range(0, 90), i => Assert.Equal(eigen.Vectors[89 - k, i], components.Directions[k, i], 1e-8));
        }

        Assert.Equal(eigen.Values.Sum(), components.TotalVariance, 1e-6);
        Assert.Equal(components, PrincipalComponents.Find(cloud, new() { Count = 39 }, new Execution { Threads = 1 }));
    }

    [Theory]
    [InlineData(6, 9)]
    [InlineData(1, 4)]
    public static void Directions_beyond_those_in_which_few_points_vary_are_orthonormal_too(int count, int dimension)
    {
        var distinct = Gaussian((count + 1) / 2, dimension); // each point twice: the variance ends before n - 1 directions
        var cloud = distinct.Select([.. Enumerable.Range(0, count).Select(i => i / 2)]);

        var components = PrincipalComponents.Find(cloud, new() { Count = dimension }, Execution.Default);

        var products = components.Directions * components.Directions.Transposed;
        Assert.True(products.Equals(Matrix.Identity(dimension), Tolerance.Rounding));
        Assert.All(components.StandardDeviations.Skip(distinct.Count - 1), deviation => Assert.Equal(0, deviation, 1e-6));
        Assert.All(components.StandardDeviations.Take(distinct.Count - 1), deviation => Assert.InRange(deviation, 0.1, 100));
    }

    [Fact]
    public static void Pictures_of_many_pixels_cost_the_square_of_their_number_only()
    {
        var cloud = Gaussian(12, 50_000); // a covariance matrix would have 2.5 thousand million entries

        var components = PrincipalComponents.Find(cloud, new() { Count = 3 }, Execution.Default);
        var variances = components.Transform(cloud, Execution.Default);

        for (var k = 0; k < 3; k++)
        {
            var deviation = Math.Sqrt(Enumerable.Range(0, 12).Sum(i => variances[i, k] * variances[i, k]) / 11);
            Assert.Equal(1, deviation / components.StandardDeviations[k], 1e-9);
        }
    }

    [Fact]
    public static void Too_many_points_of_too_many_coordinates_are_refused_with_the_limit()
    {
        const int side = PrincipalComponents.LargestSide + 1;
        var many = new SingleMatrix(side, side, new float[side * side]);

        var refused = Assert.Throws<ArgumentException>(() => PrincipalComponents.Find(many, new(), Execution.Default));

        Assert.Contains("4096", refused.Message, StringComparison.Ordinal);
        Assert.Contains("4097", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void Coordinates_are_uncorrelated_and_whitened_ones_have_variance_one()
    {
        var cloud = Gaussian(900, 12);
        var components = PrincipalComponents.Find(cloud, new() { Count = 5 }, Execution.Default);

        var again = PrincipalComponents.Find(components.Whiten(cloud, Execution.Default), new() { Count = 5 }, Execution.Default);

        Assert.All(again.StandardDeviations, deviation => Assert.Equal(1, deviation, 1e-9));
        Assert.All(again.Mean, mean => Assert.Equal(0, mean, 1e-9));
    }

    [Fact]
    public static void The_whitening_map_is_the_whitening_but_for_directions_below_the_least_deviation()
    {
        var cloud = Gaussian(300, 6);
        var components = PrincipalComponents.Find(cloud, new() { Count = 6 }, Execution.Default);
        var least = (components.StandardDeviations[2] + components.StandardDeviations[3]) / 2;
        var (map, whitened) = (components.WhiteningMap(least), components.Whiten(cloud, Execution.Default));

        for (var k = 0; k < 6; k++)
        {
            var factor = Math.Min(1, components.StandardDeviations[k] / least);
            Assert.Equal(k < 3, factor == 1);
            Assert.All(Enumerable.Range(0, 300), p => Assert.Equal(whitened[p, k] * factor, Enumerable.Range(0, 6).Sum(i => (cloud[p, i] - components.Mean[i]) * map[i, k]), 1e-9));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => components.WhiteningMap(0));
    }

    [Fact]
    public static void With_all_directions_the_inverse_maps_return_the_points()
    {
        var cloud = Gaussian(60, 7);
        var components = PrincipalComponents.Find(cloud, new() { Count = 7 }, Execution.Default);

        var returned = components.Inverse(components.Transform(cloud, Execution.Default), Execution.Default);
        var unwhitened = components.InverseOfWhitened(components.Whiten(cloud, Execution.Default), Execution.Default);

        Assert.All(Enumerable.Range(0, 420), i => Assert.Equal(cloud.Values[i], returned.Values[i], 1e-10));
        Assert.All(Enumerable.Range(0, 420), i => Assert.Equal(cloud.Values[i], unwhitened.Values[i], 1e-10));
    }

    [Fact]
    public static void Both_precisions_agree()
    {
        var cloud = Gaussian(200, 9);
        var (wide, narrow) = (PrincipalComponents.Find(cloud, new(), Execution.Default), PrincipalComponents.Find(cloud.ToSingle(), new(), Execution.Default));

        Assert.True(wide.Directions.Equals(narrow.Directions, Tolerance.SinglePrecision));
        var (coordinates, single) = (wide.Transform(cloud, Execution.Default), narrow.Transform(cloud.ToSingle(), Execution.Default));
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(coordinates[i, 1], single[i, 1], 1e-4));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(200)]
    public static void Points_on_a_line_have_one_deviation_and_whiten_to_zero_beside_it(int count)
    {
        var line = new PointCloud(count, 3, [.. Enumerable.Range(0, count).SelectMany(i => new[] { 0.1 + (0.3 * i), 7 - (1.7 * i), 1e5 + (0.7 * i) })]);

        var components = PrincipalComponents.Find(line, new() { Count = 3 }, Execution.Default);

        Assert.True(components.StandardDeviations[0] > 0);
        Assert.Equal([0, 0], components.StandardDeviations[1..]);
        var whitened = components.Whiten(line, Execution.Default);
        Assert.All(Enumerable.Range(0, count), i => Assert.Equal(0, whitened[i, 1]));
        Assert.All(Enumerable.Range(0, count), i => Assert.Equal(0, whitened[i, 2]));
    }

    [Fact]
    public static void Points_without_variance_whiten_to_zero_and_never_to_nan()
    {
        var cloud = new PointCloud(20, 3, [.. Enumerable.Repeat(4.0, 60)]);
        var components = PrincipalComponents.Find(cloud, new(), Execution.Default);

        Assert.Equal([0, 0], components.StandardDeviations);
        Assert.Equal([0, 0], components.VarianceShares);
        Assert.All(components.Whiten(cloud, Execution.Default).Values.ToArray(), x => Assert.Equal(0, x));
        Assert.Equal(0, PrincipalComponents.Find(new PointCloud(1, 2, [1, 2]), new(), Execution.Default).TotalVariance);
    }

    [Fact]
    public static void More_components_than_coordinates_and_other_dimensions_are_refused()
    {
        var cloud = Gaussian(10, 3);
        var components = PrincipalComponents.Find(cloud, new(), Execution.Default);

        Assert.Contains("R^3", Assert.Throws<ArgumentException>(() => PrincipalComponents.Find(cloud, new() { Count = 4 }, Execution.Default)).Message);
        Assert.Throws<ArgumentException>(() => PrincipalComponents.Find(new PointCloud(0, 3, []), new(), Execution.Default));
        Assert.Contains("R^4", Assert.Throws<ArgumentException>(() => components.Transform(Gaussian(2, 4), Execution.Default)).Message);
        Assert.Throws<ArgumentException>(() => components.Inverse(cloud, Execution.Default));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public static void A_point_that_is_not_finite_is_named(float value)
    {
        var broken = new SingleMatrix(3, 2, [1, 2, 3, value, 5, 6]);
        var components = PrincipalComponents.Find(Gaussian(10, 2), new(), Execution.Default);

        Assert.All<Action>(
            [
                () => PrincipalComponents.Find(broken, new(), Execution.Default),
                () => components.Transform(broken, Execution.Default),
                () => components.Whiten(broken, Execution.Default),
            ],
            use => Assert.Contains($"point 1 has {value} in coordinate 1", Assert.Throws<ArgumentException>(use).Message, StringComparison.Ordinal));
    }

    [Fact]
    public static void An_image_too_large_for_single_precision_is_refused_and_not_infinite()
    {
        var far = new SingleMatrix(2, 2, [3e38f, 3e38f, -3e38f, -3e38f]);
        var components = PrincipalComponents.Find(far, new(), Execution.Default);

        var refused = Assert.Throws<ArgumentException>(() => components.Transform(far, Execution.Default));

        Assert.Contains("point 0 would be 4.24E+38", refused.Message, StringComparison.Ordinal);
        Assert.Equal(4.24e38, Math.Abs(components.TransformInDouble(far, Execution.Default)[1, 0]), 0.01e38);
        Assert.All(components.Whiten(far, Execution.Default).Entries.ToArray(), x => Assert.True(float.IsFinite(x)));
    }

    private static PointCloud Gaussian(int count, int dimension)
    {
        var stream = new Seed(9).Stream();
        return new(count, dimension, [.. Enumerable.Range(0, count * dimension).Select(i => (1 + (i % dimension)) * stream.NextGaussian())]);
    }
}
