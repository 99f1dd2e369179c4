using System.Numerics.Tensors;
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
    /// <summary>
    /// The mean squared slope of what is missed, in any direction and in units of the variance of the targets: products fall with the
    /// distance by half of it times the squared distance. Less than the truth where what is missed is finer than the farther pairs.
    /// </summary>
    public double Slope { get; init; }

    /// <summary>The standard error of <see cref="Slope"/>.</summary>
    public double SlopeError { get; init; }

    private const int MostSamples = 3000;

    // More pairs have a smaller error, but farther neighbours are less alike: four where samples are dense.
    private const int MostNeighbours = 4;
    private const int SamplesForEach = 200;

    // Five standard errors do not happen by chance; relations weaker than this do no harm.
    private const double Deviations = 5;
    private const double SmallestCorrelation = 0.05;

    /// <summary>Measures it.</summary>
    public static SharedMisfit Measure(PointCloud points, Targets targets, SampleParts parts, ImmutableArray<IFunction> functions, Execution execution)
    {
        int[] samples = [.. EvenSpread.Of(points.Count, MostSamples)];
        var (near, far) = Neighbours(points, samples);
        int[] rows = [.. near.Concat(far).SelectMany(pair => new[] { pair.One, pair.Other }).Distinct().Order()];
        var misses = Misses(points, targets, functions, rows, execution);
        var (covariance, error) = Related(misses, rows, targets.Count, parts, near);
        var (farther, errorFarther) = Related(misses, rows, targets.Count, parts, far);
        var variance = Enumerable.Range(0, targets.Count).Average(a => samples.Average(row => targets.Row(row)[a] * targets.Row(row)[a]));
        var wider = (MeanDistance(points, far, 2) - MeanDistance(points, near, 2)) * variance / 2;
        var distance = MeanDistance(points, near, 1) / Math.Sqrt(points.Dimension);
        return new(covariance / variance, error / variance, distance, AreOrdered(points, targets, parts, functions, execution))
        {
            Slope = wider > 0 ? (covariance - farther) / wider : 0,
            SlopeError = wider > 0 ? double.Hypot(error, errorFarther) / wider : 0,
        };
    }

    // The mean of a power of the distance.
    private static double MeanDistance(PointCloud points, (int One, int Other)[] pairs, int power) => pairs
        .Select(pair => Math.Pow(TensorPrimitives.Distance(points.Row(pair.One), points.Row(pair.Other)), power))
        .DefaultIfEmpty(0).Average();

    private static bool AreOrdered(PointCloud points, Targets targets, SampleParts parts, ImmutableArray<IFunction> functions, Execution execution)
    {
        var count = Math.Min(points.Count - 1, MostSamples);
        int[] rows = [.. Enumerable.Range(0, count + 1)];
        var misses = Misses(points, targets, functions, rows, execution);
        var (covariance, error) = Related(misses, rows, targets.Count, parts, [.. rows.Take(count).Select(row => (row, row + 1))]);
        var variance = misses.Average(part => part.Take(count * targets.Count).Average(miss => miss * miss));
        return covariance > Deviations * error && covariance > SmallestCorrelation * variance;
    }

    // The mean product of what two parts miss of two samples that neither has seen, and its standard error: products of different pairs
    // are uncorrelated where there is only noise.
    private static (double Mean, double Error) Related(double[][] misses, int[] rows, int targets, SampleParts parts, (int One, int Other)[] pairs)
    {
        var place = rows.Select((row, i) => (row, i)).ToDictionary(at => at.row, at => at.i * targets);
        var products = new List<double>();
        foreach (var (one, other) in pairs)
        {
            var free = Enumerable.Range(0, parts.Count).Where(part => part != parts.Of[one] && part != parts.Of[other]).ToArray();
            if (free.Length >= 2)
            {
                var (i, j) = (place[one], place[other]);
                products.Add(Enumerable.Range(0, targets)
                    .Average(a => PairProduct(free, part => misses[part][i + a], part => misses[part][j + a])));
            }
        }

        var mean = products.DefaultIfEmpty(0).Average();
        return (mean, Math.Sqrt(products.Sum(p => (p - mean) * (p - mean))) / Math.Max(1, products.Count));
    }

    // The mean over ordered pairs of different parts of (miss of the sample in one) (miss of the neighbour in the other).
    private static double PairProduct(int[] parts, Func<int, double> first, Func<int, double> second) =>
        ((parts.Sum(first) * parts.Sum(second)) - parts.Sum(part => first(part) * second(part))) / (parts.Length * (parts.Length - 1.0));

    /// <summary>What each part's function misses of some rows. Shape [parts][rows, targets].</summary>
    internal static double[][] Misses(PointCloud points, Targets targets, ImmutableArray<IFunction> functions, int[] rows, Execution execution)
    {
        var places = points.Select(rows);
        return [.. functions.Select(function =>
        {
            var misses = function.ValuesAt(places, execution);
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

    // Each sample with the nearest ones at other places, and with one farther away; every pair once.
    private static ((int One, int Other)[] Near, (int One, int Other)[] Far) Neighbours(PointCloud points, int[] samples)
    {
        var tree = PointTree.Build(points);
        var each = Math.Clamp(points.Count / SamplesForEach, 1, MostNeighbours);
        var (near, distances) = (new int[Math.Min(8 * each, points.Count)], new double[Math.Min(8 * each, points.Count)]);
        var (close, far) = (new HashSet<(int, int)>(), new HashSet<(int, int)>());
        foreach (var sample in samples)
        {
            tree.Nearest(points.Row(sample), near, distances);
            int[] apart = [.. Enumerable.Range(0, near.Length).Where(at => distances[at] > 0)];
            close.UnionWith(apart.Take(each).Select(at => Pair(sample, near[at])));
            far.UnionWith(apart.Skip(each).TakeLast(1).Select(at => Pair(sample, near[at])));
        }

        return ([.. close.Order()], [.. far.Order()]);

        static (int, int) Pair(int one, int other) => (Math.Min(one, other), Math.Max(one, other));
    }
}
