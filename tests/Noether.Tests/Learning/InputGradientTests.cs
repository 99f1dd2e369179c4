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

    [Theory]
    [InlineData(Activation.Rectified, 0)]
    [InlineData(Activation.Softplus, 0)]
    [InlineData(Activation.Softplus, 1)]
    public static void The_Jacobian_of_a_head_has_the_gradient_of_every_logit(Activation activation, int head)
    {
        var options = LearningSamples.Hidden(new(20, activation), new(33, activation));
        var network = Network.Untrained(Sample.Standardisation, [4, 19], options, new(6));
        var points = LearningSamples.Random(1100, 3, [2], new(3)).Points; // blocks of more than one task, the last of them not full
        var (reference, classes) = (new ReferenceNetwork(network), network.Heads[head].Outputs);

        var jacobian = InputGradient.OfLogits(network, points.ToSingle(), head, Execution.Default);

        Assert.Equal((points.Count * classes, 3), (jacobian.Rows, jacobian.Columns));
        var byOneThread = InputGradient.OfLogits(network, points.ToSingle(), head, LearningSamples.SingleThread);
        Assert.Equal(byOneThread.Entries.ToArray(), jacobian.Entries.ToArray());
        for (var c = 0; c < classes; c++)
        {
            var everywhere = Enumerable.Repeat(c, points.Count);
            var alone = InputGradient.OfLogit(network, points.ToSingle(), head, [.. everywhere], Execution.Default);
            for (var i = 0; i < points.Count; i++)
            {
                Assert.Equal(alone.Row(i), jacobian.Row((i * classes) + c));
            }

            foreach (var i in (int[])[0, 127, 128, 1023, 1024, 1099])
            {
                Assert.All(Enumerable.Range(0, 3), j => Assert.Equal(
                    Slope(points.Row(i), j, x => reference.Logits(x, head)[c]),
                    jacobian[(i * classes) + c, j],
                    Rounding));
            }
        }
    }

    [Fact]
    public static void A_smooth_networks_gradient_is_continuous_and_a_rectified_ones_jumps()
    {
        Assert.InRange(LargestChange(Activation.Softplus), 0, 0.01);
        Assert.InRange(LargestChange(Activation.Rectified), 0.05, double.PositiveInfinity);

        static double LargestChange(Activation activation)
        {
            var network = Network.Untrained(2, [3], LearningSamples.Hidden(new(20, activation), new(33, activation)), new(6));
            var line = Enumerable.Range(0, 2000).SelectMany(i => new[] { (i / 1000f) - 1, 0.3f }); // steps of 0.001
            var jacobian = InputGradient.OfLogits(network, new(2000, 2, [.. line]), 0, Execution.Default);
            return Enumerable.Range(3, jacobian.Rows - 3).Max(row => Math.Abs(jacobian[row, 0] - jacobian[row - 3, 0]));
        }
    }

    [Fact]
    public static void A_head_a_class_or_a_number_of_classes_that_does_not_fit_is_refused()
    {
        var points = LearningSamples.Random(2, 3, [2], new(3)).Points.ToSingle();

        Assert.Throws<ArgumentException>(() => InputGradient.OfLogit(Sample, points, 2, [0, 0], Execution.Default));
        Assert.Throws<ArgumentException>(() => InputGradient.OfLogit(Sample, points, 0, [0, 4], Execution.Default));
        Assert.Throws<ArgumentException>(() => InputGradient.OfLogit(Sample, points, 0, [0], Execution.Default));
        Assert.Throws<ArgumentException>(() => InputGradient.OfLogits(Sample, points, -1, Execution.Default));
        Assert.Throws<ArgumentException>(() => InputGradient.OfLogits(Sample, new(1, 2, new float[2]), 0, Execution.Default));
    }

    private static double Slope(ReadOnlySpan<double> point, int coordinate, Func<double[], double> function)
    {
        var (above, below) = (point.ToArray(), point.ToArray());
        above[coordinate] += Step;
        below[coordinate] -= Step;
        return (function(above) - function(below)) / (2 * Step);
    }
}
