using Noether.Data;
using Noether.Functions;
using Noether.Runs;
using Noether.Tests.Verification;
using Noether.Transformations;

namespace Noether.Tests.Functions;

public static class LeftOutStructureTests
{
    private static readonly ulong[] Seeds = [1, 2, 3, 4, 5, 6, 7, 8];

    [Fact]
    public static void Directions_that_are_left_out_have_variance_1_and_are_unrelated_to_the_others()
    {
        // The third column follows the first one.
        var points = SymmetrySamples.Places(500, 1, random =>
        {
            double[] place = [random.NextGaussian(), random.NextGaussian(), random.NextGaussian()];
            return [place[0], place[1], (5 * place[0]) + place[2]];
        });
        var frame = FirstTwo(points);
        var (z, left) = (frame.Apply(points), LeftOutStructure.Coordinates(points, frame, Execution.Default)!);

        Assert.Equal(1, left.Dimension);
        Assert.InRange(Enumerable.Range(0, 500).Average(i => left[i, 0] * left[i, 0]), 0.99, 1.01);
        Assert.All([0, 1], j => Assert.InRange(Enumerable.Range(0, 500).Average(i => left[i, 0] * z[i, j]), -1e-6, 1e-6));
    }

    [Fact]
    public static void A_frame_of_all_directions_leaves_none_out_and_neither_does_one_without_a_copy()
    {
        var points = SymmetrySamples.Box(200, 2, 1);
        var rows = Enumerable.Range(0, 200).SelectMany(i => new[] { points[i, 0], points[i, 1], points[i, 0] });
        var copied = new PointCloud(200, 3, [.. rows]);

        Assert.Null(LeftOutStructure.Coordinates(points, CoordinateFrame.Whitening(points, 1e-6), Execution.Default));
        Assert.Null(LeftOutStructure.Coordinates(copied, FirstTwo(copied), Execution.Default));
        Assert.NotNull(LeftOutStructure.Coordinates(points, CoordinateFrame.Whitening(points, 1e-6, [0]), Execution.Default));
    }

    [Fact]
    public static void The_share_of_a_mixed_term_is_found_and_noise_and_terms_of_what_is_left_out_alone_have_none()
    {
        // Var(x^2 + y^2) = 4 and Var(z (x^2 - y^2) / 5) = .16, of 4.52 with the noise.
        var mixed = Seeds.Select(seed => Measure(x => 0.2 * x[2] * ((x[0] * x[0]) - (x[1] * x[1])), seed)).ToArray();
        var alone = Seeds.Select(seed => Measure(x => 0.4 * x[2], seed)).ToArray();

        Assert.InRange(mixed.Average(structure => structure.Share), 0.025, 0.045);
        Assert.All(mixed, structure => Assert.True(structure.Share > 4 * structure.Error));
        Assert.All(alone, structure => Assert.InRange(structure.Share / structure.Error, -4, 4));
        Assert.InRange(alone.Average(structure => structure.Share / structure.Error), -1, 1);
    }

    [Fact]
    public static void Fewer_samples_than_two_for_each_product_measure_nothing()
    {
        Assert.Null(Measure(_ => 0, 1, count: 7));
        Assert.NotNull(Measure(_ => 0, 1, count: 40));
    }

    private static CoordinateFrame FirstTwo(PointCloud points) => CoordinateFrame.Whitening(points, 1e-6, [0, 1]);

    // x^2 + y^2 with something of z, learned from x and y.
    private static HigherStructure Measure(Func<double[], double> added, ulong seed) => Measure(added, seed, 1500)!;

    private static HigherStructure? Measure(Func<double[], double> added, ulong seed, int count)
    {
        var points = SymmetrySamples.Gaussian(count, 3, seed);
        var values = SymmetrySamples.Values(points, x => (x[0] * x[0]) + (x[1] * x[1]) + added(x), 0.6, seed);
        var (targets, frame) = (new Targets(ValueTransform.Standardised([.. values]), 1), FirstTwo(points));
        var z = frame.Apply(points);
        var parts = SampleParts.Assign(z, 4, 1, new(seed));
        var fits = SymmetrySamples.Fits(z, targets, parts, 2);
        return LeftOutStructure.Measure(z, LeftOutStructure.Coordinates(points, frame, Execution.Default)!, targets, parts, fits, Execution.Default);
    }
}
