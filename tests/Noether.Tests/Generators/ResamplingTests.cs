using Noether.Data;
using Noether.Generators;
using Noether.Generators.TangentSpaces;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Generators;

/// <summary>How sure the number of generators is: groups of points drawn with replacement, Eq. (G10).</summary>
public static class ResamplingTests
{
    private const int Groups = 5;

    [Fact]
    public static void A_draw_of_a_mean_is_the_mean_of_the_groups_drawn()
    {
        double[] values = [1, 2, 4, 8, 16];
        var forms = new LiePcaForms(Form(values.Average()), [.. values.Select(value => Form((values.Sum() - value) / (Groups - 1)))], Form(0), 1);

        var draws = forms.Drawn().Select(draw => draw[0, 0] * Groups).ToArray();
        var sums = Resampling.Weights(Groups).Select(weights => weights.Zip(values, (weight, value) => ((weight * Groups / (Groups - 1)) + 1) * value).Sum());

        Assert.Equal(sums, draws, (expected, actual) => Math.Abs(expected - actual) < 1e-12);
        Assert.All(draws, sum => Assert.Equal(Math.Round(sum), sum, 1e-12)); // whole groups
        Assert.True(draws.Distinct().Count() > 20);
    }

    [Fact]
    public static void The_interval_leaves_out_a_few_draws_on_either_side()
    {
        int[] counts = [1, 1, .. Enumerable.Repeat(3, 90), .. Enumerable.Repeat(4, 6), 9, 9];

        var judged = Resampling.Judged(EmptyEstimate.Of("", [0, 0], Matrix.Identity(2)) with { Generators = [.. GroupElements.Rotations(3)] }, counts);

        Assert.Equal((3, 4, 0.9), (judged.FewestCount, judged.MostCount, judged.CountStability));
    }

    [Fact]
    public static void The_interval_is_wide_where_noise_almost_hides_the_generators_and_narrow_where_it_does_not()
    {
        var clear = Estimate(200, 0.05);
        var hidden = Estimate(60, 0.5);

        Assert.Equal((3, 3, 1.0), (clear.FewestCount, clear.MostCount, clear.CountStability));
        Assert.True(hidden.FewestCount < hidden.MostCount);
    }

    private static GeneratorEstimate Estimate(int points, double noise) =>
        GeneratorEstimate.FromOrbit(SyntheticOrbits.Sphere(points, 3, 1, noise, new(1)), HyperplaneOptions.Default, new(1), Execution.Default);

    private static Matrix Form(double value) => Matrix.FromRows([value]);
}
