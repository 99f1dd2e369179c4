using Noether.Embeddings;
using Noether.Runs;

namespace Noether.Tests.Embeddings;

public static class RepulsionTests
{
    // In the sparsest map here nearly all force is between nearest neighbours, where differences on the grid are at their worst: 2.2e-3;
    // and most of the sum on the grid is the points' terms with themselves, which are taken off, so that its error weighs more.
    private const double LargestError = 3e-3;

    [Theory]
    [InlineData(1e-4, 1e-4)]
    [InlineData(1, 1e-4)]
    [InlineData(15, 1e-4)]
    [InlineData(60, 1e-4)]
    [InlineData(200, 5e-4)]
    public static void Interpolated_forces_are_those_of_the_sum_over_all_pairs(double span, double largestErrorOfSum)
    {
        var positions = Gaussian(800, span / 6);
        var (exact, interpolated) = (new double[positions.Length], new double[positions.Length]);

        var sum = new ExactRepulsion().Compute(positions, exact, Execution.Default);
        var interpolatedSum = new InterpolatedRepulsion().Compute(positions, interpolated, Execution.Default);

        Assert.Equal(1, interpolatedSum / sum, largestErrorOfSum);
        Assert.True(Distance(exact, interpolated) < LargestError * Distance(exact, new double[exact.Length]), $"relative error {Distance(exact, interpolated) / Distance(exact, new double[exact.Length])}");
    }

    [Fact]
    public static void The_sum_over_all_pairs_is_that_of_its_formula()
    {
        var positions = Gaussian(7, 1);
        var forces = new double[14];
        var (force, sum) = (0.0, 0.0);
        for (var i = 0; i < 7; i++)
        {
            for (var j = 0; j < 7; j++)
            {
                var (dx, dy) = (positions[2 * i] - positions[2 * j], positions[(2 * i) + 1] - positions[(2 * j) + 1]);
                sum += i == j ? 0 : 1 / (1 + (dx * dx) + (dy * dy));
                force += i == 3 ? dy / Math.Pow(1 + (dx * dx) + (dy * dy), 2) : 0;
            }
        }

        Assert.Equal(sum, new ExactRepulsion().Compute(positions, forces, Execution.Default), 1e-12);
        Assert.Equal(force, forces[7], 1e-12);
    }

    [Fact]
    public static void Points_at_one_place_and_points_on_a_line_are_no_trouble()
    {
        var forces = new double[4];
        Assert.Equal(2, new InterpolatedRepulsion().Compute([1, 2, 1, 2], forces, Execution.Default), 1e-6);
        Assert.All(forces, force => Assert.True(Math.Abs(force) < 1e-3));

        Assert.Equal(0.2, new InterpolatedRepulsion().Compute([0, 0, 3, 0], forces, Execution.Default), 1e-3);
        Assert.Equal(-0.03, forces[0], 1e-3);
    }

    private static double[] Gaussian(int count, double deviation)
    {
        var stream = new Seed(6).Stream();
        return [.. Enumerable.Range(0, 2 * count).Select(_ => deviation * stream.NextGaussian())];
    }

    private static double Distance(double[] x, double[] y) => Math.Sqrt(x.Zip(y).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
}
