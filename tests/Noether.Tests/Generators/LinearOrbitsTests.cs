using Noether.Data;
using Noether.Functions;
using Noether.Generators;
using Noether.Numerics;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Tests.Generators;

/// <summary>Orbits of groups that are not rotations: their tangent spaces give the generators among all matrices, and none among rotations.</summary>
public static class LinearOrbitsTests
{
    private static readonly LiePcaOptions AllMatrices = new() { Space = GeneratorSpace.Linear };

    public static TheoryData<string> Kinds => ["ellipse", "hyperbola", "spiral", "hyperboloid"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public static void The_generators_are_found_among_all_matrices(string orbit)
    {
        var truth = Generators(orbit);
        var estimate = GeneratorEstimate.FromOrbits(Orbits(orbit), AllMatrices, new(1), Execution.Default);

        Assert.Equal(truth.Length, estimate.Count);
        Assert.InRange(Spans.Sine(estimate.Generators, truth), 0, 0.03);
        Assert.Equal(SymmetryVerdict.Symmetric, Verdict(orbit, estimate));
        ImmutableArray<Matrix> growing = [.. estimate.Generators.Select(generator => generator + (0.3 * Matrix.Identity(generator.Rows)))];
        Assert.Equal(
            orbit == "spiral" ? SymmetryVerdict.CannotTell : SymmetryVerdict.None, // arcs that end leave wide bounds
            Verdict(orbit, estimate with { Generators = growing }));
    }

    [Fact]
    public static void The_point_that_boosts_leave_fixed_is_found_wherever_it_is()
    {
        var orbits = Orbits("hyperbola").Select(orbit => new PointCloud(orbit.Count, 2, [.. orbit.Values.ToArray().Select((x, i) => x + (i % 2 == 0 ? 5 : -3))])).ToArray();

        var estimate = GeneratorEstimate.FromOrbits(orbits, AllMatrices, new(1), Execution.Default);

        Assert.Equal(5, estimate.Centre[0], 0.01);
        Assert.Equal(-3, estimate.Centre[1], 0.01);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public static void Rotations_do_not_keep_them(string orbit)
    {
        var estimate = GeneratorEstimate.FromOrbits(Orbits(orbit), LiePcaOptions.Default, new(1), Execution.Default);

        // The rotation about its axis is the only one that keeps a hyperboloid.
        Assert.Equal(orbit == "hyperboloid" ? 1 : 0, estimate.Count);
    }

    [Theory]
    [InlineData("fourth powers")]
    [InlineData("random points")]
    public static void What_no_linear_map_keeps_has_no_generators(string set) =>
        Assert.Equal(0, GeneratorEstimate.FromOrbits(Orbits(set), AllMatrices, new(1), Execution.Default).Count);

    private static SymmetryVerdict Verdict(string orbit, GeneratorEstimate estimate) =>
        OrbitSymmetry.Among(Answer(orbit), [estimate], [.. Orbits(orbit)], new(), new(1), Execution.Default).Proposals[0].Verdict;

    private static FoundSymmetry Answer(string orbit)
    {
        var clouds = Orbits(orbit).ToArray();
        var points = new PointCloud(clouds.Sum(cloud => cloud.Count), clouds[0].Dimension, [.. clouds.SelectMany(cloud => cloud.Values.ToArray())]);
        var labels = Labels.FromNames("orbit", [.. clouds.SelectMany((cloud, number) => Enumerable.Repeat($"{number}", cloud.Count))]);
        return SymmetryFinder.Find(new PointSets(new LabelledPoints(points, labels)), new(), new(1), Execution.Default);
    }

    private static Matrix[] Generators(string orbit) => orbit switch
    {
        "ellipse" => [Matrix.FromRows([0, -2], [0.5, 0])],
        "hyperbola" => [Matrix.FromRows([0, 1], [1, 0])],
        "spiral" => [Matrix.FromRows([0.3, -1], [1, 0.3])],
        _ => [Spans.Rotation(3, 0, 1), Matrix.FromRows([0, 0, 1], [0, 0, 0], [1, 0, 0]), Matrix.FromRows([0, 0, 0], [0, 0, 1], [0, 1, 0])],
    };

    private static PointCloud[] Orbits(string set)
    {
        var stream = new Seed(3).Stream();
        return [.. new[] { 0.7, 1.3 }.Select(size =>
        {
            double[] values = [.. Enumerable.Range(0, 1000).SelectMany(_ => Point(set, stream)).Select(x => size * x)];
            return new PointCloud(1000, values.Length / 1000, values);
        })];
    }

    private static double[] Point(string set, RandomStream stream)
    {
        var (t, angle) = (stream.NextUniform(-1.5, 1.5), stream.NextUniform(0, 2 * Math.PI));
        return set switch
        {
            "ellipse" => [2 * Math.Cos(angle), Math.Sin(angle)],
            "hyperbola" => [Math.Cosh(t), Math.Sinh(t)],
            "spiral" => [Math.Exp(0.3 * t) * Math.Cos(t), Math.Exp(0.3 * t) * Math.Sin(t)],
            "hyperboloid" => [Math.Sinh(t) * Math.Cos(angle), Math.Sinh(t) * Math.Sin(angle), Math.Cosh(t)],
            "fourth powers" => [Root(Math.Cos(angle)), Root(Math.Sin(angle))],
            _ => [stream.NextGaussian(), stream.NextGaussian()],
        };
    }

    private static double Root(double x) => Math.Sign(x) * Math.Sqrt(Math.Abs(x));
}
