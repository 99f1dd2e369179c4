using Noether.Functions;
using Noether.Runs;

namespace Noether.Tests.Functions;

public static class LogisticRegressionTests
{
    private const int Count = 4000;

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public static void The_weights_that_labels_were_drawn_with_come_back_although_some_labels_are_random(double wrong)
    {
        var (features, classes) = Draw(wrong);
        var weights = new LogisticRegression(features, 3, classes, new(wrong, [0.5, 0.5])).Fit(1e-6, null, TestContext.Current.CancellationToken);

        // Two classes: only the difference of their logits counts, here 1 + 3 x - 2 y.
        Assert.InRange(weights[3] - weights[0], 0.8, 1.2);
        Assert.InRange(weights[4] - weights[1], 2.6, 3.4);
        Assert.InRange(weights[5] - weights[2], -2.4, -1.6);
    }

    [Fact]
    public static void Weights_are_too_small_where_random_labels_are_not_expected()
    {
        var (features, classes) = Draw(0.2);
        var weights = new LogisticRegression(features, 3, classes, new(0, [0.5, 0.5])).Fit(1e-6, null, TestContext.Current.CancellationToken);

        Assert.InRange(weights[4] - weights[1], 0.5, 2.4);
    }

    [Fact]
    public static void At_the_minimum_no_weight_can_be_moved_to_a_smaller_loss()
    {
        var (features, classes) = Draw(0.1);
        var labels = new WrongLabels(0.1, [0.4, 0.6]);
        var weights = new LogisticRegression(features, 3, classes, labels).Fit(0.01, null, TestContext.Current.CancellationToken);
        var least = Loss(weights);

        for (var k = 0; k < weights.Length; k++)
        {
            foreach (var step in new[] { -0.1, 0.1 })
            {
                var moved = weights.ToArray();
                moved[k] += step;
                Assert.True(Loss(moved) >= least - 1e-6);
            }
        }

        double Loss(double[] w)
        {
            var sum = 0.0;
            for (var i = 0; i < Count; i++)
            {
                double[] p = [Dot(w, 0, i), Dot(w, 3, i)];
                LogisticRegression.SoftMax(p);
                sum -= Math.Log(labels.Mixed(p[classes[i]], classes[i])) / Count;
            }

            return sum + (0.005 * ((w[1] * w[1]) + (w[2] * w[2]) + (w[4] * w[4]) + (w[5] * w[5])));
        }

        double Dot(double[] w, int first, int i) => Enumerable.Range(0, 3).Sum(j => w[first + j] * features[(3 * i) + j]);
    }

    [Fact]
    public static void Logits_of_any_size_have_probabilities()
    {
        double[] logits = [2000, -2000, 1999];
        LogisticRegression.SoftMax(logits);

        Assert.Equal(1, logits.Sum(), 1e-12);
        Assert.Equal(Math.E, logits[0] / logits[2], 1e-9);
        Assert.Equal(0, logits[1]);
    }

    private static (double[] Features, int[] Classes) Draw(double wrong)
    {
        var random = new Seed(5).Stream();
        var (features, classes) = (new double[3 * Count], new int[Count]);
        for (var i = 0; i < Count; i++)
        {
            var (x, y) = (random.NextGaussian(), random.NextGaussian());
            (features[3 * i], features[(3 * i) + 1], features[(3 * i) + 2]) = (1, x, y);
            var p = 1 / (1 + Math.Exp(-(1 + (3 * x) - (2 * y))));
            classes[i] = random.NextUniform(0, 1) < wrong ? random.NextIndex(2) : random.NextUniform(0, 1) < p ? 1 : 0;
        }

        return (features, classes);
    }
}
