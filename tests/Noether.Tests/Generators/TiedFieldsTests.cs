using Noether.Data;
using Noether.Generators;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Generators;

public static class TiedFieldsTests
{
    [Fact]
    public static void Three_tied_fields_show_su2_by_both_methods()
    {
        var orbit = SyntheticOrbits.OfGroup(1500, SyntheticOrbits.UnitVectors(3, 4, new(5)), GroupElements.SpecialUnitary, 0.02, new(6));
        var plane = GeneratorEstimate.FromOrbit(orbit, new HyperplaneOptions { Fields = new(3) }, new(1), Execution.Default);
        var tangent = GeneratorEstimate.FromOrbits([orbit], new LiePcaOptions { Fields = new(3) }, new(1), Execution.Default);

        Assert.InRange(Spans.Sine(plane.Generators, GroupElements.SpecialUnitaryGenerators), 0, 0.05);
        Assert.InRange(Spans.Sine(tangent.Generators, GroupElements.SpecialUnitaryGenerators), 0, 0.05);
        Assert.InRange(GeneratorAgreement.Sine(plane.Generators, tangent.Generators), 0, 0.08);
    }

    [Fact]
    public static void One_field_of_the_same_group_fills_the_sphere_and_shows_so4()
    {
        var orbit = SyntheticOrbits.OfGroup(1500, SyntheticOrbits.UnitVectors(1, 4, new(5)), GroupElements.SpecialUnitary, 0.02, new(6));

        Assert.Equal(6, GeneratorEstimate.FromOrbit(orbit, HyperplaneOptions.Default, new(1), Execution.Default).Count);
        Assert.Equal(6, GeneratorEstimate.FromOrbits([orbit], LiePcaOptions.Default, new(1), Execution.Default).Count);
    }

    [Fact]
    public static void Two_tied_fields_on_one_orbit_have_a_fourth_generator()
    {
        var orbit = SyntheticOrbits.OfGroup(2000, SyntheticOrbits.UnitVectors(2, 4, new(5)), GroupElements.SpecialUnitary, 0.01, new(6));
        var estimate = GeneratorEstimate.FromOrbits([orbit], new LiePcaOptions { Fields = new(2) }, new(1), Execution.Default);

        Assert.Equal(4, estimate.Count);
        Assert.InRange(GeneratorAgreement.Sine(GroupElements.SpecialUnitaryGenerators, estimate.Generators), 0, 0.03);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public static void A_phase_that_turns_the_second_field_backwards_is_seen_when_that_field_is_called_conjugate(bool conjugate, int count)
    {
        var random = new Seed(3).Stream();
        var points = new PointCloud(600, 4, [.. Enumerable.Range(0, 600).SelectMany(_ =>
        {
            var t = random.NextUniform(0, 2 * Math.PI);
            return new[] { Math.Cos(t), Math.Sin(t), Math.Cos(1 - t), Math.Sin(1 - t) }.Select(x => x + (0.01 * random.NextGaussian()));
        })]);
        var fields = conjugate ? new FieldLayout(2, 1) { Complex = ComplexLayout.Pairs } : new FieldLayout(2);
        var tangent = GeneratorEstimate.FromOrbits([points], new LiePcaOptions { Fields = fields }, new(1), Execution.Default);

        Assert.Equal(count, tangent.Count);
        if (conjugate)
        {
            var plane = GeneratorEstimate.FromOrbit(points, new HyperplaneOptions { Fields = fields }, new(1), Execution.Default);
            Assert.InRange(Spans.Sine(plane.Generators, Spans.Rotations(2)), 0, 0.05);
            Assert.InRange(Spans.Sine(tangent.Generators, Spans.Rotations(2)), 0, 1e-6);
        }
    }

    [Fact]
    public static void Whitening_finds_the_rotation_behind_an_ellipse_and_maps_it_back()
    {
        var stretch = Matrix.FromRows([1, 0], [0.5, 3]);
        var ellipse = SyntheticOrbits.Sphere(1000, 2, 1, 0.03, new(2)).MappedBy(stretch);
        var truth = stretch * Spans.Rotation(2, 0, 1) * Matrix.FromRows([1, 0], [-0.5 / 3, 1 / 3.0]);
        var plane = GeneratorEstimate.FromOrbit(ellipse, new HyperplaneOptions { Whiten = true }, new(1), Execution.Default);
        var tangent = GeneratorEstimate.FromOrbits([ellipse], new LiePcaOptions { Whiten = true }, new(1), Execution.Default);

        Assert.InRange(Spans.Sine(plane.Generators, [truth]), 0, 0.03);
        Assert.InRange(Spans.Sine(tangent.Generators, [truth]), 0, 0.03);
        Assert.Equal(0, GeneratorEstimate.FromOrbits([ellipse], LiePcaOptions.Default, new(1), Execution.Default).Count);
    }

    [Theory]
    [InlineData(2, 300)]
    [InlineData(3, 600)]
    public static void Standard_errors_of_whitened_generators_are_about_how_far_they_are_off(int dimension, int points)
    {
        var stretch = Matrix.Generate(dimension, dimension, (i, j) => i == j ? 1 + (2 * i) : 0);
        var back = Matrix.Generate(dimension, dimension, (i, j) => i == j ? 1.0 / (1 + (2 * i)) : 0);
        var truth = Spans.Rotations(dimension).Select(rotation => stretch * rotation * back).ToArray();
        foreach (var hyperplane in new[] { false, true })
        {
            var ratios = Enumerable.Range(0, dimension == 2 ? 12 : 6).Select(seed =>
            {
                var cloud = SyntheticOrbits.Sphere(points, dimension, 1, 0.01, new((ulong)seed)).MappedBy(stretch);
                var found = hyperplane
                    ? GeneratorEstimate.FromOrbit(cloud, new HyperplaneOptions { Whiten = true }, new((ulong)seed), Execution.Default)
                    : GeneratorEstimate.FromOrbits([cloud], new LiePcaOptions { Whiten = true }, new((ulong)seed), Execution.Default);
                Assert.Equal(truth.Length, found.Count);
                return Spans.Off(found.Generators, truth) / Math.Sqrt(found.StandardErrors.Average(error => error * error));
            }).ToArray();

            Assert.InRange(Math.Sqrt(ratios.Average(ratio => ratio * ratio)), 0.5, 2);
        }
    }
}
