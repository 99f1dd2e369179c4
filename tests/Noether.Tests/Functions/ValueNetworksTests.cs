using Noether.Functions;
using Noether.Runs;
using Noether.Tests.Verification;
using Noether.Verification;

namespace Noether.Tests.Functions;

public static class ValueNetworksTests
{
    private const int Count = 2000;
    private const double Noise = 0.02;

    [Fact]
    public static void A_rational_function_that_polynomials_leave_open_is_claimed_by_networks_and_a_crooked_one_is_not()
    {
        var round = Find(Round);
        var crooked = Find(x => Round(x) + (0.3 * ((x[0] * x[0] * x[0]) + (x[1] * x[3] * x[4]) + (x[2] * x[2] * x[4]))));

        // Rotations of three coordinates and of the two others; polynomials and local fits know that they have missed something.
        Assert.Equal((SymmetryVerdict.Symmetric, "4 networks"), (round.Verdict, round.Fit.Method));
        Assert.Equal(4, round.Generators!.Count);
        Assert.True(First(Round).MissesStructure);
        Assert.NotEqual(SymmetryVerdict.Symmetric, crooked.Verdict);
    }

    [Fact]
    public static void Networks_that_predict_no_better_than_polynomials_are_not_used()
    {
        var points = SymmetrySamples.Box(Count, 3, 1);
        ImmutableArray<ImmutableArray<double>> values = [SymmetrySamples.Values(points, x => (x[0] * x[0]) + (x[1] * x[2]), 0.05, 1)];
        var first = new ValueSamples(points, values).Learn(SymmetrySamples.Identity(3), new(1), Execution.Default).Fit;

        var better = Networks(first with { Unexplained = 1 });

        Assert.StartsWith("Networks leave", Networks(first).Obstacle, StringComparison.Ordinal);
        Assert.Null(better.Obstacle);
        Assert.InRange(better.Unexplained, first.Unexplained, 2 * first.Unexplained); // they did learn it, down to its noise

        FunctionFit Networks(FunctionFit fit) =>
            new ValueNetworks(new(points, values), fit).Learn(SymmetrySamples.Identity(3), new(1), Execution.Default).Fit;
    }

    [Fact]
    public static void Few_samples_and_fits_that_miss_nothing_are_left_as_they_are()
    {
        var points = SymmetrySamples.Box(ValueNetworks.LeastSamples, 2, 1);
        var samples = new ValueSamples(points, [SymmetrySamples.Values(points, SymmetryRules.Square, 0, 1)]);
        var missed = new FunctionFit { Method = "some", Unexplained = 0.1, Misfit = 0.01, MisfitError = 0.001 };

        Assert.IsType<ValueNetworks>(((IFunctionLearner)samples).Alternative(missed));
        Assert.Null(samples.Alternative(missed with { MisfitError = 0.01 }));
        Assert.Null(samples.Select([.. Enumerable.Range(0, ValueNetworks.LeastSamples - 1)]).Alternative(missed));
    }

    [Fact]
    public static void Networks_have_the_same_bits_at_any_number_of_threads()
    {
        var points = SymmetrySamples.Box(1000, 2, 2);
        ImmutableArray<ImmutableArray<double>> values = [SymmetrySamples.Values(points, x => Math.Sin(3 * x[0] * x[1]), 0.01, 2)];
        int[] samples = [.. Enumerable.Range(0, 50)];

        Assert.Equal(Jacobians(1), Jacobians(3));

        double[] Jacobians(int threads)
        {
            var execution = new Execution { Threads = threads };
            var fit = new FunctionFit { Method = "none", Unexplained = 1 };
            var learned = new ValueNetworks(new(points, values), fit).Learn(SymmetrySamples.Identity(2), new(3), execution);
            return [.. learned.AtSamples([.. samples], execution).SelectMany(jets => jets.Jacobians)];
        }
    }

    private static double Round(double[] x) => ((x[0] * x[0]) + (x[1] * x[1]) + (x[2] * x[2])) / (0.3 + (x[3] * x[3]) + (x[4] * x[4]));

    private static ValueSamples Samples(Func<double[], double> function)
    {
        var points = SymmetrySamples.Box(Count, 5, 1);
        return new(points, [SymmetrySamples.Values(points, function, Noise, 1)]);
    }

    private static FoundSymmetry Find(Func<double[], double> function) =>
        SymmetryFinder.Find(Samples(function), new(), new(1), Execution.Default);

    private static FunctionFit First(Func<double[], double> function) =>
        Samples(function).Learn(SymmetrySamples.Identity(5), new(1), Execution.Default).Fit;
}
