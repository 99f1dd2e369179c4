using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Embeddings;

/// <summary>Point sets for the tests of this folder.</summary>
internal static class SyntheticPoints
{
    /// <summary>Gaussian clouds around well separated centres; point i belongs to cloud i mod clusters.</summary>
    public static SingleMatrix Clusters(int count, int dimension, int clusters)
    {
        var stream = new Seed(21).Stream();
        var centres = Enumerable.Range(0, clusters * dimension).Select(_ => 6 * stream.NextGaussian()).ToArray();
        return new(count, dimension, [.. Enumerable.Range(0, count * dimension).Select(i =>
            (float)(centres[(i / dimension % clusters * dimension) + (i % dimension)] + stream.NextGaussian()))]);
    }

    /// <summary>The share of points whose nearest point in the map belongs to the same cluster as they do.</summary>
    public static double Purity(SingleMatrix map, Func<int, int> cluster)
    {
        var neighbours = Noether.Neighbours.NearestNeighbours.Find(map, new() { Count = 1 }, Execution.Default);
        return Enumerable.Range(0, map.Rows).Count(i => cluster(neighbours.Indices(i)[0]) == cluster(i)) / (double)map.Rows;
    }
}
