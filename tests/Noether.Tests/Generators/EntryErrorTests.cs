using Noether.Data;
using Noether.Functions;
using Noether.Generators;
using Noether.Numerics;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Tests.Generators;

public static class EntryErrorTests
{
    private const int Runs = 16;

    public enum Method
    {
        Hyperplane,
        WhitenedHyperplane,
        TangentSpaces,
        WhitenedTangentSpaces,
        LinearTangentSpaces,
    }

    [Theory]
    [InlineData(Method.Hyperplane, 2, 1.0)]
    [InlineData(Method.Hyperplane, 3, 1.0)]
    [InlineData(Method.WhitenedHyperplane, 2, 3.0)]
    [InlineData(Method.WhitenedHyperplane, 3, 3.0)]
    [InlineData(Method.WhitenedTangentSpaces, 2, 3.0)]
    [InlineData(Method.WhitenedTangentSpaces, 3, 3.0)]
    [InlineData(Method.LinearTangentSpaces, 2, 3.0)]
    public static void Each_entry_of_rotations_is_off_by_about_its_standard_error(Method method, int dimension, double longest)
    {
        var stretch = Matrix.Generate(dimension, dimension, (i, j) => i != j ? 0 : i == dimension - 1 ? longest : 1);
        var back = Matrix.Generate(dimension, dimension, (i, j) => i != j ? 0 : i == dimension - 1 ? 1 / longest : 1);
        IsOffByItsErrors(method, seed => SyntheticOrbits.Sphere(dimension * 200, dimension, 1, 0.02, seed).MappedBy(stretch), [.. Spans.Rotations(dimension).Select(rotation => stretch * rotation * back)]);
    }

    [Fact]
    public static void Each_entry_of_the_generators_of_a_torus_is_off_by_about_its_standard_error() =>
        IsOffByItsErrors(Method.TangentSpaces, seed => SyntheticOrbits.Torus(800, [1, 1], 0.02, seed), [Spans.Rotation(4, 0, 1), Spans.Rotation(4, 2, 3)]);

    [Theory]
    [InlineData(Method.Hyperplane, 0.6)]
    [InlineData(Method.Hyperplane, 0.0)]
    [InlineData(Method.TangentSpaces, 0.6)]
    [InlineData(Method.TangentSpaces, 0.0)]
    [InlineData(Method.WhitenedHyperplane, 0.0)]
    public static void Each_entry_of_the_turn_of_a_circle_in_space_is_off_by_about_its_standard_error(Method method, double slope)
    {
        var tilt = Matrix.FromRows([1, 0], [0, Math.Sqrt(1 - (slope * slope))], [0, slope]);
        IsOffByItsErrors(method, seed => Blurred(SyntheticOrbits.Sphere(200, 2, 1, 0, seed).MappedBy(tilt), 0.03, seed), [tilt * Spans.Rotation(2, 0, 1) * tilt.Transposed]);
    }

    [Theory]
    [InlineData(Method.Hyperplane)]
    [InlineData(Method.TangentSpaces)]
    public static void Each_entry_of_tied_fields_is_off_by_about_its_standard_error(Method method)
    {
        var fields = new FieldLayout(3);
        IsOffByItsErrors(
            [.. Enumerable.Range(0, Runs / 2).Select(seed =>
            {
                var orbit = SyntheticOrbits.OfGroup(1000, SyntheticOrbits.UnitVectors(3, 4, new(5)), GroupElements.SpecialUnitary, 0.02, new((ulong)seed));
                return method == Method.Hyperplane
                    ? GeneratorEstimate.FromOrbit(orbit, new HyperplaneOptions { Fields = fields }, new((ulong)seed), Execution.Default)
                    : GeneratorEstimate.FromOrbits([orbit], new LiePcaOptions { Fields = fields }, new((ulong)seed), Execution.Default);
            })],
            GroupElements.SpecialUnitaryGenerators);
    }

    [Fact]
    public static void Parallel_circles_share_the_errors_of_their_planes()
    {
        PointCloud[] Circles(Seed seed) => [.. Enumerable.Range(0, 3).Select(i =>
        {
            var own = seed.For(i);
            var flat = SyntheticOrbits.Sphere(150, 2, 1, 0, own);
            return Blurred(new(flat.Count, 3, [.. Enumerable.Range(0, flat.Count).SelectMany(p => new[] { flat[p, 0], flat[p, 1], i })]), 0.03, own);
        })];
        IsOffByItsErrors([.. Enumerable.Range(0, Runs).Select(seed => GeneratorEstimate.FromOrbits(Circles(new((ulong)seed)), HyperplaneOptions.Default, new((ulong)seed), Execution.Default))], [Spans.Rotation(3, 0, 1)]);
    }

    [Fact]
    public static void Each_entry_of_the_turn_that_keeps_a_function_is_off_by_about_its_standard_error() => IsOffByItsErrors(
        [.. Enumerable.Range(0, Runs).Select(seed =>
        {
            var random = new Seed((ulong)seed).Stream();
            var points = new PointCloud(2000, 3, [.. Enumerable.Range(0, 6000).Select(_ => random.NextUniform(-1, 1))]);
            double[] values = [.. Enumerable.Range(0, points.Count).Select(i => (points[i, 0] * points[i, 0]) + (points[i, 1] * points[i, 1]) + points[i, 2] + (0.1 * random.NextGaussian()))];
            return SymmetryFinder.Find(new ValueSamples(points, [[.. values]]), new() { Space = GeneratorSpace.Rotations }, new((ulong)seed), Execution.Default).Generators!;
        })],
        [Spans.Rotation(3, 0, 1)],
        secondOrder: 10); // the entry of the turn itself is fixed by its size, and its error is a square of others

    [Fact]
    public static void The_standard_error_of_a_generator_is_the_root_mean_square_over_its_entries()
    {
        var found = Find(Method.Hyperplane, SyntheticOrbits.Sphere(400, 3, 1, 0.02, new(1)), new(1));

        Assert.Equal(found.EntryErrors.Select(errors => Math.Sqrt(errors.Entries.ToArray().Average(Square))), found.StandardErrors, (left, right) => Math.Abs(left - right) < 1e-15);
    }

    [Fact]
    public static void In_another_unit_the_errors_of_translations_change_with_the_unit_and_the_others_do_not()
    {
        var circle = SyntheticOrbits.Sphere(400, 2, 1, 0.02, new(1));
        var options = new LiePcaOptions { Space = GeneratorSpace.Affine };
        var metres = GeneratorEstimate.FromOrbits([circle], options, new(1), Execution.Default);
        var millimetres = GeneratorEstimate.FromOrbits([circle.MappedBy(1000 * Matrix.Identity(2))], options, new(1), Execution.Default);

        Assert.Equal(1, metres.Count);
        Assert.Equal(metres.StandardErrors[0], millimetres.StandardErrors[0], metres.StandardErrors[0] / 1000);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(metres.EntryErrors[0][i, 0], millimetres.EntryErrors[0][i, 0], metres.StandardErrors[0] / 1000);
            Assert.Equal(1000 * metres.EntryErrors[0][i, 2], millimetres.EntryErrors[0][i, 2], metres.StandardErrors[0]);
        }

        Assert.Equal([0.0, 0, 0], metres.EntryErrors[0].Row(2).ToArray());
    }

    /// <summary>Compares, entry by entry, sums over all generators: these do not depend on how the generators are mixed.</summary>
    private static void IsOffByItsErrors(Method method, Func<Seed, PointCloud> cloud, IReadOnlyList<Matrix> truth) =>
        IsOffByItsErrors([.. Enumerable.Range(0, Runs).Select(seed => Find(method, cloud(new((ulong)seed)), new((ulong)seed)))], truth);

    private static void IsOffByItsErrors(GeneratorEstimate[] found, IReadOnlyList<Matrix> truth, double secondOrder = 20)
    {
        Assert.All(found, run => Assert.Equal(truth.Count, run.Count));
        var small = found.Average(run => run.StandardErrors.Average()) / secondOrder; // entries that are known to second order differ by less
        for (var i = 0; i < truth[0].Rows; i++)
        {
            for (var j = 0; j < truth[0].Columns; j++)
            {
                var off = Math.Sqrt(found.Average(run => run.Generators.Sum(generator => Square(Spans.Leaving(generator, truth)[i, j]))));
                var error = Math.Sqrt(found.Average(run => run.EntryErrors.Sum(errors => Square(errors[i, j]))));
                Assert.True((off + small) / (error + small) is > 0.5 and < 2, $"entry {i}, {j}: {off} beside {error}");
            }
        }
    }

    private static GeneratorEstimate Find(Method method, PointCloud cloud, Seed seed) => method switch
    {
        Method.Hyperplane => GeneratorEstimate.FromOrbit(cloud, HyperplaneOptions.Default, seed, Execution.Default),
        Method.WhitenedHyperplane => GeneratorEstimate.FromOrbit(cloud, new HyperplaneOptions { Whiten = true }, seed, Execution.Default),
        Method.TangentSpaces => GeneratorEstimate.FromOrbits([cloud], LiePcaOptions.Default, seed, Execution.Default),
        Method.WhitenedTangentSpaces => GeneratorEstimate.FromOrbits([cloud], new LiePcaOptions { Whiten = true }, seed, Execution.Default),
        _ => GeneratorEstimate.FromOrbits([cloud], new LiePcaOptions { Space = GeneratorSpace.Linear }, seed, Execution.Default),
    };

    private static PointCloud Blurred(PointCloud points, double noise, Seed seed)
    {
        var random = seed.For("noise").Stream();
        return new(points.Count, points.Dimension, [.. points.Values.ToArray().Select(x => x + (noise * random.NextGaussian()))]);
    }

    private static double Square(double value) => value * value;
}
