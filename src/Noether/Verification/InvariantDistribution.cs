using System.Numerics.Tensors;
using Noether.Data;
using Noether.Groups;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>
/// Whether independent points are distributed invariantly under a compact group: an exact test by random elements, Eq. (Y14).
/// </summary>
internal static class InvariantDistribution
{
    private const int Copies = 499;
    private const int MostPoints = 4000;
    private const int Waves = 60;

    /// <summary>Elements that copies are made of; the test is exact whatever they are.</summary>
    internal const int PoolSize = 64;

    /// <summary>
    /// The p-value of the hypothesis that g x is distributed as x for all g. Every point is taken back by a random element, and from
    /// there to copies by others: where the hypothesis is true, the table and its copies are equally likely in any order, so that the rank
    /// of its statistic is uniform. The statistic is the squared distance of mean waves cos(w x + p) from their mean over all copies, each in
    /// units of its scatter.
    /// </summary>
    /// <param name="points">Independent draws. Shape [N, n].</param>
    /// <param name="group">A compact group.</param>
    /// <param name="seed">Elements and waves.</param>
    /// <param name="execution">Threads and cancellation.</param>
    /// <param name="copies">How many copies: p is a multiple of 1 / (copies + 1).</param>
    public static double PValue(PointCloud points, SymmetryGroup group, Seed seed, Execution execution, int copies = Copies)
    {
        var drawn = Drawn(points, seed.For("points"));
        var pool = Pool(group, seed.For("pool"));
        var back = pool.Select(AffineMap.Inverse).ToArray();
        var start = Moved(drawn, back, Choice(0));
        var scale = Scale(start, pool);
        var means = new double[copies + 1][];
        execution.ForEachBlock(copies + 1, copy => means[copy] = scale.MeanWaves(copy == 0 ? drawn : Moved(start, pool, Choice(copy)), seed.For("waves")));
        var ranks = Distances(means);
        return (1.0 + ranks.Skip(1).Count(distance => distance >= ranks[0])) / (copies + 1);

        int[] Choice(int copy)
        {
            var random = seed.For("copies").For(copy).Stream();
            return [.. Enumerable.Range(0, drawn.Count).Select(_ => random.NextIndex(pool.Length))];
        }
    }

    /// <summary>The points, or <see cref="MostPoints"/> of them.</summary>
    internal static PointCloud Drawn(PointCloud points, Seed seed) =>
        points.Count <= MostPoints ? points : points.Select(seed.Stream().Choose(points.Count, MostPoints));

    /// <summary>Random elements, the identity among them.</summary>
    internal static Matrix[] Pool(SymmetryGroup group, Seed seed)
    {
        var (random, draw) = (seed.Stream(), group.Draw!);
        return [Matrix.Identity(group.Dimension + 1), .. Enumerable.Range(1, PoolSize - 1).Select(_ => draw(random))];
    }

    private static PointCloud Moved(PointCloud points, Matrix[] pool, int[] choice)
    {
        var (n, values) = (points.Dimension, new double[points.Count * points.Dimension]);
        for (var i = 0; i < points.Count; i++)
        {
            AffineMap.Apply(pool[choice[i]], points.Row(i), values.AsSpan(i * n, n));
        }

        return new(points.Count, n, values);
    }

    // Of points and all their images by the pool: the same for the table and for its copies. The mean root of distances bears heavy tails.
    private static WaveScale Scale(PointCloud start, Matrix[] pool)
    {
        var (sum, roots, n) = (new double[start.Dimension], new double[start.Dimension], start.Dimension);
        var images = pool.Select(map => AffineMap.Images(start, map)).ToArray();
        var row = new double[n];
        foreach (var cloud in images)
        {
            for (var i = 0; i < cloud.Count; i++)
            {
                TensorPrimitives.Add(sum, cloud.Row(i), sum);
            }
        }

        TensorPrimitives.Divide(sum, start.Count * (double)pool.Length, sum);
        foreach (var cloud in images)
        {
            for (var i = 0; i < cloud.Count; i++)
            {
                TensorPrimitives.Subtract(cloud.Row(i), sum, row);
                TensorPrimitives.Abs(row, row);
                TensorPrimitives.Sqrt(row, row);
                TensorPrimitives.Add(roots, row, roots);
            }
        }

        return new([.. sum], [.. roots.Select(root => Math.Pow(root / (start.Count * (double)pool.Length), 2))]);
    }

    private static double[] Distances(double[][] means)
    {
        var distances = new double[means.Length];
        for (var wave = 0; wave < means[0].Length; wave++)
        {
            var centre = means.Average(mean => mean[wave]);
            var variance = means.Average(mean => (mean[wave] - centre) * (mean[wave] - centre));
            for (var copy = 0; copy < means.Length; copy++)
            {
                // Waves that no element changes tell nothing, and rounding must not either.
                distances[copy] += variance > Tolerance.Rounding.Absolute ? (means[copy][wave] - centre) * (means[copy][wave] - centre) / variance : 0;
            }
        }

        return distances;
    }

    /// <summary>Random waves of the coordinates in units of their spread.</summary>
    /// <param name="Centre">Shape [n].</param>
    /// <param name="Spreads">Shape [n].</param>
    internal sealed record WaveScale(ImmutableArray<double> Centre, ImmutableArray<double> Spreads)
    {
        // Wave lengths, in units of the distance of two points.
        private static ImmutableArray<double> Lengths { get; } = [0.5, 1, 2];

        /// <summary>The mean over points of every wave. Shape [waves].</summary>
        public double[] MeanWaves(PointCloud points, Seed seed)
        {
            var (n, means, phases) = (points.Dimension, new double[Waves], new double[points.Count]);
            for (var wave = 0; wave < Waves; wave++)
            {
                var random = seed.For(wave).Stream();
                var length = Lengths[wave % Lengths.Length] * Math.Sqrt(n);
                var direction = Enumerable.Range(0, n).Select(j => Spreads[j] > 0 ? random.NextGaussian() / (length * Spreads[j]) : 0).ToArray();
                var phase = random.NextUniform(0, 2 * Math.PI) - TensorPrimitives.Dot<double>(direction, Centre.AsSpan());
                for (var i = 0; i < phases.Length; i++)
                {
                    phases[i] = TensorPrimitives.Dot(direction, points.Row(i)) + phase;
                }

                TensorPrimitives.Cos(phases, phases);
                means[wave] = TensorPrimitives.Sum<double>(phases) / phases.Length;
            }

            return means;
        }
    }
}
