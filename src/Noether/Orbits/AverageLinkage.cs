using Noether.Runs;

namespace Noether.Orbits;

/// <summary>Joins the two groups of highest mean similarity again and again; pairs of points without a similarity count as 0.</summary>
internal static class AverageLinkage
{
    /// <summary>The first point of every point's group.</summary>
    /// <param name="points">The number of points.</param>
    /// <param name="similarities">Pairs of different points, each once.</param>
    /// <param name="least">The mean similarity, above 0, below which groups stay apart.</param>
    /// <param name="execution">Cancellation.</param>
    public static int[] Of(int points, IEnumerable<(int First, int Second, double Similarity)> similarities, double least, Execution execution)
    {
        var sums = new Dictionary<int, double>?[points]; // of the similarities between two groups, by the group's number
        for (var point = 0; point < points; point++)
        {
            sums[point] = [];
        }

        var sizes = new int[points];
        Array.Fill(sizes, 1);
        var queue = new PriorityQueue<Candidate, (double, int, int)>();
        foreach (var (first, second, similarity) in similarities)
        {
            sums[first]![second] = sums[second]![first] = similarity;
            Offer(first, second, similarity);
        }

        var parents = Enumerable.Range(0, points).ToArray();
        while (queue.TryDequeue(out var next, out _))
        {
            // A group that has grown since was offered again with its new size; one that was swallowed has size 0.
            if (sizes[next.Kept] == next.KeptSize && sizes[next.Joined] == next.JoinedSize)
            {
                execution.Cancellation.ThrowIfCancellationRequested();
                Join(next.Kept, next.Joined);
            }
        }

        return [.. Enumerable.Range(0, points).Select(Root)];

        void Offer(int x, int y, double sum)
        {
            var mean = sum / ((double)sizes[x] * sizes[y]);
            if (mean >= least)
            {
                var (kept, joined) = (Math.Min(x, y), Math.Max(x, y));
                queue.Enqueue(new(kept, joined, sizes[kept], sizes[joined]), (-mean, kept, joined));
            }
        }

        void Join(int kept, int joined)
        {
            var (mine, others) = (sums[kept]!, sums[joined]!);
            (sums[joined], parents[joined], sizes[kept], sizes[joined]) = (null, kept, sizes[kept] + sizes[joined], 0);
            mine.Remove(joined);
            others.Remove(kept);
            foreach (var (other, sum) in others)
            {
                mine[other] = mine.GetValueOrDefault(other) + sum;
                sums[other]!.Remove(joined);
            }

            foreach (var (other, sum) in mine)
            {
                sums[other]![kept] = sum;
                Offer(kept, other, sum);
            }
        }

        int Root(int point)
        {
            while (parents[point] != point)
            {
                point = parents[point] = parents[parents[point]];
            }

            return point;
        }
    }

    /// <summary>Two groups that could be joined, with the sizes that they had when that was found.</summary>
    private readonly record struct Candidate(int Kept, int Joined, int KeptSize, int JoinedSize);
}
