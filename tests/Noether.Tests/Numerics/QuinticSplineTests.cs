using CsCheck;
using Noether.Numerics;

namespace Noether.Tests.Numerics;

public static class QuinticSplineTests
{
    // A few roundings in single precision of numbers up to 1.
    private const double Rounding = 1e-6;

    private static readonly Gen<double> Fraction = Gen.Double[0, 1];

    [Fact]
    public static void Weights_are_positive_and_add_up_to_one() => Fraction.Sample(fraction =>
        Math.Abs(Weigh(fraction).Sum() - 1) < Rounding && Weigh(fraction).All(weight => weight > -Rounding));

    [Fact]
    public static void The_weighted_mean_of_the_nodes_is_the_place() => Fraction.Sample(fraction =>
        Math.Abs(Weigh(fraction).Select((weight, node) => weight * (node - 2)).Sum() - fraction) < Rounding);

    [Fact]
    public static void The_weights_are_the_truncated_powers_of_the_definition() => Fraction.Sample(fraction =>
        Assert.All(Enumerable.Range(0, 6), node => Assert.Equal(Spline(fraction - (node - 2)), Weigh(fraction)[node], Rounding)));

    [Fact]
    public static void The_transform_is_that_of_the_values_at_the_nodes() => Gen.Double[-4, 4].Sample(angle =>
        Math.Abs(Weigh(0).Select((weight, node) => weight * Math.Cos(angle * (node - 2))).Sum() - QuinticSpline.Transform(angle)) < Rounding);

    private static double[] Weigh(double fraction)
    {
        var weights = new float[6];
        QuinticSpline.Weigh((float)fraction, weights);
        return [.. weights.Select(weight => (double)weight)];
    }

    // Sum over k of (-1)^k (6 choose k) max(x + 3 - k, 0)^5 / 5!
    private static double Spline(double x) =>
        new[] { 1, -6, 15, -20, 15, -6, 1 }.Select((factor, k) => factor * Math.Pow(Math.Max(x + 3 - k, 0), 5)).Sum() / 120;
}
