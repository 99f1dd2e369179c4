using Noether.Data;
using Noether.Generators;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Science.Tests;

/// <summary>How near generators come to the true ones: the count on every seed, the median of the largest principal angle; three seeds in the reduced form, twenty in full.</summary>
public sealed class GeneratorFloorTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(2, 200, 0.05, 0.03)]
    [InlineData(3, 1000, 0.05, 0.02)]
    [InlineData(4, 1000, 0.05, 0.07)]
    [InlineData(4, 5000, 0.05, 0.015)]
    public void Spheres_by_hyperplanes(int dimension, int points, double noise, double floor) => Expect(
        GroupElements.Rotations(dimension),
        dimension * (dimension - 1) / 2,
        floor,
        seed => GeneratorEstimate.FromOrbit(SyntheticOrbits.Sphere(points, dimension, 1, noise, seed.For("points")), HyperplaneOptions.Default, seed, Execution.Default));

    [Fact]
    public void Two_tied_fields_of_SU2_by_tangent_spaces_have_a_fourth_generator() => Expect(
        GroupElements.SpecialUnitaryGenerators, 4, 0.03, seed => GeneratorEstimate.FromOrbits([Unitary(2, seed)], new LiePcaOptions { Fields = new(2) }, seed, Execution.Default));

    [Fact]
    public void Three_tied_fields_of_SU2_by_hyperplanes() => Expect(
        GroupElements.SpecialUnitaryGenerators, 3, 0.03, seed => GeneratorEstimate.FromOrbit(Unitary(3, seed), new HyperplaneOptions { Fields = new(3) }, seed, Execution.Default));

    [Fact]
    public void Three_tied_fields_of_SU2_by_tangent_spaces() => Expect(
        GroupElements.SpecialUnitaryGenerators, 3, 0.03, seed => GeneratorEstimate.FromOrbits([Unitary(3, seed)], new LiePcaOptions { Fields = new(3) }, seed, Execution.Default));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Two_phases_by_tangent_spaces(int fields) => Expect(
        Phases, 2, 0.03, seed => GeneratorEstimate.FromOrbits([Torus(fields, seed)], new LiePcaOptions { Fields = new(fields) }, seed, Execution.Default));

    [Theory]
    [InlineData(4, 0, 0, 0.015, 0.95)]
    [InlineData(4, 0, 0.03, 0.03, 1)]
    [InlineData(4, 0, 0.1, 0.07, 1)]
    [InlineData(6, 0, 0, 0.05, 1)]
    [InlineData(6, 1, 0, 0.05, 0.95)]
    public void Irreps_of_SU2_by_tangent_spaces(int twiceSpin, int second, double noise, double floor, double share)
    {
        var generators = second == 0 ? Irreps.OfSpin(twiceSpin) : Irreps.Sum(Irreps.OfSpin(second), Irreps.OfSpin(twiceSpin));
        Expect([.. generators], 3, floor, seed =>
        {
            var d = generators[0].Rows;
            var vector = SyntheticOrbits.UnitVectors(1, d, seed.For("vector"))[0];
            if (second > 0)
            {
                double[] parts = [.. SyntheticOrbits.UnitVectors(1, 4, seed.For("first"))[0], .. SyntheticOrbits.UnitVectors(1, d - 4, seed.For("second"))[0]];
                vector = [.. parts.Select(x => x * Math.Sqrt(0.5))];
            }

            var orbit = SyntheticOrbits.OfGroup(second == 0 ? 2000 : 5000, [vector], random => Irreps.Element(generators, random), noise, seed.For("points"));
            return GeneratorEstimate.FromOrbits([orbit], LiePcaOptions.Default, seed, Execution.Default);
        }, share);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Thirty_uniform_outliers_among_three_hundred_and_thirty_points(int dimension) => Expect(
        GroupElements.Rotations(dimension), dimension * (dimension - 1) / 2, 0.1, seed => GeneratorEstimate.FromOrbit(WithOutliers(dimension, seed), HyperplaneOptions.Default, seed, Execution.Default));

    [Fact]
    public void Noise_that_is_wider_along_one_axis() => Expect(
        GroupElements.Rotations(3), 3, 0.05, seed => GeneratorEstimate.FromOrbit(Anisotropic(seed), HyperplaneOptions.Default, seed, Execution.Default));

    [Fact]
    public void Three_orbits_of_different_radius_together() => Expect(
        GroupElements.Rotations(3), 3, 0.02, seed => GeneratorEstimate.FromOrbits(
            [.. Enumerable.Range(1, 3).Select(radius => SyntheticOrbits.Sphere(500, 3, radius, 0.05, seed.For(radius)))], HyperplaneOptions.Default, seed, Execution.Default));

    private static PointCloud WithOutliers(int dimension, Seed seed)
    {
        var random = seed.For("outliers").Stream();
        double[] outliers = [.. Enumerable.Range(0, 30 * dimension).Select(_ => random.NextUniform(-1.5, 1.5))];
        return new(330, dimension, [.. SyntheticOrbits.Sphere(300, dimension, 1, 0.02, seed.For("points")).Values, .. outliers]);
    }

    private static PointCloud Anisotropic(Seed seed)
    {
        var random = seed.For("noise").Stream();
        var values = SyntheticOrbits.Sphere(1000, 3, 1, 0, seed.For("points")).Values.ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            values[i] += (i % 3 == 2 ? 0.08 : 0.02) * random.NextGaussian();
        }

        return new(1000, 3, values);
    }

    private static ImmutableArray<Matrix> Phases { get; } = [GroupElements.Rotation(4, 0, 1), GroupElements.Rotation(4, 2, 3)];

    private static PointCloud Unitary(int fields, Seed seed) =>
        SyntheticOrbits.OfGroup(5000, SyntheticOrbits.UnitVectors(fields, 4, seed.For("vectors")), GroupElements.SpecialUnitary, 0.05, seed.For("points"));

    private static PointCloud Torus(int fields, Seed seed)
    {
        var random = seed.For("vectors").Stream();
        ImmutableArray<double[]> vectors = [.. Enumerable.Range(0, fields).Select(_ =>
        {
            var (s, t) = (random.NextUniform(0, 2 * Math.PI), random.NextUniform(0, 2 * Math.PI));
            return new[] { Math.Cos(s), Math.Sin(s), Math.Cos(t), Math.Sin(t) };
        })];
        return SyntheticOrbits.OfGroup(1000, vectors, GroupElements.Torus, 0.02, seed.For("points"));
    }

    /// <summary>Expects the right number of generators on a share of the seeds, and the median error of those to be below the floor.</summary>
    private void Expect(ImmutableArray<Matrix> truth, int count, double floor, Func<Seed, GeneratorEstimate> estimate, double share = 1)
    {
        var estimates = Scale.Seeds(reduced: 3, full: 20).Select(seed => estimate(new(seed))).ToArray();
        var right = estimates.Where(found => found.Count == count).ToArray();
        var sines = right.Select(found => GeneratorAgreement.Sine(truth, found.Generators)).Order().ToArray();

        output.WriteLine($"counts {string.Join(' ', estimates.Select(found => found.Count))}; sine where right: median {sines.ElementAtOrDefault(sines.Length / 2):0.0000}, largest {sines.LastOrDefault():0.0000}, floor {floor}");
        Assert.InRange(right.Length, share * estimates.Length, estimates.Length);
        Assert.InRange(sines[sines.Length / 2], 0, Scale.IsFull ? floor : 2 * floor); // the median of three seeds scatters
    }
}
