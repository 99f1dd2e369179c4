using Noether.Data;
using Noether.Learning;
using Noether.Learning.Steps;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Learning;

public static class TrainingStepTests
{
    // The kernels work in single precision and the reference in double.
    private const double Rounding = 2e-5;
    private const double Step = 1e-5;

    private static readonly NetworkOptions Mixed = LearningSamples.Hidden(new(20), new(33), new(7, Activation.Linear));

    // No width is a multiple of 16: the padding would count if it were not kept zero.
    private static readonly NetworkOptions Smooth =
        LearningSamples.Hidden(new(20, Activation.Softplus), new(33), new(7, Activation.Softplus));

    public static TheoryData<int> Paths => [.. Enum.GetValues<VectorPath>().Select(path => (int)path)];

    public static TheoryData<int, bool> PathsAndNetworks =>
        [.. Enum.GetValues<VectorPath>().SelectMany(path => new[] { ((int)path, false), ((int)path, true) })];

    [Theory]
    [MemberData(nameof(PathsAndNetworks))]
    public static void Gradients_of_kernels_and_biases_agree_with_finite_differences(int path, bool smooth)
    {
        var data = LearningSamples.Random(RowBlock.MaximumRows + 17, 3, [4, 19], new(5)); // two blocks, one of them not full
        var network = Network.Untrained(Standardisation.Of(data.Points), [4, 19], smooth ? Smooth : Mixed, new(6));
        var step = RunOneStep(data, network, (VectorPath)path);
        var reference = new ReferenceNetwork(network);

        var stream = new Seed(7).Stream();
        for (var l = 0; l < reference.Layers.Length; l++)
        {
            // The heads are one layer to the kernels: the second begins where the first ends.
            var (layer, offset, update) = (reference.Layers[l], l == 4 ? 4 : 0, step.Updates[Math.Min(l, 3)]);
            for (var trial = 0; trial < 8; trial++)
            {
                var (i, j) = (stream.NextIndex(layer.Kernel.GetLength(0)), stream.NextIndex(layer.Bias.Length));
                Assert.Equal(Slope(reference, data, ref layer.Kernel[i, j]), Entry(update.Gradient, i, j + offset), Rounding);
                Assert.Equal(Slope(reference, data, ref layer.Bias[j]), update.BiasGradient[j + offset], Rounding);
            }
        }
    }

    [Fact]
    public static void The_gradient_of_a_dead_network_is_that_of_its_heads_biases_alone()
    {
        var data = LearningSamples.Random(40, 3, [4], new(5));
        var alive = Network.Untrained(3, [4], LearningSamples.Hidden(new LayerOptions(20)), new(6));
        var dead = new Network(alive.Standardisation, [new(alive.Hidden[0].Kernel, [.. Enumerable.Repeat(-100f, 20)], Activation.Rectified)], alive.Heads);

        var step = RunOneStep(data, dead, VectorPaths.Best);

        Assert.All(step.Updates[0].Gradient.Entries.ToArray(), value => Assert.Equal(0, value));
        Assert.NotEqual(0, step.Updates[1].BiasGradient[0]);
    }

    [Fact]
    public static void The_padding_of_smooth_layers_stays_zero()
    {
        var data = LearningSamples.Random(80, 3, [4], new(5));

        var step = RunOneStep(data, Network.Untrained(3, [4], Smooth, new(6)), VectorPaths.Best);

        var heads = step.Updates[3].Gradient; // shape [7, 4] in a panel of 16 rows
        Assert.All(Enumerable.Range(7, 9), row => Assert.Equal(0, Entry(heads, row, 0)));
        Assert.NotEqual(0, Entry(heads, 6, 0));
    }

    [Fact]
    public static void The_measured_loss_is_the_mean_cross_entropy_summed_over_the_heads()
    {
        var data = LearningSamples.Random(80, 3, [4, 19], new(5));
        var network = Network.Untrained(Standardisation.Of(data.Points), [4, 19], Mixed, new(6));

        var step = RunOneStep(data, network, VectorPaths.Best);

        Assert.Equal(new ReferenceNetwork(network).Loss(data), step.Loss / data.Count, Rounding);
    }

    [Fact]
    public static void One_step_moves_every_weight_as_Adam_in_double_precision_does()
    {
        const float Penalty = 0.25f;
        var stream = new Seed(1).Stream();
        var weights = Numbers(stream);
        var (first, second, expected) = (new float[weights.Length], new float[weights.Length], weights.Select(w => (double)w).ToArray());
        var (m, v) = (new double[weights.Length], new double[weights.Length]);

        for (var t = 1; t <= 5; t++)
        {
            var gradient = Numbers(stream);
            (AdamKernel.At(t, 0.01) with { Decay = 2 * Penalty }).Apply(weights, gradient, first, second);
            for (var i = 0; i < weights.Length; i++)
            {
                var slope = gradient[i] + (2 * Penalty * expected[i]);
                m[i] = (0.9 * m[i]) + (0.1 * slope);
                v[i] = (0.999 * v[i]) + (0.001 * slope * slope);
                expected[i] -= 0.01 * m[i] / (1 - Math.Pow(0.9, t)) / (Math.Sqrt(v[i] / (1 - Math.Pow(0.999, t))) + 1e-8);
            }
        }

        Assert.All(Enumerable.Range(0, weights.Length), i => Assert.Equal(expected[i], weights[i], Rounding));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public static void A_step_allocates_nothing(int threads, bool smooth)
    {
        var data = LearningSamples.Random(200, 3, [4, 19], new(5));
        var step = Prepare(data, Network.Untrained(3, [4, 19], smooth ? Smooth : Mixed, new(6)), VectorPaths.Best);
        var samples = Enumerable.Range(0, 150).ToArray();
        using var crew = new WorkCrew(threads);
        step.Run(samples, crew);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 20; i++)
        {
            step.Run(samples, crew);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [MemberData(nameof(PathsAndNetworks))]
    public static void Any_crew_takes_steps_of_the_same_bits(int path, bool smooth)
    {
        var data = LearningSamples.Random(300, 3, [4, 19], new(5));
        var network = Network.Untrained(3, [4, 19], smooth ? Smooth : Mixed, new(6));

        var kernels = ((int[])[1, 2, 5]).Select(threads =>
        {
            var step = Prepare(data, network, (VectorPath)path);
            using var crew = new WorkCrew(threads);
            for (var i = 0; i < 20; i++)
            {
                step.Run([.. Enumerable.Range(i, 280)], crew);
            }

            return step.Snapshot().Hidden[0].Kernel.Entries.ToArray();
        }).ToArray();

        Assert.Equal(kernels[0], kernels[1]);
        Assert.Equal(kernels[0], kernels[2]);
        Assert.NotEqual(kernels[0], network.Hidden[0].Kernel.Entries.ToArray());
    }

    private static TrainingStep Prepare(LabelledPoints data, Network network, VectorPath path) =>
        new(new(new(data.Points.ToSingle(), data.Heads, data.Cells), network.Standardisation), network, [], data.Count, path) { LearningRate = 1e-3 };

    private static TrainingStep RunOneStep(LabelledPoints data, Network network, VectorPath path)
    {
        var step = Prepare(data, network, path);
        using var alone = new WorkCrew(1);
        step.Run([.. Enumerable.Range(0, data.Count)], alone);
        return step;
    }

    private static float[] Numbers(RandomStream stream) => [.. Enumerable.Range(0, 32).Select(_ => (float)stream.NextGaussian())];

    private static double Slope(ReferenceNetwork reference, LabelledPoints data, ref double weight)
    {
        var start = weight;
        weight = start + Step;
        var above = reference.Loss(data);
        weight = start - Step;
        var below = reference.Loss(data);
        weight = start;
        return (above - below) / (2 * Step);
    }

    private static float Entry(PanelMatrix matrix, int row, int column)
    {
        var entry = new float[1];
        matrix.CopyRow(row, column, entry);
        return entry[0];
    }
}
