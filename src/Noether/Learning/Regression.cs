using Noether.Learning.Steps;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Learning;

/// <summary>
/// Trains networks with one linear output per value on the squared error, Eq. (L11): a number of steps that is known beforehand, over
/// which the learning rate falls to zero, so that a network is not stopped in mid-stride.
/// </summary>
internal static class Regression
{
    /// <summary>Trains a network; one that has learned nothing is the answer where the loss left the finite numbers.</summary>
    /// <param name="points">The inputs, about 1 in size. Shape [n, d].</param>
    /// <param name="values">What is to be learned, about 1 in size. Shape [n, outputs].</param>
    /// <param name="options">Layers and steps.</param>
    /// <param name="seed">Initial weights and the order of the samples.</param>
    /// <param name="cancellation">Is heard between two steps.</param>
    public static Network Train(
        SingleMatrix points, SingleMatrix values, RegressionOptions options, Seed seed, CancellationToken cancellation)
    {
        var standardisation = options.Standardisation(points.Columns);
        var untrained = Network.Untrained(standardisation, [values.Columns], options.Network, seed.For("weights"));
        var (n, batch) = (points.Rows, Math.Min(options.BatchSize, points.Rows));
        var set = new TrainingSet(points, standardisation, new ValueTargets([.. values.Entries], values.Columns));
        var step = new TrainingStep(set, untrained, [.. options.Network.Hidden.Select(layer => layer.Penalty)], batch, VectorPaths.Best);
        using var crew = new WorkCrew(1); // a step is over before a second thread could help
        var (stream, order, next) = (seed.For("batches").Stream(), Enumerable.Range(0, n).ToArray(), n);
        var steps = (int)Math.Min(options.Steps, Math.Ceiling((double)options.MostEpochs * n / batch));
        for (var i = 0; i < steps; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (next + batch > n)
            {
                stream.Shuffle<int>(order);
                next = 0;
            }

            step.LearningRate = options.LearningRate * (1 + Math.Cos(Math.PI * i / steps)) / 2;
            step.Run(order.AsSpan(next, batch), crew);
            next += batch;
        }

        return step.IsFinite ? step.Snapshot() : untrained;
    }
}

/// <summary>How <see cref="Regression"/> trains. The defaults were chosen on functions that polynomials learn badly.</summary>
internal sealed record RegressionOptions
{
    /// <summary>Layers; smooth ones, whose gradients are smooth.</summary>
    public NetworkOptions Network { get; init; } = new() { Hidden = [new(48, Activation.Softplus), new(48, Activation.Softplus)] };

    /// <summary>
    /// Divides the inputs: below 1, units bend within the samples from the start, where otherwise they would have to grow first.
    /// </summary>
    public float InputScale { get; init; } = 0.5f;

    /// <summary>Samples per step.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Steps of a training at most; they bound its time.</summary>
    public int Steps { get; init; } = 10_000;

    /// <summary>How often a sample is shown at most: small tables are learned by heart otherwise.</summary>
    public int MostEpochs { get; init; } = 500;

    /// <summary>The learning rate of the first step.</summary>
    public double LearningRate { get; init; } = 1e-2;

    /// <summary>What a network does to its inputs first.</summary>
    public Standardisation Standardisation(int dimension) =>
        new([.. new float[dimension]], [.. Enumerable.Repeat(InputScale, dimension)]);
}
