using Noether.Learning;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Learning;

public static class NetworkTests
{
    private const double Rounding = 2e-5;

    private static readonly Network Sample = Network.Untrained(
        new Standardisation([0.5f, -2, 0], [2, 1, 0.25f]),
        [4, 19],
        LearningSamples.Hidden(new(20), new(33), new(7, Activation.Linear)),
        new(6));

    [Theory]
    [InlineData(Activation.Rectified)]
    [InlineData(Activation.Softplus)]
    public static void Embedding_logits_and_probabilities_agree_with_the_definition(Activation activation)
    {
        var points = LearningSamples.Random(1100, 3, [2], new(1)).Points;
        var options = LearningSamples.Hidden(new(20, activation), new(33, activation), new(7, Activation.Linear));
        var network = Network.Untrained(Sample.Standardisation, [4, 19], options, new(6));
        var reference = new ReferenceNetwork(network);

        var embedding = network.Embed(points.ToSingle(), Execution.Default);
        var logits = network.Logits(points.ToSingle(), Execution.Default);
        var probabilities = network.Probabilities(points.ToSingle(), Execution.Default);

        foreach (var i in (int[])[0, 63, 64, 500, 1023, 1024, 1099])
        {
            var point = points.Row(i).ToArray();
            AssertEqual(reference.Embed(point), embedding.Row(i));
            AssertEqual(reference.Logits(point, 0), logits[0].Row(i));
            AssertEqual(reference.Logits(point, 1), logits[1].Row(i));
            AssertEqual([.. Enumerable.Range(0, 19).Select(c => Math.Exp(reference.LogProbability(point, 1, c)))], probabilities[1].Row(i));
        }
    }

    [Theory]
    [InlineData(InitialWeights.GlorotUniform, 0.1)] // sqrt(6 / (500 + 100))
    [InlineData(InitialWeights.InverseRootOfInputs, 0.0447213595)] // 1 / sqrt(500)
    public static void Kernels_are_drawn_evenly_within_the_bound_of_their_kind(InitialWeights weights, double bound)
    {
        var kernel = Network.Untrained(500, [3], new() { Hidden = [new(100)], InitialWeights = weights }, new(4)).Hidden[0].Kernel.Entries.ToArray();

        Assert.InRange(kernel.Max(), 0.999 * bound, 1.000001 * bound); // of 50,000 draws the largest comes this near
        Assert.InRange(kernel.Min(), -1.000001 * bound, -0.999 * bound);
        Assert.Equal(bound * bound / 3, kernel.Average(weight => (double)weight * weight), 0.02 * bound * bound);
        Assert.NotEqual(new NetworkOptions(), new NetworkOptions { InitialWeights = InitialWeights.InverseRootOfInputs });
    }

    [Fact]
    public static void The_predicted_class_is_the_one_of_the_largest_logit_and_the_first_of_equals()
    {
        var points = new SingleMatrix(2, 1, [1, -1]);
        var embedding = new DenseLayer(new(1, 2, [1, -1]), [0, 0], Activation.Rectified);
        var head = new DenseLayer(new(2, 3, [0, 2, 2, 1, 0, 0]), [0, 0, 0], Activation.Linear);

        var predicted = new Network(Standardisation.None(1), [embedding], [head]).Predict(points, Execution.Default);

        Assert.Equal([1, 0], Assert.Single(predicted));
    }

    [Fact]
    public static void An_untrained_network_has_zero_biases_and_kernels_within_their_bound_and_depends_on_its_seed()
    {
        var network = Network.Untrained(3, [4], LearningSamples.Hidden(new LayerOptions(50)), new(1));
        var bound = Math.Sqrt(6.0 / 53);

        Assert.Equal([3, 50, 4], network.Layers);
        Assert.All(network.Hidden[0].Bias, bias => Assert.Equal(0, bias));
        Assert.All(network.Hidden[0].Kernel.Entries.ToArray(), weight => Assert.InRange(weight, -bound, bound));
        Assert.InRange(network.Hidden[0].Kernel.Entries.ToArray().Average(weight => weight * weight), 0.8 * bound * bound / 3, 1.2 * bound * bound / 3);
        Assert.NotEqual(
            network.Hidden[0].Kernel.Entries.ToArray(),
            Network.Untrained(3, [4], LearningSamples.Hidden(new LayerOptions(50)), new(2)).Hidden[0].Kernel.Entries.ToArray());
    }

    [Fact]
    public static void Very_large_logits_still_give_probabilities()
    {
        var network = new Network(Standardisation.None(1), [new(new(1, 1, [1]), [0], Activation.Linear)], [new(new(1, 3, [1000, -1000, 0]), [0, 0, 0], Activation.Linear)]);

        var probabilities = network.Probabilities(new(1, 1, [50]), Execution.Default)[0];

        Assert.Equal([1, 0, 0], probabilities.Row(0).ToArray());
    }

    [Fact]
    public static void No_points_have_an_empty_embedding() => Assert.Equal(0, Sample.Embed(new(0, 3, []), Execution.Default).Rows);

    [Fact]
    public static void Points_of_another_dimension_are_refused_with_both_numbers()
    {
        var error = Assert.Throws<ArgumentException>(() => Sample.Embed(new(1, 2, [0, 0]), Execution.Default));

        Assert.Contains("3 inputs", error.Message, StringComparison.Ordinal);
        Assert.Contains("2 coordinates", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void Layers_that_do_not_fit_each_other_are_refused()
    {
        var layer = new DenseLayer(new(2, 3, new float[6]), [0, 0, 0], Activation.Linear);

        Assert.Throws<ArgumentException>(() => new Network(Standardisation.None(2), [layer, layer], [layer]));
        Assert.Throws<ArgumentException>(() => new Network(Standardisation.None(2), [layer], [layer]));
        Assert.Throws<ArgumentException>(() => new Network(Standardisation.None(2), [], [layer]));
        Assert.Throws<ArgumentException>(() => new DenseLayer(new(2, 3, new float[6]), [0, 0], Activation.Linear));
        Assert.Throws<ArgumentException>(() => new DenseLayer(new(1, 1, [float.NaN]), [0], Activation.Linear));
    }

    [Fact]
    public static void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LayerOptions(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LayerOptions(3, Penalty: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LayerOptions(3) with { Width = 0 });
        Assert.Throws<ArgumentException>(() => new NetworkOptions { Hidden = [] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { BatchSize = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { LearningRate = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { TargetAccuracy = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { CoolDown = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingOptions { MaximumEpochs = 0 });
        Assert.Throws<ArgumentException>(() => new Standardisation([0], [0]));
    }

    [Fact]
    public static void Standardised_points_have_mean_zero_and_deviation_one_except_where_constant()
    {
        var points = new Noether.Data.PointCloud(4, 2, [1, 7, 2, 7, 3, 7, 6, 7]);

        var standardisation = Standardisation.Of(points);

        Assert.Equal([3, 7], standardisation.Mean);
        Assert.Equal([(float)Math.Sqrt(3.5), 1], standardisation.Scale);
    }

    private static void AssertEqual(double[] expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], Rounding);
        }
    }
}
