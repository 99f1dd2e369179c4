using Noether.Data;
using Noether.Generators;
using Noether.Generators.Invariants;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Generators;

public static class QuadraticInvariantsTests
{
    private static readonly FieldLayout Fields = new(2, 1) { Complex = ComplexLayout.Pairs };

    [Theory]
    [InlineData(SuperpotentialSampling.Box, 2, "gl(2,C)", "so(4,C)")]
    [InlineData(SuperpotentialSampling.UnitSpheres, 4, "su(2)+u(1)", "su(2)+u(1)")]
    public static void Thick_and_sparse_orbits_of_two_fields_give_the_algebra_that_keeps_their_product(SuperpotentialSampling sampling, int invariants, string tied, string free)
    {
        var orbits = ValuesOfTheProduct(sampling);

        Assert.Equal(invariants, QuadraticInvariants.Find(orbits, Execution.Default).Functions.Length);
        Assert.Equal(tied, NameOf(orbits, new() { Space = GeneratorSpace.Linear, Fields = Fields }));
        Assert.Equal(free, NameOf(orbits, new() { Space = GeneratorSpace.Linear }));
    }

    [Fact]
    public static void Points_dealt_to_orbits_at_random_have_no_invariants_and_no_generators()
    {
        var orbits = ValuesOfTheProduct(SuperpotentialSampling.Box);
        var points = orbits.SelectMany(orbit => Enumerable.Range(0, orbit.Count).Select(i => orbit.Row(i).ToArray())).ToArray();
        new Seed(6).Stream().Shuffle<double[]>(points);
        var dealt = points.Chunk(points.Length / orbits.Length).Select(Cloud).ToArray();

        Assert.Empty(QuadraticInvariants.Find(dealt, Execution.Default).Functions);
        var estimate = GeneratorEstimate.FromInvariants(dealt, new() { Space = GeneratorSpace.Linear, Fields = Fields }, Execution.Default);
        Assert.Equal(0, estimate.Count);
        Assert.Contains(estimate.Findings, finding => finding.Id == "GEN020");
    }

    [Fact]
    public static void Circles_about_a_place_give_a_rotation_about_it()
    {
        var orbits = Curves(Circle, [0.5, 0.8, 1.2, 1.5], [3, -2]);

        var estimate = GeneratorEstimate.FromInvariants(orbits, new(), Execution.Default);

        Assert.InRange(GeneratorAgreement.Sine(estimate.Generators, [Matrix.FromRows([0, -1], [1, 0])]), 0, 1e-6);
        Assert.InRange(Math.Abs(estimate.Centre[0] - 3) + Math.Abs(estimate.Centre[1] + 2), 0, 0.02);
    }

    [Fact]
    public static void Hyperbolas_give_a_boost_among_all_matrices()
    {
        var orbits = Curves(t => [Math.Cosh((t - 3) / 3), Math.Sinh((t - 3) / 3)], [0.5, 0.8, 1.2, 1.5], [0, 0]);

        var estimate = GeneratorEstimate.FromInvariants(orbits, new() { Space = GeneratorSpace.Linear }, Execution.Default);

        Assert.Equal(1, estimate.Count);
        Assert.InRange(GeneratorAgreement.Sine(estimate.Generators, [Matrix.FromRows([0, 1], [1, 0])]), 0, 0.02);
    }

    [Fact]
    public static void Two_orbits_found_as_one_are_left_out_and_an_orbit_that_is_merely_thick_is_not()
    {
        double[] sizes = [0.5, 0.7, 0.9, 1.1, 1.3, 1.5];
        var thin = Curves(Circle, sizes, [0, 0], thickness: 0.003);
        var thick = Curves(Circle, [1], [0, 0], thickness: 0.03);
        var joined = Cloud([.. new[] { thin[1], thin[3] }.SelectMany(orbit => Enumerable.Range(0, orbit.Count).Select(i => orbit.Row(i).ToArray()))]);

        Assert.Empty(QuadraticInvariants.Find([.. thin, .. thick], Execution.Default).LeftOut);
        Assert.Equal([thin.Length], QuadraticInvariants.Find([.. thin, joined], Execution.Default).LeftOut);
        var estimate = GeneratorEstimate.FromInvariants([.. thin, joined], new(), Execution.Default);
        Assert.Contains(estimate.Findings, finding => finding.Id == "GEN024");
    }

    [Fact]
    public static void Too_few_points_cannot_tell_and_too_many_coordinates_are_named()
    {
        var few = GeneratorEstimate.FromInvariants([Random(20, 8)], new(), Execution.Default);
        var wide = GeneratorEstimate.FromInvariants([Random(200, QuadraticInvariants.MostCoordinates + 1)], new(), Execution.Default);

        Assert.Equal(GeneratorSupport.CannotTell, few.Support);
        Assert.Contains(few.Findings, finding => finding.Id == "GEN021");
        Assert.Contains(wide.Findings, finding => finding.Id == "GEN022");
    }

    [Fact]
    public static void The_invariants_do_not_depend_on_the_number_of_threads()
    {
        var orbits = Curves(Circle, [0.5, 0.8, 1.2], [1, 1]);

        Assert.Equal(
            QuadraticInvariants.Find(orbits, Execution.Default with { Threads = 1 }).Functions,
            QuadraticInvariants.Find(orbits, Execution.Default with { Threads = 3 }).Functions);
    }

    private static string NameOf(IReadOnlyList<PointCloud> orbits, LiePcaOptions options)
    {
        var estimate = GeneratorEstimate.FromInvariants(orbits, options, Execution.Default);
        var algebra = AlgebraIdentification.Identify(estimate.Generators, new() { StandardErrors = estimate.StandardErrors }, new(1), Execution.Default);
        return algebra is AlgebraIdentification.Unique(var unique) ? unique.Name : algebra.Verdict;
    }

    /// <summary>Samples with nearly one value of p each, without a network.</summary>
    private static PointCloud[] ValuesOfTheProduct(SuperpotentialSampling sampling)
    {
        var samples = new Superpotential { Sampling = sampling, Coefficients = [1], SamplesPerCell = 40, Windows = new(-0.6, 0.6, 0.2, 0.02), MaximumDraws = 3_000_000 }.Sample(new(2), Execution.Default);
        return [.. samples.Cells.Members().Select(members => samples.Points.Select(members.AsSpan()))];
    }

    private static double[] Circle(double angle) => [Math.Cos(angle), Math.Sin(angle)];

    private static PointCloud[] Curves(Func<double, double[]> curve, double[] sizes, double[] centre, double thickness = 0.02)
    {
        var random = new Seed(9).Stream();
        return [.. sizes.Select(size => Cloud([.. Enumerable.Range(0, 200).Select(_ =>
        {
            var (place, thick) = (curve(random.NextUniform(0, 2 * Math.PI)), size + (thickness * random.NextGaussian()));
            return new[] { centre[0] + (thick * place[0]), centre[1] + (thick * place[1]) };
        })]))];
    }

    private static PointCloud Random(int count, int dimension)
    {
        var random = new Seed(4).Stream();
        return new(count, dimension, [.. Enumerable.Range(0, count * dimension).Select(_ => random.NextGaussian())]);
    }

    private static PointCloud Cloud(double[][] points) => new(points.Length, points[0].Length, [.. points.SelectMany(point => point)]);
}
