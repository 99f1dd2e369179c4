using Noether.Data;
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
    public static HeldOutLoss OfNetworks(LabelledPoints points, SampleParts parts, ImmutableArray<Learning.Network> networks) => new(parts.Of, (places, samples, execution) =>
    {
        var wrong = 0;
        for (var part = 0; part < parts.Count; part++)
        {
            int[] held = [.. Enumerable.Range(0, samples.Length).Where(i => parts.Of[samples[i]] == (part + 1) % parts.Count)];
            var probabilities = networks[part].Probabilities(places.Select(held).ToSingle(), execution);
            foreach (var (head, labels) in points.Heads.Index())
            {
                wrong += held.Index().Count(at => System.Numerics.Tensors.TensorPrimitives.IndexOfMax(probabilities[head].Row(at.Index)) != labels.Classes[samples[at.Item]]);
            }
        }

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
