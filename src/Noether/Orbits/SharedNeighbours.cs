using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Orbits;

/// <summary>Whole orbits in classes that hold many: mutual neighbours are as similar as they have neighbours in common, and groups are joined while their mean similarity is large. Eq. (O8).</summary>
/// <remarks>Distances enter by their order alone, so that dense and sparse orbits are treated alike.</remarks>
internal static class SharedNeighbours
{
    /// <summary>Finds the orbit of every point.</summary>
    /// <param name="embedding">The points. Shape [n, width].</param>
    /// <param name="classes">The class of every point, such as its prediction; points of different classes never join. Shape [n].</param>
    /// <param name="options">How points are put together.</param>
    /// <param name="execution">Threads, cancellation; progress is reported as "orbits".</param>
    /// <returns>The number of every point's orbit; orbits are numbered by their first point. Shape [n].</returns>
    /// <remarks>Cost: nearest neighbours within every class, and O(m k (k + log m)) for a class of m points, in practice; memory O(m k).</remarks>
    public static ImmutableArray<int> Find(SingleMatrix embedding, ImmutableArray<int> classes, SharedNeighbourOptions options, Execution execution)
    {
        if (classes.Length != embedding.Rows)
        {
            throw new ArgumentException($"There are {embedding.Rows} points; {classes.Length} classes were given.", nameof(classes));
        }

        int[][] members = [.. Enumerable.Range(0, classes.Length).GroupBy(point => classes[point]).Select(group => group.ToArray())];
        var first = new int[classes.Length];
        var done = 0;
        execution.ForEachBlock(members.Length, k =>
        {
            var groups = Groups(embedding.Select(members[k]), options, execution with { Threads = 1, Progress = null });
            for (var local = 0; local < groups.Length; local++)
            {
                first[members[k][local]] = members[k][groups[local]];
            }

            execution.Report("orbits", Interlocked.Increment(ref done) / (double)members.Length);
        });
        return Numbered(first);
    }

    /// <summary>The first point of every point's group.</summary>
    private static int[] Groups(SingleMatrix points, SharedNeighbourOptions options, Execution execution)
    {
        if (points.Rows < 2)
        {
            return [.. Enumerable.Range(0, points.Rows)];
        }

        var neighbours = NearestNeighbours.Find(points, new() { Count = Math.Min(options.Neighbours, points.Rows - 1) }, execution);
        return AverageLinkage.Of(points.Rows, Similarities(Mutual(neighbours)), options.LeastSimilarity, execution);
    }

    /// <summary>For every point itself and the neighbours that have it among theirs, in increasing order.</summary>
    private static int[][] Mutual(NearestNeighbours neighbours)
    {
        HashSet<int>[] near = [.. Enumerable.Range(0, neighbours.PointCount).Select(point => neighbours.Indices(point).ToArray().ToHashSet())];
        return [.. near.Select((others, point) => others.Where(other => near[other].Contains(point)).Append(point).Order().ToArray())];
    }

    /// <summary>For all pairs of mutual neighbours the points in both their sets over those in either; more distant pairs, left out for memory, would change little.</summary>
    private static IEnumerable<(int First, int Second, double Similarity)> Similarities(int[][] sets)
    {
        for (var point = 0; point < sets.Length; point++)
        {
            var own = sets[point].ToHashSet();
            foreach (var other in sets[point].Where(other => other > point))
            {
                var shared = sets[other].Count(own.Contains);
                yield return (point, other, shared / (double)(own.Count + sets[other].Length - shared));
            }
        }
    }

    private static ImmutableArray<int> Numbered(int[] first)
    {
        var numbers = new Dictionary<int, int>();
        return [.. first.Select(point => numbers.TryGetValue(point, out var number) ? number : numbers[point] = numbers.Count)];
    }
}
