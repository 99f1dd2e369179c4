using Noether.Data;
using Noether.Generators;
using Noether.Runs;

namespace Noether.Tests.Generators;

/// <summary>Level sets larger than one orbit give exactly the algebra that maps them to themselves.</summary>
public static class LevelSetTests
{
    private static readonly CircleInSpace Tilted = new([0.5, -1, 0.2], [1, 2, 2], 1, 0);

    [Theory]
    [InlineData("spindle")]
    [InlineData("torus")]
    [InlineData("cylinder")]
    public static void A_surface_of_revolution_about_a_tilted_axis_gives_the_rotation_about_it(string surface)
    {
        var estimate = GeneratorEstimate.FromOrbits([Surface(surface, squeeze: 1)], LiePcaOptions.Default, new(1), Execution.Default);

        Assert.Equal(1, estimate.Count);
        Assert.InRange(Spans.Sine(estimate.Generators, [Tilted.Generator]), 0, 0.03);
        Assert.Contains(estimate.Findings, finding => finding.Id == "GEN008");
    }

    [Theory]
    [InlineData("spindle")]
    [InlineData("torus")]
    public static void A_surface_squeezed_from_one_side_has_no_rotation(string surface) =>
        Assert.Equal(0, GeneratorEstimate.FromOrbits([Surface(surface, squeeze: 1.5)], LiePcaOptions.Default, new(1), Execution.Default).Count);

    [Fact]
    public static void An_endless_cylinder_also_has_the_translation_along_its_axis()
    {
        var estimate = GeneratorEstimate.FromOrbits([Surface("cylinder", squeeze: 1)], new LiePcaOptions { Space = GeneratorSpace.Affine }, new(1), Execution.Default);

        // The rotation about the axis, the translation along it, and every shear along it: (A x + b) parallel to the axis keeps a cylinder.
        Assert.Equal(5, estimate.Count);
        Assert.All(estimate.Generators, generator => Assert.Equal(4, generator.Rows));
    }

    private static PointCloud Surface(string surface, double squeeze)
    {
        var random = new Seed(11).Stream();
        var place = new double[3];
        var values = new List<double>();
        for (var i = 0; i < 2000; i++)
        {
            var t = random.NextUniform(-1, 1);
            var (radius, height) = surface switch
            {
                "spindle" => (1 - (0.6 * t * t), 2 * t),
                "torus" => (2 + (0.7 * Math.Cos(Math.PI * t)), 0.7 * Math.Sin(Math.PI * t)),
                _ => (1, 2 * t),
            };
            new CircleInSpace(Tilted.Centre, Tilted.Axis, radius, height).Place(random.NextUniform(0, 2 * Math.PI), place);
            values.AddRange(place.Select((x, axis) => (axis == 0 ? squeeze : 1) * (x + (0.003 * random.NextGaussian()))));
        }

        return new(values.Count / 3, 3, [.. values]);
    }
}
