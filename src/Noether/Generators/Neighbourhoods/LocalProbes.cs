using System.Numerics.Tensors;
using Noether.Data;
using Noether.Neighbours;
using Noether.Numerics;

namespace Noether.Generators.Neighbourhoods;

/// <summary>The nearest points of some points of a cloud, spread evenly over it.</summary>
internal static class LocalProbes
{
    /// <summary>The <paramref name="size"/> nearest points, the own one first, of up to <paramref name="most"/> points. Shape [probes][size].</summary>
    public static int[][] Of(PointCloud cloud, PointTree tree, int most, int size)
    {
        var probes = EvenSpread.Of(cloud.Count, most);
        var distances = new double[size];
        var neighbours = new int[probes.Length][];
        for (var i = 0; i < probes.Length; i++)
        {
            neighbours[i] = new int[size];
            tree.Nearest(cloud.Row(probes[i]), neighbours[i], distances);
        }

        return neighbours;
    }

    /// <summary>The dimension that the distances to the nearest neighbours grow with, Eq. (G15): low where the points are too few to show more.</summary>
    /// <param name="cloud">All points.</param>
    /// <param name="neighbours">Nearest points, four or more each, as from <see cref="Of"/>.</param>
    public static double ScalingDimension(PointCloud cloud, int[][] neighbours)
    {
        var sum = 0.0;
        foreach (var list in neighbours)
        {
            var own = cloud.Row(list[0]);
            var farthest = TensorPrimitives.Distance(own, cloud.Row(list[^1]));
            foreach (var other in list.AsSpan(1, list.Length - 2))
            {
                var distance = TensorPrimitives.Distance(own, cloud.Row(other));
                sum += distance > 0 ? Math.Log(farthest / distance) : 0;
            }
        }

        return sum > 0 ? neighbours.Length * (neighbours[0].Length - 3.0) / sum : 0;
    }
}
