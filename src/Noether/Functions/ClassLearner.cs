using System.Numerics.Tensors;
using Noether.Data;
using Noether.Learning;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>
/// Learns what classes depend on: a small smooth network a part, whose logits change by J; changes are measured by the Fisher
/// information F = diag(p) - p p^T of the class
/// probabilities, Rule (R4), so that only places count where classes meet.
/// </summary>
internal static class ClassLearner
{
    /// <summary>Learns every head.</summary>
    /// <param name="points">The samples in whitened coordinates, and their classes.</param>
    /// <param name="parts">Which samples each part learns from.</param>
    /// <param name="options">Layers and training.</param>
    /// <param name="seed">Initial weights and batches.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static LearnedFunction Learn(LabelledPoints points, SampleParts parts, ClassLearnerOptions options, Seed seed, Execution execution)
    {
        var networks = new Network[parts.Count];
        execution.ForEachBlock(parts.Count, part =>
        {
            var rows = parts.Rows(part);
            var steps = Math.Max(1, (rows.Length + options.Batch - 1) / options.Batch);
            var training = new TrainingOptions { BatchSize = options.Batch, MaximumEpochs = Math.Clamp(options.Steps / steps, 1, options.MostEpochs), TargetAccuracy = options.TargetAccuracy, LearningRate = options.LearningRate, Balanced = false };
            networks[part] = TrainedClassifier.Train(points.Select(rows), options.Network, training, seed.For(part), execution with { Threads = 1, Progress = null }).Network;
        });
        var (error, chance, mixed) = HeldOut(points, parts, [.. networks], execution);
        var overlap = Math.Min(mixed, 2 * error); // a network that has not learned enough mixes classes that lie apart
        return new()
        {
            Outputs = points.Heads.Sum(head => head.ClassCount),
            AtSamples = (samples, run) => Jets(networks, points.Points.Select(samples.AsSpan()).ToSingle(), run),
            ValuesAt = (places, run) => Roots(networks, places.ToSingle(), run),
            LevelsSteepness = false,
            HeldOut = HeldOutLoss.OfNetworks(points, parts, [.. networks]),
            Fit = new()
            {
                Method = $"{parts.Count} networks",
                Unexplained = chance > 0 ? Math.Min(1, error / chance) : 1,
                Overlap = overlap,
                LiesApart = overlap < options.LeastOverlap,
                Obstacle = error > options.WorstError * chance ? $"The coordinates do not predict the classes: {error:P0} of held-out samples are classified wrong, {chance:P0} by chance."
                    : overlap < options.LeastOverlap ? $"The classes lie apart (overlap {overlap:0.000}): what happens in the gaps between them cannot be seen." : null,
            },
        };
    }

    /// <summary>
    /// Error rate on samples that a network has not seen, error rate of the most frequent class, and the overlap c = mean(1 - sum p^2)
    /// of the classes.
    /// </summary>
    private static (double Error, double Chance, double Overlap) HeldOut(LabelledPoints points, SampleParts parts, ImmutableArray<Network> networks, Execution execution)
    {
        var (wrong, mixed, total) = (0, 0.0, 0);
        foreach (var (p, isWrong) in HeldOutLoss.Predicted(points, parts, networks, (points.Points, [.. Enumerable.Range(0, points.Count)]), execution))
        {
            wrong += isWrong ? 1 : 0;
            mixed += 1 - TensorPrimitives.SumOfSquares<float>(p);
            total++;
        }

        var chance = points.Heads.Average(head => 1 - (head.Members().Max(members => members.Length) / (double)head.Count));
        return ((double)wrong / total, chance, mixed / total);
    }

    // The roots of the probabilities of all heads: their distances are those of the Fisher information, as the rows of J are.
    private static ImmutableArray<double[]> Roots(Network[] networks, SingleMatrix places, Execution execution) =>
        [.. networks.Select(network => network.Probabilities(places, execution)).Select(heads =>
            Enumerable.Range(0, places.Rows).SelectMany(i => heads.SelectMany(head => head.Row(i).ToArray())).Select(p => Math.Sqrt(p)).ToArray())];

    // Row by row (1 - u u^T) D^(1/2) J with u = sqrt(p) and D = diag(p), whose square is J^T F J; p is the mean of all networks.
    private static ImmutableArray<FunctionJets> Jets(Network[] networks, SingleMatrix places, Execution execution)
    {
        var probabilities = networks.Select(network => network.Probabilities(places, execution)).ToArray();
        return [.. networks.Select(network =>
        {
            var (n, outputs) = (places.Columns, network.Heads.Sum(head => head.Outputs));
            var jacobians = new double[places.Rows * outputs * n];
            var offset = 0;
            for (var h = 0; h < network.Heads.Length; h++)
            {
                var logits = InputGradient.OfLogits(network, places, h, execution);
                var classes = network.Heads[h].Outputs;
                for (var i = 0; i < places.Rows; i++)
                {
                    var p = Enumerable.Range(0, classes).Select(c => probabilities.Average(of => (double)of[h][i, c])).ToArray();
                    Whiten(logits, i * classes, p, jacobians.AsSpan(((i * outputs) + offset) * n, classes * n));
                }

                offset += classes;
            }

            return new FunctionJets(new double[places.Rows * outputs], jacobians);
        })];
    }

    private static void Whiten(SingleMatrix logits, int first, double[] p, Span<double> into)
    {
        var (n, mean) = (logits.Columns, new double[logits.Columns]);
        for (var c = 0; c < p.Length; c++)
        {
            for (var j = 0; j < n; j++)
            {
                mean[j] += p[c] * logits[first + c, j];
            }
        }

        for (var c = 0; c < p.Length; c++)
        {
            for (var j = 0; j < n; j++)
            {
                into[(c * n) + j] = Math.Sqrt(p[c]) * (logits[first + c, j] - mean[j]);
            }
        }
    }
}

/// <summary>How the networks of <see cref="ClassLearner"/> are trained.</summary>
internal sealed record ClassLearnerOptions
{
    /// <summary>Layers; smooth ones, whose gradients are smooth.</summary>
    public NetworkOptions Network { get; init; } = new() { Hidden = [new(48, Activation.Softplus), new(48, Activation.Softplus)] };

    /// <summary>Samples per step.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>Steps of a training at most; they bound its time.</summary>
    public int Steps { get; init; } = 6000;

    /// <summary>Epochs of a training at most: small tables are learned by heart otherwise.</summary>
    public int MostEpochs { get; init; } = 300;

    /// <summary>Training stops at this accuracy.</summary>
    public double TargetAccuracy { get; init; } = 0.99;

    /// <summary>The learning rate.</summary>
    public double LearningRate { get; init; } = 3e-3;

    /// <summary>Error rates above this share of chance say that nothing was learned.</summary>
    public double WorstError { get; init; } = 0.9;

    /// <summary>Below this overlap classes lie apart, and a network invents what is between them, Rule (R4).</summary>
    public double LeastOverlap { get; init; } = 0.02;
}
