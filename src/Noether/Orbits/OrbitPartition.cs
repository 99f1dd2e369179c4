using Noether.Data;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Orbits;

/// <summary>The samples of every class, cut into orbits: groups that lie together in the embedding, with a gap to the rest of their class.</summary>
public sealed record OrbitPartition
{
    /// <summary>The orbits, by class, then the largest first.</summary>
    public required ImmutableArray<Orbit> Orbits { get; init; }

    /// <summary>The largest jump of each class, Eq. (O3): how many times farther apart its parts are than the widest gap inside them. Shape [classes]; NaN for a class too small to cut.</summary>
    public required ImmutableArray<double> Jumps { get; init; }

    /// <summary>The orbit of each sample as an index into <see cref="Orbits"/>; -1 for strays and for samples that were not used. Shape [n].</summary>
    public required ImmutableArray<int> OrbitOf { get; init; }

    /// <summary>What a careful reader should know about the cut.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The number of orbits in a class.</summary>
    public int OrbitsIn(int k) => Orbits.Count(orbit => orbit.Class == k);

    /// <summary>The points of each orbit, in the order of <see cref="Orbits"/>.</summary>
    public ImmutableArray<PointCloud> CloudsOf(PointCloud points) => [.. Orbits.Select(orbit => points.Select(orbit.Samples.AsSpan()))];

    /// <summary>Finds the orbits of every class in an embedding.</summary>
    /// <param name="embedding">The last hidden layer for every sample. Shape [n, width].</param>
    /// <param name="cells">The classes in which orbits are looked for. Shape [n].</param>
    /// <param name="samples">The samples to use, such as the correctly classified ones.</param>
    /// <param name="options">How to cut.</param>
    /// <param name="execution">Threads, progress ("orbits") and cancellation.</param>
    /// <remarks>The distances are those of the full embedding; t-SNE coordinates carry no distances and must not be used here.</remarks>
    public static OrbitPartition Find(SingleMatrix embedding, Labels cells, ImmutableArray<int> samples, OrbitOptions options, Execution execution)
    {
        var cuts = cells.Select(samples.AsSpan()).Members()
            .Select((members, k) => Cut(embedding, [.. members.Select(member => samples[member])], k, cells, options, execution))
            .ToImmutableArray();
        var orbits = cuts.SelectMany((cut, k) => cut.Parts.Select((part, index) => new Orbit(k, index, part))).ToImmutableArray();
        return new()
        {
            Orbits = orbits,
            Jumps = [.. cuts.Select(cut => cut.Jump)],
            OrbitOf = Membership(embedding.Rows, orbits),
            Findings = OrbitFindings.Of(cells, cuts),
        };
    }

    private static ClassCut Cut(SingleMatrix embedding, ImmutableArray<int> members, int k, Labels cells, OrbitOptions options, Execution execution)
    {
        execution.Report("orbits", (double)k / cells.ClassCount, $"class {cells.ClassNames[k]}");
        var neighbourCount = options.NeighboursOf(members.Length);
        if (members.Length <= neighbourCount)
        {
            return ClassCut.TooSmall(members.Length);
        }

        var points = embedding.Select(members.AsSpan());
        var neighbours = NearestNeighbours.Find(points, new() { Count = neighbourCount }, execution with { Progress = null });
        var (pieces, merges) = SingleLinkage.Of(points, neighbours);
        var cut = ClassCut.Of(pieces, merges, options);
        return cut with { Parts = [.. cut.Parts.Select(part => part.Select(local => members[local]).ToImmutableArray())] };
    }

    private static ImmutableArray<int> Membership(int count, ImmutableArray<Orbit> orbits)
    {
        var membership = new int[count];
        Array.Fill(membership, -1);
        for (var index = 0; index < orbits.Length; index++)
        {
            foreach (var sample in orbits[index].Samples)
            {
                membership[sample] = index;
            }
        }

        return [.. membership];
    }
}
