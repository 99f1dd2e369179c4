using System.Numerics.Tensors;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators;

/// <summary>Groups of points drawn with replacement (a bootstrap of blocks), Eq. (G10).</summary>
internal static class Resampling
{
    /// <summary>Draws: enough for the ends of an interval of 95 %.</summary>
    private const int Draws = 100;

    // Cut off on either side of the draws.
    private const int Tail = 2;

    /// <summary>
    /// For every draw how much the difference between the whole and what remains without a group counts: (n - 1) (g - 1) / g for a group drawn n times of g groups. Added to the whole, the
    /// differences make the draw: exactly, where groups are as large and the whole is their mean, otherwise to first order. Shape [draws][groups].
    /// </summary>
    /// <param name="groups">How many groups g there are.</param>
    public static IEnumerable<double[]> Weights(int groups)
    {
        var random = new Seed(0).For("groups drawn with replacement").Stream();
        for (var draw = 0; draw < Draws; draw++)
        {
            var weights = new double[groups];
            Array.Fill(weights, -1);
            for (var i = 0; i < groups; i++)
            {
                weights[random.NextIndex(groups)]++;
            }

            yield return [.. weights.Select(weight => weight * (groups - 1) / groups)];
        }
    }

    /// <summary>A draw of what parts of the points are summed or fitted to.</summary>
    /// <param name="whole">From all points.</param>
    /// <param name="without">Without each group. Shape [groups].</param>
    /// <param name="weights">How much each difference counts, as from <see cref="Weights"/>. Shape [groups].</param>
    public static Matrix Drawn(Matrix whole, ImmutableArray<Matrix> without, double[] weights)
    {
        var drawn = new double[whole.Entries.Length];
        TensorPrimitives.Multiply(whole.Entries, 1 + weights.Sum(), drawn);
        for (var group = 0; group < weights.Length; group++)
        {
            TensorPrimitives.MultiplyAdd(without[group].Entries, -weights[group], drawn, drawn);
        }

        return Matrix.FromEntries(whole.Rows, whole.Columns, drawn);
    }

    /// <summary>Writes into an estimate what the numbers of generators of all draws say about its own.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="counts">The number of generators of every draw.</param>
    /// <param name="tail">How many of the fewest, and of the most, lie outside of the interval.</param>
    public static GeneratorEstimate Judged(GeneratorEstimate estimate, IEnumerable<int> counts, int tail = Tail)
    {
        int[] sorted = [.. counts.Order()];
        return estimate with
        {
            CountStability = sorted.Count(count => count == estimate.Count) / (double)sorted.Length,
            FewestCount = Math.Min(estimate.Count, sorted[tail]), // draws are noisier than the points, and near the noise they count fewer
            MostCount = Math.Max(estimate.Count, sorted[^(tail + 1)]),
        };
    }
}
