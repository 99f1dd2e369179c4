using Noether.Data;
using Noether.Learning;
using Noether.Learning.Steps;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Benchmarks;

/// <summary>A network and random samples for timing steps of training.</summary>
internal sealed class TrainingCase
{
    private readonly int _batch;
    private readonly int _samples;
    private readonly int[] _indices;
    private readonly TrainingStep _step;

    /// <summary>The case "tiny" (the paper's Figure 1), "smooth" (the same with softplus) or "table1" (its Table 1).</summary>
    public TrainingCase(string name, int batch, VectorPath path)
    {
        var (inputs, hidden, classes) = name switch
        {
            "tiny" => (2, new LayerOptions[] { new(80), new(80) }, new[] { 11 }),
            "smooth" => (2, [new(80, Activation.Softplus), new(80, Activation.Softplus)], [11]),
            "table1" => (348, [new(315), new(315), new(100), new(100, Activation.Linear)], [102, 20]),
            _ => throw new ArgumentException($"There is no case '{name}'; there are tiny, smooth and table1.", nameof(name)),
        };
        _batch = batch;
        _samples = 16 * batch;
        _indices = new int[batch];
        var network = Network.Untrained(inputs, [.. classes], new() { Hidden = [.. hidden] }, new(1));
        var set = new TrainingSet(TrainingData.Of(Samples(_samples, inputs, classes), new() { Standardised = false }), network.Standardisation);
        _step = new(set, network, [], batch, path) { LearningRate = 1e-3 };
    }

    /// <summary>Takes one step on the batch of a number.</summary>
    public void Step(int number, WorkCrew crew)
    {
        for (var i = 0; i < _batch; i++)
        {
            _indices[i] = (int)((((long)number * _batch) + i) % _samples);
        }

        _step.Run(_indices, crew);
    }

    private static LabelledPoints Samples(int count, int dimension, int[] classCounts)
    {
        var stream = new Seed(1).Stream();
        var points = new PointCloud(count, dimension, [.. Enumerable.Range(0, count * dimension).Select(_ => stream.NextUniform(-1, 1))]);
        return new(points, [.. classCounts.Select((classes, head) => new Labels(
            $"head {head}",
            [.. Enumerable.Range(0, count).Select(_ => stream.NextIndex(classes))],
            [.. Enumerable.Range(0, classes).Select(number => $"{number}")]))]);
    }
}
