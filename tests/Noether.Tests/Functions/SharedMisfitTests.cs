using Noether.Functions;
using Noether.Runs;
using Noether.Tests.Verification;

namespace Noether.Tests.Functions;

public static class SharedMisfitTests
{
    private static readonly ulong[] Seeds = [1, 2, 3, 4, 5];

    [Fact]
    public static void Pure_noise_has_none_within_its_error()
    {
        var deviations = Seeds.Select(seed => Measure(_ => 0, 1, 2, seed)).Select(misfit => misfit.Share / misfit.Error).ToArray();

        Assert.All(deviations, deviation => Assert.InRange(deviation, -4, 4));
        Assert.InRange(deviations.Average(), -1.5, 1.5);
    }

    [Fact]
    public static void A_fit_that_is_too_coarse_shows_it_at_any_noise_and_one_that_is_fine_enough_does_not()
    {
        Assert.All(Seeds, seed => Assert.True(Measure(Wavy, 0.1, 1, seed) is { Share: > 0.1 } coarse && coarse.Share > 5 * coarse.Error));
        Assert.All(Seeds, seed => Assert.True(Measure(Wavy, 0.5, 1, seed) is { } noisy && noisy.Share > 3 * noisy.Error));
        Assert.All(Seeds, seed => Assert.InRange(Measure(Wavy, 0.1, 7, seed).Share, -0.01, 0.01));

        static double Wavy(double[] x) => Math.Sin(4 * x[0]) + Math.Cos(3 * x[1]);
    }

    [Fact]
    public static void Rows_are_ordered_where_noise_remembers_and_not_where_it_does_not()
    {
        Assert.All(Seeds, seed => Assert.True(Of(Remembering(seed), 2, seed).IsOrdered));
        Assert.All(Seeds, seed => Assert.False(Measure(x => x[0] * x[1], 0.3, 2, seed).IsOrdered));

        static ImmutableArray<double> Remembering(ulong seed)
        {
            var (random, state) = (new Seed(seed).Stream(), 0.0);
            return [.. Enumerable.Range(0, Count).Select(_ => state = (0.9 * state) + random.NextGaussian())];
        }
    }

    private const int Count = 1000;

    private static SharedMisfit Measure(Func<double[], double> function, double noise, int degree, ulong seed) =>
        Of(SymmetrySamples.Values(SymmetrySamples.Box(Count, 2, seed), function, noise, seed), degree, seed);

    private static SharedMisfit Of(ImmutableArray<double> values, int degree, ulong seed)
    {
        var points = SymmetrySamples.Box(Count, 2, seed);
        var (targets, parts) = (new Targets(ValueTransform.Standardised([.. values]), 1), SampleParts.Assign(points, 4, 1, new(seed)));
        return SharedMisfit.Measure(points, targets, parts, SymmetrySamples.Fits(points, targets, parts, degree), Execution.Default);
    }
}
