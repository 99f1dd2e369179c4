using System.Numerics.Tensors;
using Noether.Data;
using Noether.Neighbours;
using Noether.Numerics;

namespace Noether.Generators.Neighbourhoods;

/// <summary>Covariances of points and of their neighbourhoods.</summary>
internal static class LocalGeometry
{
    // The mean over this many neighbourhoods is known to a few percent; more would cost time and change nothing.
    private const int Neighbourhoods = 400;

    /// <summary>Groups into which points fall by their numbers, to be left out in turn (delete-a-group jackknife).</summary>
    public const int Groups = 16;

    /// <summary>The covariance of a cloud about its mean, divisor n. Shape [d, d].</summary>
    public static Matrix Covariance(PointCloud cloud)
    {
        var all = new int[cloud.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = i;
        }

        var sum = new double[cloud.Dimension * cloud.Dimension];
        AddCovariance(cloud, all, cloud.Mean(), sum);
        return Matrix.FromEntries(cloud.Dimension, cloud.Dimension, sum);
    }

    /// <summary>The covariance of a cloud about a place without every 16th point, divisor the number of the others. Shape [d, d].</summary>
    /// <param name="cloud">The points.</param>
    /// <param name="about">The place. Shape [d].</param>
    /// <param name="group">The number of the first point that is left out, below <see cref="Groups"/>; -1 to leave out none.</param>
    public static Matrix CovarianceWithout(PointCloud cloud, ReadOnlySpan<double> about, int group)
    {
        var sum = new double[cloud.Dimension * cloud.Dimension];
        AddCovariance(cloud, [.. Enumerable.Range(0, cloud.Count).Where(i => i % Groups != group)], about, sum);
        return Matrix.FromEntries(cloud.Dimension, cloud.Dimension, sum);
    }

    /// <summary>The covariance of a neighbourhood, averaged over neighbourhoods spread evenly over the cloud. Shape [d, d].</summary>
    /// <param name="cloud">The points, n of them.</param>
    /// <param name="size">Points per neighbourhood, its own point included: 2 to n.</param>
    public static Matrix MeanLocalCovariance(PointCloud cloud, int size)
    {
        var tree = PointTree.Build(cloud);
        var sum = new double[cloud.Dimension * cloud.Dimension];
        var neighbours = new int[size];
        var distances = new double[size];
        var mean = new double[cloud.Dimension];
        var probes = EvenSpread.Of(cloud.Count, Neighbourhoods);
        foreach (var probe in probes)
        {
            tree.Nearest(cloud.Row(probe), neighbours, distances);
            MeanOf(cloud, neighbours, mean);
            AddCovariance(cloud, neighbours, mean, sum);
        }

        // A sample covariance about its own mean has one degree of freedom less.
        return size / (size - 1.0) / probes.Length * Matrix.FromEntries(cloud.Dimension, cloud.Dimension, sum);
    }

    /// <summary>The mean of some points, into <paramref name="mean"/>, shape [d].</summary>
    public static void MeanOf(PointCloud cloud, ReadOnlySpan<int> points, Span<double> mean)
    {
        mean.Clear();
        foreach (var point in points)
        {
            var row = cloud.Row(point);
            for (var i = 0; i < mean.Length; i++)
            {
                mean[i] += row[i];
            }
        }

        TensorPrimitives.Divide(mean, points.Length, mean);
    }

    /// <summary>Adds the covariance of some points about a place, divisor their number, to <paramref name="sum"/>, shape [d * d].</summary>
    public static void AddCovariance(PointCloud cloud, ReadOnlySpan<int> points, ReadOnlySpan<double> about, Span<double> sum)
    {
        var d = cloud.Dimension;
        Span<double> difference = stackalloc double[d];
        foreach (var point in points)
        {
            TensorPrimitives.Subtract(cloud.Row(point), about, difference);
            for (var i = 0; i < d; i++)
            {
                var left = difference[i] / points.Length;
                var row = sum.Slice(i * d, d);
                for (var j = i; j < d; j++)
                {
                    row[j] += left * difference[j];
                }
            }
        }

        for (var i = 1; i < d; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum[(i * d) + j] = sum[(j * d) + i];
            }
        }
    }
}
