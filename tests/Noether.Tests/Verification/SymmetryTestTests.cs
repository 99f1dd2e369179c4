using Noether.Data;
using Noether.Functions;
using Noether.Numerics;
using Noether.Runs;
using Noether.Transformations;
using Noether.Verification;

namespace Noether.Tests.Verification;

public static class SymmetryTestTests
{
    private static readonly Matrix Rotation = SymmetrySamples.Field(Matrix.FromRows([0, -1], [1, 0]));

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(2)]
    public static void The_asymmetry_of_a_rotation_of_an_elliptic_bowl_is_that_of_a_fine_grid(double e)
    {
        var test = SymmetrySamples.TestOf(SymmetrySamples.Box(2000, 2, 1), Bowl(e));
        var judged = test.Judge(Rotation)!;

        Assert.InRange(judged.Asymmetry.Value / True(e), 0.95, 1.05);
        Assert.InRange(True(e), judged.Asymmetry.Lower, judged.Asymmetry.Upper);
        Assert.InRange(judged.Asymmetry.Upper / True(e), 1, 1.3);
    }

    [Fact]
    public static void The_asymmetry_of_an_exact_symmetry_is_0_and_of_a_motion_up_the_slope_1()
    {
        var test = SymmetrySamples.TestOf(SymmetrySamples.Box(500, 2, 1), Bowl(0));

        Assert.InRange(test.Judge(Rotation)!.Asymmetry.Upper, 0, 1e-6);
        Assert.Equal(1, test.Judge(SymmetrySamples.Field(Matrix.Identity(2)))!.Asymmetry.Value, 1e-6);
    }

    [Fact]
    public static void R13_Without_noise_every_asymmetry_lies_between_0_and_1()
    {
        var random = new Seed(1).Stream();
        for (var trial = 0; trial < 20; trial++)
        {
            var (a, b, c) = (random.NextGaussian(), random.NextGaussian(), random.NextGaussian());
            var test = SymmetrySamples.TestOf(SymmetrySamples.Gaussian(100, 3, (ulong)trial), x => (a * x[0]) + (b * x[1] * x[2]) + (c * x[0] * x[0]) + Math.Sin(x[2]));
            var judged = test.Judge(Matrix.FromRows([.. Enumerable.Range(0, 12).Select(_ => random.NextGaussian())]))!;
            Assert.InRange(judged.Square, 0, 1 + 1e-9);
        }
    }

    [Theory]
    [InlineData(200, 4)]
    [InlineData(600, 8)]
    public static void R13_Eight_parts_are_made_where_ten_rows_per_monomial_and_part_allow_it_and_four_otherwise(int count, int parts)
    {
        var places = SymmetrySamples.Box(count, 2, 1);
        var learned = new ValueSamples(places, [SymmetrySamples.Values(places, Bowl(0), 0.01, 1)]).Learn(SymmetrySamples.Identity(2), new(1), new() { Threads = 1 });

        Assert.Equal("polynomials of degree 2", learned.Fit.Method);
        Assert.Equal(parts, learned.AtSamples([0], Execution.Default).Length);
    }

    [Fact]
    public static void R13_Bounds_for_none_are_wider_where_a_half_has_two_parts_and_none_can_be_left_out()
    {
        var places = SymmetrySamples.Box(400, 2, 1);
        var (four, eight) = (Of(4), Of(8));

        Assert.Equal(4.541 / 2.539, four.JudgeBroken(Rotation, 1)!.Margin / four.Judge(Rotation)!.Margin, 1e-3); // Student's t at 0.99 with 3 and 19 degrees of freedom
        Assert.Equal(1, eight.JudgeBroken(Rotation, 1)!.Margin / eight.Judge(Rotation)!.Margin);

        SymmetryTest Of(int parts)
        {
            var learned = Learned(Bowl(0.3), 0.1, 1, places);
            return SymmetryTest.Of(learned with { AtSamples = (samples, execution) => learned.AtSamples(samples, execution)[..parts] }, places, new(), Execution.Default);
        }
    }

    [Fact]
    public static void Forms_are_direct_sums_over_places()
    {
        var places = SymmetrySamples.Gaussian(300, 3, 1);
        var test = SymmetrySamples.TestOf(places, x => x[0] + (x[1] * x[2]) + (x[0] * x[0] * x[2]));
        var (s, m) = test.Forms(0);
        var half = test.Inputs(0).Half;
        var (directS, directM) = (new double[144], new double[144]);
        for (var i = 0; i < 300; i++)
        {
            double[] z = [.. places.Row(i), 1];
            double[] gradient = [1 + (2 * z[0] * z[2]), z[2], z[1] + (z[0] * z[0])];
            for (var p = 0; p < 12; p++)
            {
                for (var q = 0; q < 12; q++)
                {
                    var weight = half.Weights[i] / 300 * z[p % 4] * z[q % 4];
                    directS[(p * 12) + q] += weight * gradient[p / 4] * gradient[q / 4];
                    directM[(p * 12) + q] += p / 4 == q / 4 ? weight * gradient.Sum(g => g * g) : 0;
                }
            }
        }

        Assert.True(s.Equals(Matrix.FromEntries(12, 12, directS), new Tolerance(1e-5, 1e-5)));
        Assert.True(m.Equals(Matrix.FromEntries(12, 12, directM), new Tolerance(1e-5, 1e-5)));
    }

    [Fact]
    public static void Products_of_different_parts_have_no_bias_where_squares_of_one_part_have()
    {
        const int Tables = 40;
        var squares = new double[Tables];
        for (var table = 0; table < Tables; table++)
        {
            var test = Noisy(_ => 0, 1, 200, (ulong)table);
            squares[table] = Enumerable.Range(0, 2).Average(half => (Rotation * test.Forms(half).S * Rotation.Transposed).Trace / Plain(test, half));
        }

        var (mean, error) = (squares.Average(), Math.Sqrt(squares.Sum(x => x * x) / Tables / Tables));
        Assert.InRange(mean, -3 * error, 3 * error);
        Assert.InRange(mean, -0.1, 0.1); // in units of what one part alone gives, which is 1
        Assert.InRange(squares.Count(x => x < 0), Tables / 4, 3 * Tables / 4);
    }

    [Fact]
    public static void R5_The_interval_covers_the_true_asymmetry_and_is_no_wider_than_needed()
    {
        const int Tables = 100;
        var (missedAbove, missedBelow, width) = (0, 0, 0.0);
        for (var table = 0; table < Tables; table++)
        {
            var judged = Noisy(Bowl(0.3), 0.1, 400, (ulong)table).Judge(Rotation)!.Asymmetry;
            missedAbove += judged.Upper < True(0.3) ? 1 : 0;
            missedBelow += judged.Lower > True(0.3) ? 1 : 0;
            width += (judged.Upper - judged.Lower) / Tables;
        }

        Assert.InRange(missedAbove, 0, 4); // 1 is expected of 100
        Assert.InRange(missedBelow, 0, 4);
        Assert.InRange(width, 0.01, 0.15);
    }

    [Fact]
    public static void R5_What_is_claimed_is_as_far_from_the_truth_as_the_moves_of_its_fields_say()
    {
        const int Tables = 40;
        var (said, truth) = (0.0, 0.0);
        for (var table = 0; table < Tables; table++)
        {
            var places = SymmetrySamples.Box(400, 2, (ulong)table);
            var test = SymmetryTest.Of(Learned(Bowl(0), 0.1, (ulong)table, places), places, new(), Execution.Default);
            var search = SymmetrySearch.Find(test, FieldSpace.Affine(2), new(), 1)!;
            // At the median of F the margin is 0.88 of the mean square.
            said += FieldErrors.Margin(test, search, 1, 0.5) / 0.88 / Tables;
            truth += SymmetrySamples.TestOf(places, Bowl(0)).Judge(search.Fields.FirstRows(1))!.Square / Tables;
        }

        Assert.InRange(said / truth, 0.6, 1.7);
    }

    [Fact]
    public static void R6_The_bound_of_a_span_is_at_least_that_of_any_field_in_it()
    {
        var random = new Seed(2).Stream();
        var test = Noisy(x => SymmetryRules.Square(x) + (0.2 * x[0] * x[1] * x[2]), 0.2, 600, 1, 3);
        double[][] rotations = [[0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0], [0, 0, -1, 0, 0, 0, 0, 0, 1, 0, 0, 0], [0, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0]];
        var span = Matrix.FromRows(rotations);
        var judged = test.JudgePrefixes([span, span], 1);

        Assert.Equal(3, judged.Length);
        Assert.True(judged[0].Square <= judged[1].Square && judged[1].Square <= judged[2].Square);
        for (var trial = 0; trial < 20; trial++)
        {
            var field = Matrix.FromRows([random.NextGaussian(), random.NextGaussian(), random.NextGaussian()]) * span;
            var one = test.Judge(field)!;
            Assert.True(one.Square <= judged[2].Square + 1e-12);
        }
    }

    [Fact]
    public static void R12_What_one_half_of_the_parts_chose_the_other_half_judges_in_the_order_of_the_choice()
    {
        var test = Noisy(x => (x[0] * x[0]) + (x[1] * x[1]) + (0.1 * x[0]), 0.3, 400, 3);
        var search = SymmetrySearch.Find(test, Noether.Transformations.FieldSpace.Affine(2), new(), 1)!;
        var expected = Enumerable.Range(0, 2).Average(half =>
        {
            var (judging, choosing) = (test.Forms(half), test.Forms(1 - half));
            var chosen = GeneralisedEigen.Of(choosing.S, choosing.M)!.Vectors.FirstRows(1);
            return (chosen * judging.S * chosen.Transposed).Trace / (chosen * judging.M * chosen.Transposed).Trace;
        });

        Assert.Equal(expected, search.Prefixes[0].Square, 1e-10);
        var own = GeneralisedEigen.Of(test.Forms(0).S, test.Forms(0).M)!.Values[0];
        Assert.True(own < search.Prefixes[0].Square); // the control: a half flatters what it chose itself
    }

    [Fact]
    public static void R9_Gradients_of_pure_chance_have_no_spectrum()
    {
        var places = SymmetrySamples.Box(200, 2, 1);
        var jets = Enumerable.Range(0, 4).Select(part => new FunctionJets(new double[200], [.. SymmetrySamples.Gaussian(200, 2, (ulong)part).Values])).ToImmutableArray();
        var learned = new LearnedFunction { Outputs = 1, Fit = new() { Method = "chance", Unexplained = 1 }, AtSamples = (_, _) => jets };

        Assert.Null(SymmetrySearch.Find(SymmetryTest.Of(learned, places, new(), Execution.Default), Noether.Transformations.FieldSpace.Affine(2), new(), 1));
        Assert.NotNull(SymmetrySearch.Find(SymmetrySamples.TestOf(places, Bowl(0.3)), Noether.Transformations.FieldSpace.Affine(2), new(), 1));
    }

    [Fact]
    public static void R3_Flat_places_do_not_decide_even_where_most_places_are_flat()
    {
        // A plateau with a round rim, and noise in the gradients of every part that is not small beside the rim.
        var places = SymmetrySamples.Box(1000, 2, 1);
        var jets = Enumerable.Range(0, 8).Select(part =>
        {
            var noise = SymmetrySamples.Gaussian(1000, 2, (ulong)part);
            return new FunctionJets(new double[1000], [.. Enumerable.Range(0, 2000).Select(k => (Steep(places, k / 2) ? 2 * places.Values[k] : 0) + (0.1 * noise.Values[k]))]);
        }).ToImmutableArray();
        var learned = new LearnedFunction { Outputs = 1, Fit = new() { Method = "a plateau", Unexplained = 0 }, AtSamples = (_, _) => jets };
        var judged = SymmetryTest.Of(learned, places, new(), Execution.Default).Judge(Rotation)!.Asymmetry;

        Assert.InRange(Enumerable.Range(0, 1000).Count(i => Steep(places, i)), 300, 450);
        Assert.InRange(judged.Upper, 0, 0.05);

        static bool Steep(PointCloud places, int i) => SymmetryRules.Square(places.Row(i).ToArray()) > 0.8;
    }

    [Fact]
    public static void Cells_are_of_equal_size_and_neighbours_share_them()
    {
        var places = SymmetrySamples.Box(1000, 2, 1);
        var cells = SpatialCells.Of(places, 20);

        Assert.All(Enumerable.Range(0, 20), cell => Assert.Equal(50, cells.Count(c => c == cell)));
        var within = Enumerable.Range(0, 20).Average(cell => Spread([.. Enumerable.Range(0, 1000).Where(i => cells[i] == cell)]));
        Assert.InRange(within / Spread([.. Enumerable.Range(0, 1000)]), 0, 0.1); // 1/20 of the square in area
        Assert.Equal([0, 1, 2], SpatialCells.Of(SymmetrySamples.Box(3, 2, 1), 20).Order());

        double Spread(int[] members) => Enumerable.Range(0, 2).Average(j =>
        {
            var mean = members.Average(i => places[i, j]);
            return members.Average(i => Math.Pow(places[i, j] - mean, 2));
        });
    }

    private static Func<double[], double> Bowl(double e) => x => (x[0] * x[0]) + ((1 + e) * x[1] * x[1]);

    // sum w (J xi)^2 / sum w |J|^2 |xi|^2 over a grid on the square, with the weights of Rule (R3).
    private static double True(double e)
    {
        const int Grid = 300;
        var places = (from i in Enumerable.Range(0, Grid) from j in Enumerable.Range(0, Grid) select (X: ((2.0 * i) + 1) / Grid - 1, Y: ((2.0 * j) + 1) / Grid - 1)).ToArray();
        double[] energies = [.. places.Select(z => (4 * z.X * z.X) + (4 * (1 + e) * (1 + e) * z.Y * z.Y))];
        double[] lengths = [.. places.Select(z => (z.X * z.X) + (z.Y * z.Y))];
        var (order, middle) = (energies.Order().ToArray(), lengths.Order().ElementAt(lengths.Length / 2));
        var level = Math.Max(order[order.Length / 2], order[9 * order.Length / 10] / 4);
        var (across, all) = (0.0, 0.0);
        for (var i = 0; i < places.Length; i++)
        {
            var weight = Math.Min(1, middle / lengths[i]) / (energies[i] + level);
            across += weight * Math.Pow(2 * e * places[i].X * places[i].Y, 2);
            all += weight * energies[i] * lengths[i];
        }

        return Math.Sqrt(across / all);
    }

    // What a single part gives for the same rotation: the mean square of J_1 xi.
    private static double Plain(SymmetryTest test, int half)
    {
        var (places, parts, _) = test.Inputs(half);
        var single = SymmetryTest.Of(Part(Learned(_ => 0, 1, 0, places)), places, new(), Execution.Default);
        return (Rotation * single.Forms(0).S * Rotation.Transposed).Trace * parts.Weights.Average() / single.Inputs(0).Half.Weights.Average();

        static LearnedFunction Part(LearnedFunction learned) => learned with { AtSamples = (samples, execution) => [learned.AtSamples(samples, execution)[0]] };
    }

    private static SymmetryTest Noisy(Func<double[], double> function, double noise, int count, ulong seed, int dimension = 2)
    {
        var places = SymmetrySamples.Box(count, dimension, seed);
        return SymmetryTest.Of(Learned(function, noise, seed, places), places, new(), Execution.Default);
    }

    private static LearnedFunction Learned(Func<double[], double> function, double noise, ulong seed, PointCloud places)
    {
        var targets = new Targets([.. SymmetrySamples.Values(places, function, noise, seed)], 1);
        var parts = SampleParts.Assign(places, 8, 1, new(seed));
        return LearnedFunction.Of(SymmetrySamples.Fits(places, targets, parts, 3), places, new() { Method = "polynomials", Unexplained = 0 });
    }
}
