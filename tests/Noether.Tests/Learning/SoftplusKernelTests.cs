using Noether.Learning.Steps;

namespace Noether.Tests.Learning;

public static class SoftplusKernelTests
{
    // Some roundings of single precision, relative to the number itself.
    private const double Rounding = 5e-7;

    [Fact]
    public static void Outputs_agree_with_the_definition_in_double_precision_wherever_they_count()
    {
        var sums = Enumerable.Range(-3840, 8000).Select(i => i / 96f).ToArray(); // -40 to 43.3

        var outputs = Applied(sums);

        for (var i = 0; i < sums.Length; i++)
        {
            var expected = Math.Max(0, (double)sums[i]) + LogOfOneAnd(Math.Exp(-Math.Abs((double)sums[i])));
            Assert.InRange(outputs[i] / expected, 1 - Rounding, 1 + Rounding);
        }
    }

    [Fact]
    public static void The_slope_recovered_from_the_output_is_the_logistic_function_of_the_sum()
    {
        var sums = Enumerable.Range(-3840, 8000).Select(i => i / 96f).ToArray();
        var deltas = Enumerable.Repeat(-3f, sums.Length).ToArray();

        SoftplusKernel.MultiplyBySlope(Applied(sums), deltas);

        for (var i = 0; i < sums.Length; i++)
        {
            Assert.InRange(deltas[i] * (1 + Math.Exp(-(double)sums[i])) / -3, 1 - (2 * Rounding), 1 + (2 * Rounding));
        }
    }

    [Fact]
    public static void Extreme_sums_keep_their_outputs_and_slopes_and_what_is_not_a_number_is_seen()
    {
        float[] extremes = [1000, float.MaxValue, float.PositiveInfinity, -1000, float.MinValue, float.NegativeInfinity];
        float[] sums = [.. extremes, float.NaN, 0, .. new float[8]];
        var (outputs, slopes) = (Applied(sums), Enumerable.Repeat(1f, 16).ToArray());
        SoftplusKernel.MultiplyBySlope(outputs, slopes);

        Assert.Equal(sums[..3], outputs[..3]);
        Assert.All(slopes[..3], slope => Assert.Equal(1, slope));
        Assert.All(outputs[3..6].Concat(slopes[3..6]), small => Assert.InRange(small, 0, 1e-17f));
        Assert.True(float.IsNaN(outputs[6]));
        Assert.Equal(Math.Log(2), outputs[7], Rounding);
        Assert.Equal(0.5, slopes[7], Rounding);
    }

    private static float[] Applied(float[] sums)
    {
        float[] outputs = [.. sums];
        SoftplusKernel.Apply(outputs);
        return outputs;
    }

    private static double LogOfOneAnd(double small) => small < 1e-5 ? small - (small * small / 2) : Math.Log(1 + small);
}
