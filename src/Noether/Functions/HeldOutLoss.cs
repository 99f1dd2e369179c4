using System.Numerics.Tensors;
using Noether.Data;
using Noether.Learning;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>How badly samples are predicted by parts that have not seen them: the error rate of networks, or the distance to sets.</summary>
/// <param name="Groups">Samples of one group are predicted by the same parts, and by none that has seen one of them. Shape [N].</param>
/// <param name="Of">The loss of some samples when they are moved to some places; smaller is better.</param>
internal sealed record HeldOutLoss(ImmutableArray<int> Groups, Func<PointCloud, ImmutableArray<int>, Execution, double> Of)
{
    /// <summary>Of networks, one a part: the share of held-out samples whose class is another than the most probable one.</summary>
    /// <param name="points">The samples and their classes.</param>
    /// <param name="parts">Which samples each network has learned from.</param>
    /// <param name="networks">The networks. Shape [parts].</param>
    public static HeldOutLoss OfNetworks(LabelledPoints points, SampleParts parts, ImmutableArray<Network> networks) => new(parts.Of, (places, samples, execution) =>
    {
        var wrong = Predicted(points, parts, networks, (places, samples), execution).Count(sample => sample.IsWrong);
        return wrong / (double)(samples.Length * points.Heads.Length);
    });

    /// <summary>Class probabilities of samples, for every head, by a network that has not seen them, and whether the most probable class is wrong.</summary>
    /// <param name="points">The samples and their classes.</param>
    /// <param name="parts">Which samples each network has learned from.</param>
    /// <param name="networks">The networks. Shape [parts].</param>
    /// <param name="asked">Some of the samples, and where each of them is asked.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static IEnumerable<(float[] Probabilities, bool IsWrong)> Predicted(
        LabelledPoints points, SampleParts parts, ImmutableArray<Network> networks, (PointCloud Places, ImmutableArray<int> Samples) asked, Execution execution)
    {
        for (var part = 0; part < parts.Count; part++)
        {
            int[] held = [.. Enumerable.Range(0, asked.Samples.Length).Where(i => parts.Of[asked.Samples[i]] == (part + 1) % parts.Count)];
            var heads = networks[part].Probabilities(asked.Places.Select(held).ToSingle(), execution);
            for (var head = 0; head < heads.Length; head++)
            {
                for (var i = 0; i < held.Length; i++)
                {
                    var p = heads[head].Row(i).ToArray();
                    yield return (p, TensorPrimitives.IndexOfMax<float>(p) != points.Heads[head].Classes[asked.Samples[held[i]]]);
                }
            }
        }
    }

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
