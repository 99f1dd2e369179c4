using Noether.Data;
using Noether.Generators;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Generators;

/// <summary>Lie-PCA where neighbourhoods are so wide that few of them are independent, Eq. (G14), and where coordinates are known from the points alone, Eq. (G19).</summary>
public static class FewNeighbourhoodsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public static void A_sphere_without_noise_keeps_all_its_rotations(ulong seed) =>
        Assert.Equal(6, Estimate(SyntheticOrbits.Sphere(1000, 4, 1, 0, new(seed)), whiten: false).Count);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public static void Whitening_takes_an_ellipse_for_a_circle_within_its_own_error(ulong seed)
    {
        var ellipse = Estimate(SyntheticOrbits.Sphere(1000, 2, 1, 0.02, new(seed)).MappedBy(Matrix.FromRows([1, 0], [0, 3])), whiten: true);

        Assert.Equal(1, ellipse.Count);
        Assert.InRange(Spans.Sine(ellipse.Generators, [Matrix.FromRows([0, -1 / 3.0], [3, 0])]), 0, 0.05);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public static void A_curve_with_three_lobes_is_no_circle_even_whitened(ulong seed) =>
        Assert.Equal(0, Estimate(Lobes(seed), whiten: true).Count);

    private static GeneratorEstimate Estimate(PointCloud points, bool whiten) =>
        GeneratorEstimate.FromOrbits([points], new LiePcaOptions { Whiten = whiten }, new(1), Execution.Default);

    private static PointCloud Lobes(ulong seed)
    {
        var random = new Seed(seed).Stream();
        return new(1000, 2, [.. Enumerable.Range(0, 1000).SelectMany(_ =>
        {
            var t = random.NextUniform(0, 2 * Math.PI);
            var radius = 1 + (0.1 * Math.Cos(3 * t)) + (0.02 * random.NextGaussian());
            return new[] { radius * Math.Cos(t), 3 * radius * Math.Sin(t) };
        })]);
    }
}
