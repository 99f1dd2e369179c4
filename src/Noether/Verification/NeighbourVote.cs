using Noether.Data;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>
/// Which samples an embedding tells apart by class, where no classifier was trained on it: those for whose class their nearest
/// neighbours in it vote.
/// No sample votes for itself, so the share of them is an accuracy on samples that were held out.
/// </summary>
internal sealed record NeighbourVote
{
    private const int Voters = 5;

    /// <summary>The samples for whose class their neighbours vote, in every head, in increasing order.</summary>
    public required ImmutableArray<int> Right { get; init; }

    /// <summary>The share of them per head, beside the same vote with shuffled labels.</summary>
    public required HeldOutAccuracy Accuracy { get; init; }

    /// <summary>Holds the vote. Cost: one search for neighbours.</summary>
    /// <param name="data">The samples and their classes; more than five.</param>
    /// <param name="embedding">What the network makes of them. Shape [n, width].</param>
    /// <param name="seed">Where the shuffled labels come from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    /// <exception cref="ArgumentException">There are too few samples.</exception>
    public static NeighbourVote Of(LabelledPoints data, SingleMatrix embedding, Seed seed, Execution execution)
    {
        if (data.Count <= Voters)
        {
            throw new ArgumentException($"A vote of neighbours takes more than {Voters} samples; got {data.Count}.", nameof(data));
        }

        var neighbours = NearestNeighbours.Find(embedding, new() { Count = Voters }, execution);
        var votes = Votes(neighbours, data);
        var shuffled = data.WithShuffledLabels(seed);
        return new()
        {
            Right = [.. Enumerable.Range(0, data.Count).Where(i => data.Heads.Index().All(head => votes[head.Index][i] == head.Item.Classes[i]))],
            Accuracy = new()
            {
                Accuracy = Shares(votes, data),
                Shuffled = Shares(Votes(neighbours, shuffled), shuffled),
                Guessing = [.. data.Heads.Select(head => (double)head.Members().Max(members => members.Length) / data.Count)],
                Samples = data.Count,
                Judge = "by the vote of each one's neighbours in the embedding",
            },
        };
    }

    private static int[][] Votes(NearestNeighbours neighbours, LabelledPoints data) =>
        [.. data.Heads.Select(head => Enumerable.Range(0, data.Count).Select(i => Vote(neighbours.Indices(i), head)).ToArray())];

    /// <summary>The class of most neighbours; among equals, that of the nearest.</summary>
    private static int Vote(ReadOnlySpan<int> neighbours, Labels head)
    {
        var (best, most) = (-1, 0);
        foreach (var neighbour in neighbours)
        {
            var votes = 0;
            foreach (var other in neighbours)
            {
                votes += head.Classes[other] == head.Classes[neighbour] ? 1 : 0;
            }

            (best, most) = votes > most ? (head.Classes[neighbour], votes) : (best, most);
        }

        return best;
    }

    private static ImmutableArray<double> Shares(int[][] votes, LabelledPoints data) =>
        [.. data.Heads.Select((head, h) => votes[h].Where((vote, i) => vote == head.Classes[i]).Count() / (double)data.Count)];
}
