using Noether.Data;
using Noether.Functions;
using Noether.Runs;
using Noether.Tests.Verification;

namespace Noether.Tests.Functions;

public static class PointSetLearnerTests
{
    private static readonly ulong[] Seeds = [1, 2, 3];

    [Fact]
    public static void The_polynomial_of_an_exact_ellipse_is_its_equation()
    {
        var points = Ring(200, 2, 1, 0, 1);
        var basis = new PolynomialBasis([2, 1], 2);
        var solved = LevelSets.Solve(points, [[.. Enumerable.Range(0, 200)]], basis)!;
        var (values, gradients, normal) = (new double[basis.Count], new double[basis.Count * 2], new double[2]);

        Assert.InRange(solved.Distances[0], 0, 1e-14);
        Assert.InRange(solved.Distances[1], 1e-3, 1);
        Assert.All(Enumerable.Range(0, 200), i =>
        {
            basis.ValuesAndGradients(points.Row(i), values, gradients);
            Assert.Equal(0, LevelSets.Distance(solved.Coefficients.Row(0), solved.Levels[0, 0], values, gradients, normal), 1e-9);
            var (x, y) = (points[i, 0] / 4, points[i, 1]); // the gradient of x^2/4 + y^2, halved
            Assert.Equal(0, ((x * normal[1]) - (y * normal[0])) / Math.Sqrt((x * x) + (y * y)), 1e-7);
        });
    }

    [Fact]
    public static void The_distance_to_a_circle_is_how_far_a_point_lies_off_it_to_first_order()
    {
        var basis = new PolynomialBasis([1, 1], 2);
        var solved = LevelSets.Solve(Ring(100, 1, 1, 0, 1), [[.. Enumerable.Range(0, 100)]], basis)!;
        var (values, gradients, normal) = (new double[basis.Count], new double[basis.Count * 2], new double[2]);
        basis.ValuesAndGradients([0.606, 0.808], values, gradients);

        var distance = LevelSets.Distance(solved.Coefficients.Row(0), solved.Levels[0, 0], values, gradients, normal);

        Assert.Equal(0.01, Math.Abs(distance), 2e-4);
    }

    [Fact]
    public static void Concentric_circles_are_level_sets_of_one_polynomial()
    {
        var points = SymmetrySamples.Places(300, 1, random => OnRing(random.NextUniform(0, 2 * Math.PI), 1 + random.NextIndex(3)));
        var members = Enumerable.Range(1, 3).Select(k => Enumerable.Range(0, 300).Where(i => Math.Round(Radius(points, i)) == k).ToArray()).ToImmutableArray();
        var solved = LevelSets.Solve(points, members, new([3, 3], 2))!;

        Assert.InRange(solved.Distances[0], 0, 1e-14);
        Assert.Equal((9.0 - 1) / (4 - 1), (solved.Levels[0, 2] - solved.Levels[0, 0]) / (solved.Levels[0, 1] - solved.Levels[0, 0]), 1e-6);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    public static void A_noisy_ring_is_a_curve_whose_normals_are_those_of_the_ellipse(double a, double b) => Assert.All(Seeds, seed =>
    {
        var points = Ring(500, a, b, 0.01, seed);
        var learned = Learn(points, seed);

        Assert.Null(learned.Fit.Obstacle);
        Assert.Equal("polynomials of degree 2 that are constant on the points", learned.Fit.Method);
        Assert.InRange(learned.Fit.Unexplained, 0.005, 0.05);
        var jets = learned.AtSamples([.. Enumerable.Range(0, 500)], Execution.Default);
        Assert.Equal(8, jets.Length);
        var sines = jets.Select(jet => Enumerable.Range(0, 500).Average(i =>
        {
            var (x, y, u, v) = (points[i, 0] / (a * a), points[i, 1] / (b * b), jet.Jacobians[2 * i], jet.Jacobians[(2 * i) + 1]);
            return Math.Pow((x * v) - (y * u), 2) / (((x * x) + (y * y)) * ((u * u) + (v * v)));
        }));
        Assert.InRange(Math.Sqrt(sines.Max()), 0, 0.1);
    });

    [Fact]
    public static void The_mesh_of_a_torus_needs_degree_4()
    {
        double[] Vertex(int i)
        {
            var (u, v) = (2 * Math.PI * (i / 30) / 40, 2 * Math.PI * (i % 30) / 30);
            return [(2 + (0.7 * Math.Cos(v))) * Math.Cos(u), (2 + (0.7 * Math.Cos(v))) * Math.Sin(u), 0.7 * Math.Sin(v)];
        }

        var learned = Learn(new(1200, 3, [.. Enumerable.Range(0, 1200).SelectMany(Vertex)]), 1);

        Assert.Equal("polynomials of degree 4 that are constant on the points", learned.Fit.Method);
        Assert.InRange(learned.Fit.Unexplained, 0, 1e-4);
    }

    [Fact]
    public static void Clouds_have_no_surface()
    {
        Assert.All(Seeds, seed => Assert.Contains("no curve or surface", Learn(SymmetrySamples.Gaussian(600, 3, seed), seed).Fit.Obstacle, StringComparison.Ordinal));
        Assert.All(Seeds, seed => Assert.Contains("no curve or surface", Learn(SymmetrySamples.Box(600, 2, seed), seed).Fit.Obstacle, StringComparison.Ordinal));
        Assert.All(Seeds, seed => Assert.Contains("no curve or surface", Learn(SymmetrySamples.Box(600, 3, seed), seed).Fit.Obstacle, StringComparison.Ordinal));
        Assert.All(Seeds, seed => Assert.Contains("no curve or surface", Learn(Ball(2000, 4, seed), seed).Fit.Obstacle, StringComparison.Ordinal));
    }

    private static LearnedFunction Learn(PointCloud points, ulong seed) => SymmetrySamples.Set(points).Learn(SymmetrySamples.Identity(points.Dimension), new(seed), new() { Threads = 1 });

    private static PointCloud Ring(int count, double a, double b, double noise, ulong seed) => SymmetrySamples.Places(count, seed, random =>
    {
        var angle = random.NextUniform(0, 2 * Math.PI);
        return [(a * Math.Cos(angle)) + (noise * random.NextGaussian()), (b * Math.Sin(angle)) + (noise * random.NextGaussian())];
    });

    private static PointCloud Ball(int count, int dimension, ulong seed) => SymmetrySamples.Places(count, seed, random =>
    {
        double[] direction = [.. Enumerable.Range(0, dimension).Select(_ => random.NextGaussian())];
        var scale = Math.Pow(random.NextDouble(), 1.0 / dimension) / Math.Sqrt(SymmetryRules.Square(direction));
        return [.. direction.Select(x => scale * x)];
    });

    private static double[] OnRing(double angle, double radius) => [radius * Math.Cos(angle), radius * Math.Sin(angle)];

    private static double Radius(PointCloud points, int i) => Math.Sqrt((points[i, 0] * points[i, 0]) + (points[i, 1] * points[i, 1]));
}
