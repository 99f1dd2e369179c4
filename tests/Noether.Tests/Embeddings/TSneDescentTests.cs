using Noether.Embeddings;
using Noether.Neighbours;
using Noether.Runs;

namespace Noether.Tests.Embeddings;

public static class TSneDescentTests
{
    [Fact]
    public static void A_mirrored_start_gives_the_mirrored_map()
    {
        var neighbours = NearestNeighbours.Find(SyntheticPoints.Clusters(120, 10, 3), new() { Count = 30 }, Execution.Default);
        var affinities = Affinities.Find(neighbours, 30, 10, Execution.Default);
        var stream = new Seed(8).Stream();
        var start = Enumerable.Range(0, 240).Select(_ => stream.NextGaussian()).ToArray();

        var map = Descended(affinities, [.. start]);
        var mirrored = Descended(affinities, [.. start.Select((x, i) => i % 2 == 0 ? -x : x)]);

        Assert.Equal(map, mirrored.Select((x, i) => i % 2 == 0 ? -x : x));
        Assert.NotEqual(start, map);
    }

    private static double[] Descended(Affinities affinities, double[] start)
    {
        var descent = new TSneDescent(affinities, new ExactRepulsion(), start);
        for (var step = 0; step < 30; step++)
        {
            if (step == 15)
            {
                descent.Restart();
            }

            descent.Step(exaggeration: 4, learningRate: 10, momentum: 0.8, Execution.Default);
        }

        return descent.Positions;
    }
}
