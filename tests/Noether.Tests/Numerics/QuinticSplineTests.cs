using CsCheck;
using Noether.Numerics;

namespace Noether.Tests.Numerics;

public static class QuinticSplineTests
{
    private static readonly Gen<double> Fraction = Gen.Double[0, 1];

    [Fact]
    public static void Weights_add_up_to_one_and_slopes_to_zero() => Fraction.Sample(fraction =>
    {
        var (weights, slopes) = Weigh(fraction);

        return Math.Abs(weights.Sum() - 1) < Tolerance.Rounding.Absolute && Math.Abs(slopes.Sum()) < Tolerance.Rounding.Absolute;
    });

    [Fact]
    public static void Polynomials_up_to_degree_one_are_reproduced() => Fraction.Sample(fraction =>
        Math.Abs(Weigh(fraction).Weights.Select((weight, node) => weight * (node - 2)).Sum() - fraction) < Tolerance.Rounding.Absolute);

    [Fact]
    public static void Slopes_are_the_derivatives_of_the_weights() => Gen.Double[0.01, 0.99].Sample(fraction =>
    {
        const double Step = 1e-5;
        var (above, below, slopes) = (Weigh(fraction + Step).Weights, Weigh(fraction - Step).Weights, Weigh(fraction).Slopes);

        Assert.All(Enumerable.Range(0, 6), node => Assert.Equal((above[node] - below[node]) / (2 * Step), slopes[node], 1e-8));
    });

    [Fact]
    public static void The_transform_is_that_of_the_values_at_the_nodes() => Gen.Double[-4, 4].Sample(angle =>
        Math.Abs(Weigh(0).Weights.Select((weight, node) => weight * Math.Cos(angle * (node - 2))).Sum() - QuinticSpline.Transform(angle)) < Tolerance.Rounding.Absolute);

    private static (double[] Weights, double[] Slopes) Weigh(double fraction)
    {
        var (weights, slopes) = (new double[6], new double[6]);
        QuinticSpline.Weigh(fraction, weights, slopes);
        return (weights, slopes);
    }
}
