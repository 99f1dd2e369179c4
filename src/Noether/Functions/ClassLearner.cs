using Noether.Data;
using Noether.Learning;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>
/// Learns what classes depend on, in parts: by logits that are polynomials, or by a small smooth network where that predicts held-out samples
/// better. Changes are measured by the Fisher information F = diag(p) - p p^T of the class probabilities, Rule (R4), so that only places
/// count where classes meet.
/// </summary>
internal static class ClassLearner
{
    private const int NearestNeighbours = 3;

    /// <summary>Learns every head.</summary>
    /// <param name="points">The samples in whitened coordinates, and their classes.</param>
    /// <param name="parts">Which samples each part learns from.</param>
    /// <param name="options">Layers and training.</param>
    /// <param name="seed">Initial weights and batches.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static LearnedFunction Learn(LabelledPoints points, SampleParts parts, ClassLearnerOptions options, Seed seed, Execution execution)
    {
        var networks = Networks(points, parts, options, seed, execution);
        var ofNetworks = HeldOutClasses.Of(points, parts, networks, execution);
        var polynomials = ClassPolynomials.Learn(points, parts, execution);
        var best = polynomials.DefaultIfEmpty().Aggregate((best, next) => next!.Loss < options.Gain * best!.Loss ? next : best);
        // A network that has not learned enough mixes classes that lie apart.
        var overlap = Math.Min(ofNetworks.Overlap, 2 * ofNetworks.Error);
        if (best is null || best.Loss > ofNetworks.Loss)
        {
            var apart = overlap < options.LeastOverlap ? $"overlap {overlap:0.000}" : null;
            return Learned(points, parts, networks, ofNetworks with { Overlap = overlap }, $"{parts.Count} networks", apart, options);
        }

        var meeting = Meeting(points);
        var gaps = meeting < options.LeastMeeting ? $"{meeting} samples have a neighbour of another class" : null;
        var higher = polynomials.Where(trial => trial.Degree > best.Degree && trial.Loss <= options.HigherLoss * best.Loss)
            .Take(options.HigherDegrees);
        var learned = OfDegree(best);
        var hidden = Hidden(points, parts, best, execution);
        return learned with
        {
            HigherDegrees = [.. higher.Select(OfDegree)],
            Fit = learned.Fit with
            {
                Hidden = Math.Min(1, Math.Min(learned.Fit.Unexplained, hidden?.Upper ?? 1)),
                HiddenError = hidden?.Error ?? 0,
            },
        };

        LearnedFunction OfDegree(ClassPolynomials trial) =>
            Learned(points, parts, trial.Parts, trial.HeldOut, $"logits of degree {trial.Degree}", gaps, options);
    }

    // What two more degrees explain of the labels, beyond the probabilities by parts that have not seen them.
    private static HigherStructure? Hidden(LabelledPoints points, SampleParts parts, ClassPolynomials trial, Execution execution)
    {
        var (width, offset, total) = (points.Heads.Sum(head => head.ClassCount), 0, 0.0);
        var residuals = new double[points.Count * width];
        var probabilities = trial.Parts.Select(part => part.Probabilities(points.Points, execution)).ToArray();
        for (var h = 0; h < points.Heads.Length; h++)
        {
            var head = points.Heads[h];
            var often = head.Members().Select(of => of.Length / (double)points.Count).ToArray();
            for (var i = 0; i < points.Count; i++)
            {
                for (var k = 0; k < head.ClassCount; k++)
                {
                    var label = head.Classes[i] == k ? 1.0 : 0.0;
                    var others = Enumerable.Range(0, parts.Count).Where(part => part != parts.Of[i]);
                    residuals[(i * width) + offset + k] = label - others.Average(part => probabilities[part][h][i, k]);
                    total += (label - often[k]) * (label - often[k]);
                }
            }

            offset += head.ClassCount;
        }

        return HigherStructure.Of(points.Points, new(residuals, width), total, trial.Degree, trial.Degree + 2, execution);
    }

    // Samples one of whose nearest neighbours has another class. Polynomials have sharp boundaries where classes touch without mixing, and
    // where a gap lies between them.
    private static int Meeting(LabelledPoints points)
    {
        var (tree, classes) = (PointTree.Build(points.Points), points.Cells.Classes);
        var count = Math.Min(NearestNeighbours + 1, points.Count);
        var (near, distances) = (new int[count], new double[count]);
        return Enumerable.Range(0, points.Count).Count(sample =>
        {
            tree.Nearest(points.Points.Row(sample), near, distances);
            return near.Any(other => classes[other] != classes[sample]);
        });
    }

    private static LearnedFunction Learned(
        LabelledPoints points, SampleParts parts, ImmutableArray<IClassifier> learned, HeldOutClasses heldOut, string method, string? apart,
        ClassLearnerOptions options)
    {
        var chance = points.Heads.Average(head => 1 - (head.Members().Max(members => members.Length) / (double)head.Count));
        var worst = Math.Min(options.WorstError * chance, chance - (options.Deviations * Math.Sqrt(chance * (1 - chance) / points.Count)));
        return new()
        {
            Outputs = points.Heads.Sum(head => head.ClassCount),
            AtSamples = (samples, run) => Jets(learned, points.Points.Select(samples.AsSpan()), run),
            ValuesAt = (places, run) => Roots(learned, places, run),
            LevelsSteepness = false,
            HeldOut = HeldOutLoss.OfClasses(points, parts, learned),
            Fit = new()
            {
                Method = method,
                Unexplained = chance > 0 ? Math.Min(1, heldOut.Error / chance) : 1,
                Overlap = heldOut.Overlap,
                IsOfNetworks = learned[0] is NetworkClassifier,
                LiesApart = apart is not null,
                Obstacle = heldOut.Error > worst ? $"The coordinates do not predict the classes: {heldOut.Error:P0} of held-out samples are classified wrong, {chance:P0} by chance."
                    : apart is not null ? $"The classes lie apart ({apart}): what happens in the gaps between them cannot be seen." : null,
            },
        };
    }

    private static ImmutableArray<IClassifier> Networks(
        LabelledPoints points, SampleParts parts, ClassLearnerOptions options, Seed seed, Execution execution)
    {
        var networks = new IClassifier[parts.Count];
        execution.ForEachBlock(parts.Count, part =>
        {
            var rows = parts.Rows(part);
            var steps = Math.Max(1, (rows.Length + options.Batch - 1) / options.Batch);
            var training = new TrainingOptions
            {
                BatchSize = options.Batch,
                MaximumEpochs = Math.Clamp(options.Steps / steps, 1, options.MostEpochs),
                TargetAccuracy = options.TargetAccuracy,
                LearningRate = options.LearningRate,
                Balanced = false,
            };
            var alone = execution with { Threads = 1, Progress = null };
            networks[part] = new NetworkClassifier(
                TrainedClassifier.Train(points.Select(rows), options.Network, training, seed.For(part), alone).Network);
        });
        return [.. networks];
    }

    // The roots of the probabilities of all heads: their distances are those of the Fisher information, as the rows of J are.
    private static ImmutableArray<double[]> Roots(ImmutableArray<IClassifier> learned, PointCloud places, Execution execution) =>
        [.. learned.Select(part => part.Probabilities(places, execution)).Select(heads =>
            Enumerable.Range(0, places.Count).SelectMany(i => heads.SelectMany(head => head.Row(i).ToArray())).Select(Math.Sqrt).ToArray())];

    // Row by row (1 - u u^T) D^(1/2) J with u = sqrt(p) and D = diag(p), whose square is J^T F J; p is the mean of all parts.
    private static ImmutableArray<FunctionJets> Jets(ImmutableArray<IClassifier> learned, PointCloud places, Execution execution)
    {
        var probabilities = learned.Select(part => part.Probabilities(places, execution)).ToArray();
        return [.. learned.Select(part =>
        {
            var (n, slopes) = (places.Dimension, part.LogitSlopes(places, execution));
            var outputs = probabilities[0].Sum(head => head.Columns);
            var jacobians = new double[places.Count * outputs * n];
            var offset = 0;
            for (var h = 0; h < slopes.Length; h++)
            {
                var classes = probabilities[0][h].Columns;
                for (var i = 0; i < places.Count; i++)
                {
                    var p = Enumerable.Range(0, classes).Select(c => probabilities.Average(of => of[h][i, c])).ToArray();
                    Whiten(slopes[h], i * classes, p, jacobians.AsSpan(((i * outputs) + offset) * n, classes * n));
                }

                offset += classes;
            }

            return new FunctionJets(new double[places.Count * outputs], jacobians);
        })];
    }

    private static void Whiten(Matrix logits, int first, double[] p, Span<double> into)
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

/// <summary>How <see cref="ClassLearner"/> learns.</summary>
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

    /// <summary>A higher degree of the logits is taken where its held-out loss is below this share of that of the lower one.</summary>
    public double Gain { get; init; } = 0.97;

    /// <summary>A claim must hold for logits of so many higher degrees.</summary>
    public int HigherDegrees { get; init; } = 2;

    /// <summary>Higher degrees count whose held-out loss is at most so many times that of the best.</summary>
    public double HigherLoss { get; init; } = 1.1;

    /// <summary>Error rates above this share of chance say that nothing was learned.</summary>
    public double WorstError { get; init; } = 0.9;

    /// <summary>So do error rates that lie below chance by fewer standard errors than these.</summary>
    public double Deviations { get; init; } = 4;

    /// <summary>Classes lie apart, too, where fewer samples than these have a neighbour of another class.</summary>
    public int LeastMeeting { get; init; } = 20;

    /// <summary>Below this overlap classes lie apart, and a network invents what is between them, Rule (R4).</summary>
    public double LeastOverlap { get; init; } = 0.02;
}
