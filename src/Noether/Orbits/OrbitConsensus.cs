using Noether.Neighbours;
using Noether.Runs;

namespace Noether.Orbits;

/// <summary>Whole orbits from largest jumps: a point joins a cluster when enough of its members have it in theirs. Eq. (O8).</summary>
public static class OrbitConsensus
{
    // Points of one unit of work; each needs a table as long as there are points.
    private const int PointsPerBlock = 4096;

    /// <summary>Finds the cluster of every point.</summary>
    /// <param name="neighbours">The nearest neighbours of every point; the jump is looked for among those of its class.</param>
    /// <param name="classes">The class of every point, such as its prediction; points of other classes never join. Shape [points].</param>
    /// <param name="options">How much agreement a point needs.</param>
    /// <param name="execution">Threads and cancellation; progress is reported as "orbits".</param>
    /// <returns>For every point the others of its orbit, in increasing order. Cost: the sum of the squared cluster sizes, each round.</returns>
    public static ImmutableArray<ImmutableArray<int>> Find(NearestNeighbours neighbours, ImmutableArray<int> classes, ConsensusOptions options, Execution execution)
    {
        if (classes.Length != neighbours.PointCount)
        {
            throw new ArgumentException($"There are {neighbours.PointCount} points; {classes.Length} classes were given.", nameof(classes));
        }

        var clusters = ForEach(neighbours.PointCount, execution, (point, _) => Nearest(neighbours, classes, point));
        for (var round = 0; round < options.Rounds; round++)
        {
            var current = clusters;
            clusters = ForEach(current.Length, execution, (point, votes) => Agreed(current, point, options.Share, votes));
            execution.Report("orbits", (round + 1.0) / options.Rounds);
        }

        return [.. clusters.Select(members => ImmutableArray.Create(members))];
    }

    private static int[][] ForEach(int points, Execution execution, Func<int, VoteCount, int[]> cluster)
    {
        var clusters = new int[points][];
        execution.ForEachBlock((points + PointsPerBlock - 1) / PointsPerBlock, block =>
        {
            var votes = new VoteCount(points);
            for (var point = block * PointsPerBlock; point < Math.Min(points, (block + 1) * PointsPerBlock); point++)
            {
                clusters[point] = cluster(point, votes);
            }
        });
        return clusters;
    }

    private static int[] Nearest(NearestNeighbours neighbours, ImmutableArray<int> classes, int point)
    {
        var indices = neighbours.Indices(point);
        var distances = neighbours.Distances(point);
        var (members, lengths) = (new List<int>(indices.Length), new List<double>(indices.Length));
        for (var k = 0; k < indices.Length; k++)
        {
            if (classes[indices[k]] == classes[point])
            {
                members.Add(indices[k]);
                lengths.Add(distances[k]);
            }
        }

        return members.Count == 0 ? [] : [.. members.Take(LargestJump.Count([.. lengths])).Order()];
    }

    private static int[] Agreed(int[][] clusters, int point, double share, VoteCount votes)
    {
        votes.Clear();
        foreach (var member in clusters[point].Append(point))
        {
            votes.Add(member);
            foreach (var other in clusters[member])
            {
                votes.Add(other);
            }
        }

        return votes.AtLeast(share * (clusters[point].Length + 1), except: point);
    }
}
