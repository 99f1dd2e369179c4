using Noether.Data;
using Noether.Generators;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Generators;

public static class HyperplaneEstimateTests
{
    private static readonly CircleInSpace Tilted = new([1, -2, 0.5], [1, 2, 2], 1.5, 0.3);

    [Theory]
    [InlineData(2, 200, 0.05, 0.03)]
    [InlineData(3, 600, 0.05, 0.03)]
    [InlineData(4, 1000, 0.05, 0.07)]
    public static void A_sphere_gives_all_rotations(int dimension, int points, double noise, double sine)
    {
        var orbit = SyntheticOrbits.Sphere(points, dimension, radius: 2, noise, new(3));
        var estimate = GeneratorEstimate.FromOrbit(orbit, HyperplaneOptions.Default, new(1), Execution.Default);

        Assert.Equal(dimension * (dimension - 1) / 2, estimate.Count);
        Assert.InRange(Spans.Sine(estimate.Generators, Spans.Rotations(dimension)), 0, sine);
        Assert.All(estimate.Generators, generator => Assert.Equal(Math.Sqrt(2), generator.Norm, 1e-9));
        Assert.InRange(estimate.CountStability, 0.99, 1);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(100)]
    [InlineData(700)]
    public static void Circles_about_a_tilted_axis_give_the_rotation_about_it(int points)
    {
        var orbits = Enumerable.Range(0, 5)
            .Select(i => new CircleInSpace(Tilted.Centre, Tilted.Axis, 0.5 + (0.4 * i), (i % 3) - 1))
            .Select((circle, i) => SyntheticOrbits.Circle(points, circle, 0.01 * circle.Radius, new Seed(5).For(i)))
            .ToArray();
        var estimate = GeneratorEstimate.FromOrbits(orbits, HyperplaneOptions.Default, new(1), Execution.Default);

        Assert.Equal(1, estimate.Count);
        Assert.InRange(Spans.Sine(estimate.Generators, [Tilted.Generator]), 0, 0.03);
        Assert.InRange(DistanceFromAxis(estimate.Centre), 0, 0.02);
    }

    [Fact]
    public static void An_arc_gives_the_centre_of_its_circle_not_of_its_points()
    {
        var whole = SyntheticOrbits.Sphere(2000, 2, radius: 1, noise: 0.005, new(9));
        var arc = whole.Select([.. Enumerable.Range(0, whole.Count).Where(i => whole[i, 0] > 0.3)]);
        var estimate = GeneratorEstimate.FromOrbit(arc, HyperplaneOptions.Default, new(1), Execution.Default);

        Assert.Equal(1, estimate.Count);
        Assert.All(estimate.Centre, coordinate => Assert.InRange(coordinate, -0.01, 0.01));
    }

    [Fact]
    public static void Generators_turn_with_the_data()
    {
        var turn = MatrixExponential.Of(Matrix.FromRows([0, -0.7, 0.2], [0.7, 0, 0.5], [-0.2, -0.5, 0]));
        var orbit = SyntheticOrbits.Circle(300, Tilted, 0.01, new(5));
        var plain = GeneratorEstimate.FromOrbit(orbit, HyperplaneOptions.Default, new(1), Execution.Default);
        var turned = GeneratorEstimate.FromOrbit(orbit.MappedBy(turn), HyperplaneOptions.Default, new(1), Execution.Default);

        Assert.InRange(Spans.Sine(turned.Generators, [turn * plain.Generators[0] * turn.Transposed]), 0, 1e-3);
    }

    [Fact]
    public static void The_same_bits_at_any_number_of_threads()
    {
        var orbit = SyntheticOrbits.Sphere(400, 3, 1, 0.02, new(3));
        var one = GeneratorEstimate.FromOrbit(orbit, HyperplaneOptions.Default, new(1), new() { Threads = 1 });
        var three = GeneratorEstimate.FromOrbit(orbit, HyperplaneOptions.Default, new(1), new() { Threads = 3 });

        Assert.Equal(one.Spectrum, three.Spectrum);
        Assert.Equal(one.Generators, three.Generators);
    }

    [Fact]
    public static void Points_on_a_line_have_no_generator()
    {
        var random = new Seed(4).Stream();
        var line = new PointCloud(200, 3, [.. Enumerable.Range(0, 200).SelectMany(_ =>
        {
            var t = random.NextDouble();
            return new[] { t + (0.01 * random.NextGaussian()), (2 * t) + (0.01 * random.NextGaussian()), 0.01 * random.NextGaussian() };
        })]);
        var estimate = GeneratorEstimate.FromOrbit(line, HyperplaneOptions.Default, new(1), Execution.Default);

        Assert.Equal(0, estimate.Count);
        Assert.Contains(estimate.Findings, finding => finding.Id == "GEN001");
    }

    [Fact]
    public static void Too_few_points_give_no_guess_but_the_number_needed()
    {
        var estimate = GeneratorEstimate.FromOrbit(SyntheticOrbits.Sphere(12, 4, 1, 0.01, new(3)), HyperplaneOptions.Default, new(1), Execution.Default);

        Assert.Equal(GeneratorSupport.CannotTell, estimate.Support);
        Assert.Equal(0, estimate.Count);
        Assert.InRange(estimate.PointsNeeded!.Value, 13, 2000);
    }

    [Fact]
    public static void An_orbit_about_another_centre_is_named()
    {
        var orbits = Enumerable.Range(0, 5).Select(i => SyntheticOrbits.Sphere(200, 2, 1 + i, 0.005, new Seed(7).For(i))).ToList();
        orbits[2] = orbits[2].RelativeTo([0.5, 0]);
        var estimate = GeneratorEstimate.FromOrbits(orbits, HyperplaneOptions.Default, new(1), Execution.Default);

        Assert.Contains(estimate.Findings, finding => finding.Id == "GEN003" && finding.Message.Contains("orbits 2 (", StringComparison.Ordinal));
        Assert.All(estimate.Centre, coordinate => Assert.InRange(coordinate, -0.01, 0.01));
    }

    [Fact]
    public static void Orbits_in_different_spaces_are_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => GeneratorEstimate.FromOrbits(
            [SyntheticOrbits.Sphere(20, 2, 1, 0, new(1)), SyntheticOrbits.Sphere(20, 3, 1, 0, new(1))], HyperplaneOptions.Default, new(1), Execution.Default));

        Assert.Contains("orbit 1 lies in R^3", exception.Message, StringComparison.Ordinal);
    }

    private static double DistanceFromAxis(ImmutableArray<double> point)
    {
        var difference = point.Zip(Tilted.Centre, (a, b) => a - b).ToArray();
        var along = difference.Zip(Tilted.Axis, (a, b) => a * b).Sum();
        return Math.Sqrt(difference.Sum(x => x * x) - (along * along));
    }
}
