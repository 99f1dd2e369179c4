using System.Numerics.Tensors;
using Noether.Data;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>How badly samples are predicted by parts that have not seen them: the error rate of networks, or the distance to sets.</summary>
/// <param name="Groups">Samples of one group are predicted by the same parts, and by none that has seen one of them. Shape [N].</param>
/// <param name="Of">The loss of some samples when they are moved to some places; smaller is better.</param>
internal sealed record HeldOutLoss(ImmutableArray<int> Groups, Func<PointCloud, ImmutableArray<int>, Execution, double> Of)
{
    /// <summary>Of classifiers, one a part: the share of held-out samples whose class is another than the most probable one.</summary>
    /// <param name="points">The samples and their classes.</param>
    /// <param name="parts">Which samples each of them has learned from.</param>
    /// <param name="learned">What each part learned. Shape [parts].</param>
    public static HeldOutLoss OfClasses(LabelledPoints points, SampleParts parts, ImmutableArray<IClassifier> learned) => new(parts.Of, (places, samples, execution) =>
    {
        var wrong = HeldOutClasses.Predicted(points, parts, learned, (places, samples), execution).Count(sample => sample.IsWrong);
        return wrong / (double)(samples.Length * points.Heads.Length);
    });

    /// <summary>Of sets: the mean distance of held-out samples to the level of their set; sets without a surface do not count.</summary>
    /// <param name="points">The samples and the set of each.</param>
    /// <param name="parts">Which samples each half has learned from.</param>
    /// <param name="fits">One fit for all sets, or one for each.</param>
    /// <param name="fitOf">The fit of a set.</param>
    /// <param name="setOf">The number of a set within its fit.</param>
    public static HeldOutLoss OfSets(LabelledPoints points, SampleParts parts, ImmutableArray<PointSetFit?> fits, Func<int, int> fitOf, Func<int, int> setOf) =>
        new([.. parts.Of.Select(part => part % 2)], (places, samples, execution) =>
        {
            var distances = new double[samples.Length];
            execution.ForEachItem(samples.Length, 32, i =>
            {
                var set = points.Cells.Classes[samples[i]];
                distances[i] = fits[fitOf(set)] is { IsCurved: true, Halves.IsEmpty: false } fit ? Distance(fit, 1 - (parts.Of[samples[i]] % 2), setOf(set), places.Row(i)) : 0;
            });
            return distances.Average();
        });

    private static double Distance(PointSetFit fit, int half, int set, ReadOnlySpan<double> point)
    {
        var n = point.Length;
        var (values, gradients, normal, square) = (new double[fit.Basis.Count], new double[fit.Basis.Count * n], new double[n], 0.0);
        fit.Basis.ValuesAndGradients(point, values, gradients);
        for (var k = 0; k < fit.Vanishing; k++)
        {
            var distance = LevelSets.Distance(fit.Halves[half].Coefficients.Row(k), fit.Halves[half].Levels[k, set], values, gradients, normal);
            square += distance * distance;
        }

        return Math.Sqrt(square);
    }
}

/// <summary>What is said of a sample whose class was not shown.</summary>
/// <param name="OfClass">The probability of its class.</param>
/// <param name="Overlap">1 - sum p^2.</param>
/// <param name="IsWrong">Whether another class is the most probable one.</param>
internal readonly record struct PredictedClass(double OfClass, double Overlap, bool IsWrong);

/// <summary>How samples are predicted by a part that has not seen them.</summary>
/// <param name="Error">The share that is classified wrong.</param>
/// <param name="Overlap">How much classes mix, c = mean(1 - sum p^2).</param>
/// <param name="Loss">Mean -log p of their classes.</param>
internal sealed record HeldOutClasses(double Error, double Overlap, double Loss)
{
    private const double LeastProbability = 1e-9;

    public static HeldOutClasses Of(LabelledPoints points, SampleParts parts, ImmutableArray<IClassifier> learned, Execution execution)
    {
        PredictedClass[] all = [.. Predicted(points, parts, learned, (points.Points, [.. Enumerable.Range(0, points.Count)]), execution)];
        return new(
            all.Count(sample => sample.IsWrong) / (double)all.Length,
            all.Average(sample => sample.Overlap),
            all.Average(sample => -Math.Log(Math.Max(sample.OfClass, LeastProbability))));
    }

    /// <summary>What a part that has not seen them says of samples, for every head.</summary>
    /// <param name="points">The samples and their classes.</param>
    /// <param name="parts">Which samples each part has learned from.</param>
    /// <param name="learned">What each part learned. Shape [parts].</param>
    /// <param name="asked">Some of the samples, and where each of them is asked.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static IEnumerable<PredictedClass> Predicted(
        LabelledPoints points, SampleParts parts, ImmutableArray<IClassifier> learned, (PointCloud Places, ImmutableArray<int> Samples) asked, Execution execution)
    {
        for (var part = 0; part < parts.Count; part++)
        {
            int[] held = [.. Enumerable.Range(0, asked.Samples.Length).Where(i => parts.Of[asked.Samples[i]] == (part + 1) % parts.Count)];
            var heads = learned[part].Probabilities(asked.Places.Select(held), execution);
            for (var head = 0; head < heads.Length; head++)
            {
                for (var i = 0; i < held.Length; i++)
                {
                    var own = points.Heads[head].Classes[asked.Samples[held[i]]];
                    var p = heads[head].Row(i);
                    yield return new(p[own], 1 - TensorPrimitives.SumOfSquares(p), TensorPrimitives.IndexOfMax(p) != own);
                }
            }
        }
    }
}
