using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Neighbours;

/// <summary>Nearest neighbours of all points by a tree: the fast way in few dimensions.</summary>
internal static class TreeSearch
{
    public static NearestNeighbours Find(SingleMatrix points, NeighbourOptions options, Execution execution)
    {
        var cloud = Widened(points);
        var tree = PointTree.Build(cloud);
        var result = new NearestNeighbours(points.Rows, options.Count);
        execution.ForEachBlock("neighbours", NearestNeighbours.Blocks(points.Rows), block =>
        {
            var (indices, distances) = (new int[options.Count + 1], new double[options.Count + 1]);
            var first = block * NearestNeighbours.PointsPerBlock;
            for (var point = first; point < Math.Min(first + NearestNeighbours.PointsPerBlock, cloud.Count); point++)
            {
                tree.Nearest(cloud.Row(point), indices, distances);
                CopyOthers(point, indices, distances, result);
            }
        });
        return result;
    }

    // Among many duplicates a point may not be in its own list; then the last of the list is one too many.
    private static void CopyOthers(int point, ReadOnlySpan<int> indices, ReadOnlySpan<double> distances, NearestNeighbours result)
    {
        var self = indices.IndexOf(point);
        self = self < 0 ? indices.Length - 1 : self;
        indices[..self].CopyTo(result.WritableIndices(point));
        distances[..self].CopyTo(result.WritableDistances(point));
        indices[(self + 1)..].CopyTo(result.WritableIndices(point)[self..]);
        distances[(self + 1)..].CopyTo(result.WritableDistances(point)[self..]);
    }

    private static PointCloud Widened(SingleMatrix points)
    {
        var values = new double[points.Entries.Length];
        TensorPrimitives.ConvertTruncating(points.Entries, values);
        return new(points.Rows, points.Columns, values);
    }
}
