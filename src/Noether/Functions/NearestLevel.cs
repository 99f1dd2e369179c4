using Noether.Data;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>Whether the level sets of polynomials tell sets of points apart.</summary>
internal static class NearestLevel
{
    private const int Probes = 2000;

    /// <summary>The share of samples that lie nearer to the level of another set than to that of their own.</summary>
    /// <param name="points">The samples and the set of each.</param>
    /// <param name="fits">One fit for all sets, or one for each.</param>
    /// <param name="fitOf">The fit of a set.</param>
    /// <param name="setOf">The number of a set within its fit.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static double Confused(LabelledPoints points, PointSetFit?[] fits, Func<int, int> fitOf, Func<int, int> setOf, Execution execution)
    {
        var (sets, probes) = (points.Cells.ClassCount, EvenSpread.Of(points.Count, Probes));
        if (sets < 2)
        {
            return 0;
        }

        var wrong = new bool[probes.Length];
        execution.ForEachItem(probes.Length, 32, probe =>
        {
            var sample = probes[probe];
            var own = points.Cells.Classes[sample];
            var distances = fits.Select(fit => fit is null ? null : Distances(fit, points.Points.Row(sample))).ToArray();
            double DistanceTo(int set) => distances[fitOf(set)] is { } known && fits[fitOf(set)]!.IsCurved ? known[setOf(set)] : double.PositiveInfinity;
            wrong[probe] = Enumerable.Range(0, sets).Any(set => set != own && DistanceTo(set) < DistanceTo(own));
        });
        return wrong.Count(isWrong => isWrong) / (double)probes.Length;
    }

    // The squared distance to each level, over all polynomials that are constant on the sets. Shape [sets].
    private static double[] Distances(PointSetFit fit, ReadOnlySpan<double> point)
    {
        var n = point.Length;
        var (values, gradients, normal) = (new double[fit.Basis.Count], new double[fit.Basis.Count * n], new double[n]);
        fit.Basis.ValuesAndGradients(point, values, gradients);
        var distances = new double[fit.Members.Length];
        for (var k = 0; k < fit.Vanishing; k++)
        {
            for (var set = 0; set < distances.Length; set++)
            {
                var distance = LevelSets.Distance(fit.Solved.Coefficients.Row(k), fit.Solved.Levels[k, set], values, gradients, normal);
                distances[set] += distance * distance;
            }
        }

        return distances;
    }
}
