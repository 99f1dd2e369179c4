using Noether.Data;
using Noether.Functions;
using Noether.Runs;
using Noether.Tests.Verification;

namespace Noether.Tests.Functions;

public static class LocalQuadraticTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public static void A_quadratic_function_is_returned_with_its_gradient_anywhere(int dimension)
    {
        var points = SymmetrySamples.Box(300, dimension, 1);
        var targets = new Targets([.. Enumerable.Range(0, 300).SelectMany(i => new[] { Quadratic(points.Row(i).ToArray()), points[i, 0] })], 2);
        var fit = new LocalQuadratic(points, targets, 3 * PolynomialBasis.CountOf(dimension, 2));
        var places = SymmetrySamples.Box(20, dimension, 2);

        var jets = fit.At(places, Execution.Default);

        for (var i = 0; i < places.Count; i++)
        {
            var x = places.Row(i).ToArray();
            Assert.Equal(Quadratic(x), jets.Values[2 * i], 1e-7);
            Assert.Equal(x[0], jets.Values[(2 * i) + 1], 1e-7);
            for (var j = 0; j < dimension; j++)
            {
                Assert.Equal((2 * (j + 1) * x[j]) + (j == 0 ? 1 : 0), jets.Jacobians[(i * 2 * dimension) + j], 1e-6);
                Assert.Equal(j == 0 ? 1 : 0, jets.Jacobians[(((i * 2) + 1) * dimension) + j], 1e-6);
            }
        }

        static double Quadratic(double[] x) => x[0] - 2 + x.Select((value, j) => (j + 1) * value * value).Sum();
    }

    [Fact]
    public static void A_cubic_function_is_off_by_less_the_fewer_neighbours_are_asked()
    {
        var points = SymmetrySamples.Box(2000, 2, 1);
        var targets = new Targets([.. SymmetrySamples.Values(points, Cubic, 0, 0)], 1);
        var places = SymmetrySamples.Box(100, 2, 2);

        Assert.InRange(Error(20), 1e-5, 0.01);
        Assert.InRange(Error(500), 10 * Error(20), 1);

        double Error(int neighbours)
        {
            var jets = new LocalQuadratic(points, targets, neighbours).At(places, Execution.Default);
            return Math.Sqrt(Enumerable.Range(0, 100).Average(i => Math.Pow(jets.Values[i] - Cubic(places.Row(i).ToArray()), 2)));
        }

        static double Cubic(double[] x) => x[0] * x[0] * x[0];
    }

    [Fact]
    public static void Several_numbers_of_neighbours_at_once_give_the_bits_of_each_alone()
    {
        var points = SymmetrySamples.Box(500, 3, 1);
        var targets = new Targets([.. SymmetrySamples.Values(points, x => Math.Sin(x[0]) * x[1], 0.1, 1)], 1);
        var places = SymmetrySamples.Box(70, 3, 2);
        var most = new LocalQuadratic(points, targets, 200);

        var together = most.ValuesAt(places, [20, 90, 200], Execution.Default);

        Assert.Equal(most.At(places, Execution.Default).Values, together[2]);
        Assert.Equal(new LocalQuadratic(points, targets, 90).At(places, Execution.Default).Values, together[1]);
        Assert.Equal(most.WithNeighbours(20).At(places, Execution.Default).Values, together[0]);
        Assert.Equal(most.ValuesAt(places, [500], Execution.Default), most.ValuesAt(places, [501], Execution.Default)); // there are no more
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public static void Local_fits_are_measured_on_few_samples_unless_they_may_win(bool isSmooth)
    {
        var points = SymmetrySamples.Box(2500, 2, 1);
        var values = SymmetrySamples.Values(points, x => isSmooth ? x[0] * x[1] : Math.Sin(20 * x[0]), 0.05, 1);
        var parts = SampleParts.Assign(points, 8, 1, new(1));
        LearnedFunction[] learned =
        [
            .. new[] { 100, 1500 }.Select(first => ValueLearner.Learn(
                points, [values], parts, new() { FirstHeldOut = first }, Execution.Default)),
        ];

        Assert.Equal(isSmooth, !learned[0].Fit.Method.StartsWith("local", StringComparison.Ordinal)); // the control: what only local fits learn
        Assert.Equal(learned[1].Fit.Unexplained, learned[0].Fit.Unexplained, 1e-12);
        Assert.Equal(learned[1].Fit with { Unexplained = 0 }, learned[0].Fit with { Unexplained = 0 }); // as if measured on all
    }

    [Fact]
    public static void Equal_samples_in_one_place_do_no_harm()
    {
        var points = new PointCloud(30, 2, [.. Enumerable.Range(0, 30).SelectMany(i => new double[] { i / 10, 0 })]);
        var jets = new LocalQuadratic(points, new Targets([.. Enumerable.Range(0, 30).Select(i => (double)(i / 10))], 1), 10).At(points, Execution.Default);

        Assert.All(jets.Values.Concat(jets.Jacobians), value => Assert.True(double.IsFinite(value)));
        Assert.Equal(1, jets.Values[15], 1e-6);
    }
}
