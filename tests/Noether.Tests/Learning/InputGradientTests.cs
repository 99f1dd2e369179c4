using Noether.Learning;
using Noether.Runs;

namespace Noether.Tests.Learning;

public static class InputGradientTests
{
    private const double Rounding = 2e-5;
    private const double Step = 1e-6;

    private static readonly Network Sample = Network.Untrained(
        new Standardisation([0.5f, -2, 0], [2, 1, 0.25f]),
        [4, 19],
        LearningSamples.Hidden(new(20), new(33)),
        new(6));

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 19)]
    public static void Gradients_with_respect_to_the_inputs_agree_with_finite_differences(int head, int classes)
    {
        var data = LearningSamples.Random(70, 3, [classes], new(3));
        var (points, chosen) = (data.Points, data.Heads[0].Classes);
        var reference = new ReferenceNetwork(Sample);

        var ofLogit = InputGradient.OfLogit(Sample, points.ToSingle(), head, chosen, Execution.Default);
        var ofLogProbability = InputGradient.OfLogProbability(Sample, points.ToSingle(), head, chosen, Execution.Default);

        for (var i = 0; i < points.Count; i += 3)
        {
            for (var j = 0; j < 3; j++)
            {
                Assert.Equal(Slope(points.Row(i), j, x => reference.Logits(x, head)[chosen[i]]), ofLogit[i, j], Rounding);
                Assert.Equal(Slope(points.Row(i), j, x => reference.LogProbability(x, head, chosen[i])), ofLogProbability[i, j], Rounding);
            }
        }
    }

    [Fact]
    public static void A_head_a_class_or_a_number_of_classes_that_does_not_fit_is_refused()
    {
        var points = LearningSamples.Random(2, 3, [2], new(3)).Points.ToSingle();

        Assert.Throws<ArgumentException>(() => InputGradient.OfLogit(Sample, points, 2, [0, 0], Execution.Default));
        Assert.Throws<ArgumentException>(() => InputGradient.OfLogit(Sample, points, 0, [0, 4], Execution.Default));
        Assert.Throws<ArgumentException>(() => InputGradient.OfLogit(Sample, points, 0, [0], Execution.Default));
    }

    private static double Slope(ReadOnlySpan<double> point, int coordinate, Func<double[], double> function)
    {
        var (above, below) = (point.ToArray(), point.ToArray());
        above[coordinate] += Step;
        below[coordinate] -= Step;
        return (function(above) - function(below)) / (2 * Step);
    }
}
