using Noether.Data;
using Noether.Neighbours;
using Noether.Numerics;

namespace Noether.Generators.Flows;

/// <summary>Pairs of neighbours spread over an orbit.</summary>
internal static class FlowPairs
{
    private const int PerPoint = 6;

    /// <summary>A few neighbours, near and far ones, of points spread evenly over the orbit.</summary>
    /// <param name="orbit">Its number.</param>
    /// <param name="points">Its points.</param>
    /// <param name="tree">The same, sorted.</param>
    /// <param name="neighbours">Points per neighbourhood, its own included.</param>
    /// <param name="most">The most pairs.</param>
    public static IEnumerable<FlowPair> Of(int orbit, PointCloud points, PointTree tree, int neighbours, int most)
    {
        var each = Math.Min(PerPoint, neighbours - 1);
        var (indices, distances) = (new int[neighbours], new double[neighbours]);
        foreach (var from in EvenSpread.Of(points.Count, Math.Max(1, most / each)))
        {
            tree.Nearest(points.Row(from), indices, distances);
            for (var j = 1; j <= each; j++)
            {
                yield return new(orbit, from, indices[j * (neighbours - 1) / each]);
            }
        }
    }
}
