using System.Numerics.Tensors;
using Noether.Data;
using Noether.Runs;

namespace Noether.Generators.Neighbourhoods;

/// <summary>What neighbourhoods of one size look like on average.</summary>
/// <param name="Variances">Variances along the principal directions, decreasing, as shares of their sum. Shape [d].</param>
/// <param name="Disagreements">
/// For each dimension m of 1 .. d - 1, at index m - 1, how far the m-dimensional tangent spaces of the two halves of a neighbourhood lie apart: mean squared sine. Shape [d - 1].
/// </param>
internal sealed record LocalProfile(double[] Variances, double[] Disagreements)
{
    private const int NoiseDraws = 60;

    /// <summary>Averages over neighbourhoods.</summary>
    /// <param name="cloud">All points.</param>
    /// <param name="neighbours">Per neighbourhood its points, nearest first. Shape [neighbourhoods][size or more].</param>
    /// <param name="size">How many of them count.</param>
    public static LocalProfile Of(PointCloud cloud, IReadOnlyList<int[]> neighbours, int size)
    {
        var d = cloud.Dimension;
        var (whole, first, second) = (new LocalFrame(d), new LocalFrame(d), new LocalFrame(d));
        var (variances, disagreements) = (new double[d], new double[d - 1]);
        foreach (var list in neighbours)
        {
            whole.Fit(cloud, list.AsSpan(0, size));
            TensorPrimitives.MultiplyAdd(whole.Variances, 1 / Math.Max(TensorPrimitives.Sum(whole.Variances), double.Epsilon) / neighbours.Count, variances, variances);
            LocalFrame.FitHalves(cloud, list.AsSpan(0, size), first, second);
            AddDisagreements(first, second, 1.0 / neighbours.Count, disagreements);
        }

        return new(variances, disagreements);
    }

    /// <summary>The profile of isotropic normal noise, which has neither a gap nor tangent spaces.</summary>
    public static LocalProfile OfNoise(int dimension, int size, Seed seed)
    {
        var random = seed.Stream();
        var values = new double[NoiseDraws * size * dimension];
        foreach (ref var value in values.AsSpan())
        {
            value = random.NextGaussian();
        }

        return Of(new(NoiseDraws * size, dimension, values), [.. Enumerable.Range(0, NoiseDraws).Select(draw => Enumerable.Range(draw * size, size).ToArray())], size);
    }

    /// <summary>The ratio of the m-th to the next variance, over the same in noise, Eq. (G12); 1 where the points are too few to span so many directions.</summary>
    public double Gap(int dimension, LocalProfile noise, int size) =>
        dimension >= Math.Min(Variances.Length, size - 1)
            ? 1
            : Variances[dimension - 1] / Math.Max(Variances[dimension], double.Epsilon) * (noise.Variances[dimension] / noise.Variances[dimension - 1]);

    private static void AddDisagreements(LocalFrame first, LocalFrame second, double weight, double[] sum)
    {
        var overlap = 0.0;
        for (var m = 1; m <= sum.Length; m++)
        {
            // Going from m - 1 to m adds the m-th direction of either half.
            for (var i = 0; i < m; i++)
            {
                var (row, column) = (TensorPrimitives.Dot(first.Direction(i), second.Direction(m - 1)), TensorPrimitives.Dot(first.Direction(m - 1), second.Direction(i)));
                overlap += (row * row) + (i < m - 1 ? column * column : 0);
            }

            sum[m - 1] += weight * Math.Max(0, 1 - (overlap / m));
        }
    }
}
