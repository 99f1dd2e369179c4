using Noether.Data;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>
/// What all parts miss in the same way: the products of residuals of neighbouring samples, each against the function of a part that has
/// seen neither, Rule (R2). Noise of two samples is independent and cancels.
/// </summary>
/// <param name="Share">Share of the variance of the targets.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Distance">The mean distance of neighbours in units of the spread of the samples: finer structure cannot be seen.</param>
/// <param name="IsOrdered">Whether residuals of successive rows are related.</param>
internal sealed record SharedMisfit(double Share, double Error, double Distance, bool IsOrdered)
{
    private const int MostSamples = 3000;

    // Five standard errors do not happen by chance; relations weaker than this do no harm.
    private const double Deviations = 5;
    private const double SmallestCorrelation = 0.05;

    /// <summary>Measures it.</summary>
    public static SharedMisfit Measure(PointCloud points, Targets targets, SampleParts parts, ImmutableArray<IFunction> functions, Execution execution)
    {
        int[] samples = [.. EvenSpread.Of(points.Count, MostSamples)];
        var (neighbours, distance) = Neighbours(points, samples);
        var (covariance, error) = Related(points, targets, parts, functions, samples, neighbours, execution);
        var variance = Enumerable.Range(0, targets.Count).Average(a => samples.Average(row => targets.Row(row)[a] * targets.Row(row)[a]));
        return new(covariance / variance, error / variance, distance, AreOrdered(points, targets, parts, functions, execution));
    }

    private static bool AreOrdered(PointCloud points, Targets targets, SampleParts parts, ImmutableArray<IFunction> functions, Execution execution)
    {
        int[] rows = [.. Enumerable.Range(0, Math.Min(points.Count - 1, MostSamples))];
        int[] next = [.. rows.Select(row => row + 1)];
        var (covariance, error) = Related(points, targets, parts, functions, rows, next, execution);
        var residuals = Misses(points, targets, functions, rows, execution);
        var variance = residuals.Average(part => part.Average(miss => miss * miss));
        return covariance > Deviations * error && covariance > SmallestCorrelation * variance;
    }

    // The mean product of what two parts miss of two samples that neither has seen, and its standard error.
    private static (double Mean, double Error) Related(
        PointCloud points, Targets targets, SampleParts parts, ImmutableArray<IFunction> functions, int[] samples, int[] partners, Execution execution)
    {
        var (misses, others) = (Misses(points, targets, functions, samples, execution), Misses(points, targets, functions, partners, execution));
        var products = new List<double>();
        for (var i = 0; i < samples.Length; i++)
        {
            var free = Enumerable.Range(0, parts.Count).Where(part => part != parts.Of[samples[i]] && part != parts.Of[partners[i]]).ToArray();
            if (free.Length >= 2)
            {
                products.Add(Enumerable.Range(0, targets.Count).Average(a => PairProduct(free, part => misses[part][(i * targets.Count) + a], part => others[part][(i * targets.Count) + a])));
            }
        }

        var mean = products.DefaultIfEmpty(0).Average();
        return (mean, Math.Sqrt(products.Sum(p => (p - mean) * (p - mean))) / Math.Max(1, products.Count));
    }

    // The mean over ordered pairs of different parts of (miss of the sample in one) (miss of the neighbour in the other).
    private static double PairProduct(int[] parts, Func<int, double> first, Func<int, double> second) =>
        ((parts.Sum(first) * parts.Sum(second)) - parts.Sum(part => first(part) * second(part))) / (parts.Length * (parts.Length - 1.0));

    private static double[][] Misses(PointCloud points, Targets targets, ImmutableArray<IFunction> functions, int[] rows, Execution execution)
    {
        var places = points.Select(rows);
        return [.. functions.Select(function =>
        {
            var misses = function.At(places, execution).Values;
            for (var i = 0; i < rows.Length; i++)
            {
                for (var a = 0; a < targets.Count; a++)
                {
                    misses[(i * targets.Count) + a] = targets.Row(rows[i])[a] - misses[(i * targets.Count) + a];
                }
            }

            return misses;
        })];
    }

    // The nearest sample at another place.
    private static (int[] Neighbours, double Distance) Neighbours(PointCloud points, int[] samples)
    {
        var tree = PointTree.Build(points);
        var (near, distances) = (new int[Math.Min(8, points.Count)], new double[Math.Min(8, points.Count)]);
        var (neighbours, sum) = (new int[samples.Length], 0.0);
        for (var i = 0; i < samples.Length; i++)
        {
            tree.Nearest(points.Row(samples[i]), near, distances);
            var at = Array.FindIndex(distances, distance => distance > 0);
            neighbours[i] = at >= 0 ? near[at] : samples[i];
            sum += at >= 0 ? distances[at] : 0;
        }

        return (neighbours, sum / samples.Length / Math.Sqrt(points.Dimension));
    }
}
