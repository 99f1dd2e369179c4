using Noether.Data;
using Noether.Numerics;
using Noether.Runs;
using Noether.Tests.Verification;
using Noether.Transformations;

namespace Noether.Tests.Transformations;

public static class CoordinateFrameTests
{
    private static readonly Matrix Stretch = Matrix.FromRows([3, 0, 0], [1, 0.2, 0], [100, -50, 400]);

    [Fact]
    public static void Samples_have_mean_0_and_covariance_1_in_the_whitened_frame_in_any_units()
    {
        var points = Stretched(2000, 1);
        var z = CoordinateFrame.Whitening(points, 1e-6).Apply(points);

        Assert.True(Covariance(z).Equals(Matrix.Identity(3), new Tolerance(0.1, 0.1)), Covariance(z).ToString());
    }

    [Fact]
    public static void Two_percent_of_outliers_change_the_whitened_frame_of_the_others_by_little()
    {
        var points = SymmetrySamples.Gaussian(2000, 3, 1).MappedBy(Matrix.FromRows([3, 0, 0], [1, 0.7, 0], [100, -50, 400]));
        var values = points.Values.ToArray();
        for (var i = 0; i < 40; i++)
        {
            values[(i * 3) + (i % 3)] += 1e5 * (i % 2 == 0 ? 1 : -1);
        }

        var z = CoordinateFrame.Whitening(new(2000, 3, values), 1e-6).Apply(points);
        var eigen = SymmetricEigen.Of(Covariance(z));
        var plain = SymmetricEigen.Of(Covariance(new PointCloud(2000, 3, values)));

        Assert.InRange(eigen.Values[0], 0.4, 1);
        Assert.InRange(eigen.Values[^1], 0.4, 1.1);
        Assert.InRange(plain.Values[0], 1e6, double.MaxValue); // the control: a plain covariance is that of the outliers, where the samples have 0.4
    }

    [Fact]
    public static void A_field_that_goes_to_the_input_and_back_is_the_same()
    {
        var frame = CoordinateFrame.Whitening(Stretched(300, 2), 1e-6);
        var random = new Seed(3).Stream();
        var field = Matrix.Generate(3, 4, (_, _) => random.NextGaussian());

        Assert.True(frame.FromInput(frame.ToInput(field)).Equals(field, new Tolerance(1e-9, 1e-9)));
    }

    [Fact]
    public static void A_field_that_comes_from_the_input_and_goes_back_is_the_same()
    {
        var frame = CoordinateFrame.Whitening(Stretched(300, 2), 1e-6);
        var random = new Seed(4).Stream();
        var field = Matrix.Generate(4, 4, (i, _) => i == 3 ? 0 : random.NextGaussian());

        Assert.True(frame.ToInput(frame.FromInput(field)).Equals(field, new Tolerance(1e-6, 1e-6)));
    }

    [Fact]
    public static void A_field_moves_a_sample_to_the_same_place_in_both_coordinates()
    {
        var points = Stretched(300, 2);
        var frame = CoordinateFrame.Whitening(points, 1e-6);
        var random = new Seed(5).Stream();
        var field = Matrix.Generate(3, 4, (_, _) => random.NextGaussian());
        var (z, input) = (frame.Apply(points), frame.ToInput(field));
        var (motion, inFrame, expected) = (new double[4], new double[3], new double[3]);
        for (var i = 0; i < 20; i++)
        {
            input.Apply([.. points.Row(i), 1], motion);
            frame.Map.Apply(motion.AsSpan(0, 3), inFrame);
            field.Apply([.. z.Row(i), 1], expected);
            Assert.All(inFrame.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
        }
    }

    [Fact]
    public static void Directions_in_which_samples_do_not_extend_are_left_out()
    {
        var flat = SymmetrySamples.Gaussian(500, 2, 1).MappedBy(Matrix.FromRows([1, 0], [0, 1], [1, 1]));

        Assert.Equal(2, CoordinateFrame.Whitening(flat, 1e-6).Rank);
        Assert.Equal(3, CoordinateFrame.Whitening(Stretched(500, 1), 1e-6).Rank);
        Assert.Equal(1, CoordinateFrame.Whitening(flat, 1e-6, [1]).Rank);
    }

    [Fact]
    public static void A_quotient_applies_its_rows_after_the_frame()
    {
        var points = Stretched(50, 1);
        var frame = CoordinateFrame.Whitening(points, 1e-6);
        var rows = Matrix.FromRows([0.6, 0.8, 0], [0, 0, 1]);
        var (whole, part) = (frame.Apply(points), frame.Quotient(rows).Apply(points));

        Assert.True((frame.Quotient(rows).Map * frame.Quotient(rows).Lift).Equals(Matrix.Identity(2), new Tolerance(1e-9, 1e-9)));
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal((0.6 * whole[i, 0]) + (0.8 * whole[i, 1]), part[i, 0], 1e-9));
    }

    private static PointCloud Stretched(int count, ulong seed) => SymmetrySamples.Gaussian(count, 3, seed).MappedBy(Stretch).RelativeTo([5, -2, 1e4]);

    private static Matrix Covariance(PointCloud z)
    {
        var mean = z.Mean();
        return Matrix.Generate(z.Dimension, z.Dimension, (a, b) => Enumerable.Range(0, z.Count).Average(i => (z[i, a] - mean[a]) * (z[i, b] - mean[b])));
    }
}
