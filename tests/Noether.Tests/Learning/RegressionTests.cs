using Noether.Learning;
using Noether.Learning.Steps;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Learning;

public static class RegressionTests
{
    [Fact]
    public static void Loss_and_gradient_are_those_of_half_the_squared_error()
    {
        var targets = new ValueTargets([9, 9, 1, -2], 2);
        float[] outputs = [1.5f, 0];

        var loss = targets.ToGradient(outputs, 0, sample: 1, out var isRight);

        Assert.Equal(((0.5 * 0.5) + (2 * 2)) / 2, loss, 1e-6);
        Assert.Equal([0.5f, 2], outputs);
        Assert.False(isRight);
    }

    [Fact]
    public static void Two_values_are_learned_and_predicted_at_other_places_and_shuffled_ones_are_not()
    {
        var (points, values) = Samples(600, new(1));
        var (others, truth) = Samples(300, new(2));
        var rows = Enumerable.Range(0, 600).ToArray();
        new Seed(3).Stream().Shuffle<int>(rows);
        var shuffled = new SingleMatrix(600, 2, [.. rows.SelectMany(row => values.Row(row).ToArray())]);

        Assert.InRange(Missed(values), 0, 0.01);
        Assert.InRange(Missed(shuffled), 0.5, double.PositiveInfinity);

        double Missed(SingleMatrix taught)
        {
            var network = Regression.Train(points, taught, new() { Steps = 4000 }, new(4), CancellationToken.None);
            var predicted = network.Logits(others, Execution.Default)[0].Entries.ToArray();
            var all = truth.Entries.ToArray();
            return predicted.Zip(all, (p, t) => (double)(p - t) * (p - t)).Sum() / all.Sum(t => (double)t * t);
        }
    }

    [Fact]
    public static void A_training_that_diverges_gives_a_network_that_has_learned_nothing()
    {
        var (points, values) = Samples(100, new(1));
        var network = Regression.Train(points, values, new() { LearningRate = 1e38 }, new(4), CancellationToken.None);

        Assert.All(network.Heads[0].Bias, bias => Assert.Equal(0, bias));
    }

    private static (SingleMatrix Points, SingleMatrix Values) Samples(int count, Seed seed)
    {
        var random = seed.Stream();
        double[][] rows = [.. Enumerable.Range(0, count).Select(_ => new[] { Draw(), Draw() })];
        float[] values = [.. rows.SelectMany(x => new[] { Math.Sin(2 * x[0] * x[1]), Math.Tanh(2 * x[0]) }).Select(value => (float)value)];
        return (new(count, 2, [.. rows.SelectMany(x => x).Select(value => (float)value)]), new(count, 2, values));

        double Draw() => random.NextUniform(-1.5, 1.5);
    }
}
