using System.Numerics.Tensors;
using Noether.Neighbours;
using Noether.Numerics;

namespace Noether.Orbits;

/// <summary>Single-linkage clustering of the points of one class along the union k-nearest-neighbour graph, Eq. (O1).</summary>
internal static class SingleLinkage
{
    /// <summary>The m - 1 merges in order of height. The pieces of the graph are joined by their exact closest points.</summary>
    /// <remarks>Cost: the graph's edges, sorted, and O(m) distances per point of a piece that is not joined to the rest.</remarks>
    /// <returns>The piece of the graph that each point lies in, before the pieces were joined, and the merges.</returns>
    public static (ImmutableArray<int> Pieces, ImmutableArray<Merge> Merges) Of(SingleMatrix points, NearestNeighbours neighbours)
    {
        var edges = Edges(neighbours);
        var pieces = new DisjointSets(points.Rows);
        var tree = edges.Where(edge => pieces.Join(edge.First, edge.Second)).ToList();
        var ofPoint = Enumerable.Range(0, points.Rows).Select(pieces.Root).ToImmutableArray();
        while (pieces.Count > 1)
        {
            var bridge = ShortestBridge(points, pieces);
            pieces.Join(bridge.First, bridge.Second);
            tree.Add(bridge);
        }

        return (ofPoint, Replay(points.Rows, tree));
    }

    private static List<(double Height, int First, int Second)> Edges(NearestNeighbours neighbours)
    {
        var edges = new List<(double Height, int First, int Second)>(neighbours.PointCount * neighbours.NeighbourCount);
        for (var i = 0; i < neighbours.PointCount; i++)
        {
            var indices = neighbours.Indices(i);
            var distances = neighbours.Distances(i);
            for (var k = 0; k < indices.Length; k++)
            {
                edges.Add((distances[k], Math.Min(i, indices[k]), Math.Max(i, indices[k])));
            }
        }

        edges.Sort();
        return edges;
    }

    /// <summary>The shortest way out of the smallest piece, which belongs to every minimum spanning tree.</summary>
    private static (double Height, int First, int Second) ShortestBridge(SingleMatrix points, DisjointSets pieces)
    {
        var smallest = Enumerable.Range(0, points.Rows).MinBy(pieces.Size);
        var root = pieces.Root(smallest);
        var best = (Height: double.PositiveInfinity, First: -1, Second: -1);
        for (var i = 0; i < points.Rows; i++)
        {
            if (pieces.Root(i) != root)
            {
                continue;
            }

            for (var j = 0; j < points.Rows; j++)
            {
                if (pieces.Root(j) != root)
                {
                    var edge = ((double)TensorPrimitives.Distance(points.Row(i), points.Row(j)), Math.Min(i, j), Math.Max(i, j));
                    best = edge.CompareTo(best) < 0 ? edge : best;
                }
            }
        }

        return best;
    }

    private static ImmutableArray<Merge> Replay(int count, List<(double Height, int First, int Second)> tree)
    {
        tree.Sort();
        var clusters = new DisjointSets(count);
        var merges = ImmutableArray.CreateBuilder<Merge>(tree.Count);
        foreach (var (height, first, second) in tree)
        {
            merges.Add(new(height, first, second, Math.Min(clusters.Size(first), clusters.Size(second))));
            clusters.Join(first, second);
        }

        return merges.MoveToImmutable();
    }
}
