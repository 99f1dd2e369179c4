namespace Noether.Orbits;

/// <summary>One class cut at its largest jump, Eq. (O2).</summary>
/// <param name="Parts">The members of each orbit, the largest first.</param>
/// <param name="Jump">The largest ratio between two consecutive substantial merge heights.</param>
/// <param name="Strays">Members in parts too small to be orbits.</param>
/// <param name="Members">Members of the class.</param>
internal sealed record ClassCut(ImmutableArray<ImmutableArray<int>> Parts, double Jump, int Strays, int Members)
{
    /// <summary>A class with too few members for a neighbour graph: no orbits, no jump.</summary>
    public static ClassCut TooSmall(int members) => new([], double.NaN, members, members);

    /// <summary>Cuts a class given the merges of its single linkage.</summary>
    public static ClassCut Of(ImmutableArray<Merge> merges, OrbitOptions options)
    {
        var members = merges.Length + 1;
        var smallest = options.SmallestSize(members);
        var substantial = merges.Where(merge => merge.SmallerSize >= smallest).Select(merge => merge.Height).Reverse().ToArray(); // highest first
        var usual = merges[(int)((1 - options.SmallestShare) * (merges.Length - 1))].Height;

        var jump = 1.0;
        var gap = Math.Max(substantial.FirstOrDefault(), usual); // the widest gap inside an orbit
        for (var j = 0; j < substantial.Length; j++)
        {
            var inside = Math.Max(j + 1 < substantial.Length ? substantial[j + 1] : 0, usual);
            var ratio = inside > 0 ? substantial[j] / inside : double.PositiveInfinity;
            if (ratio > jump)
            {
                jump = ratio;
                gap = ratio >= options.SmallestJump ? inside : gap;
            }
        }

        return Split(merges, smallest, merge => merge.Height <= (merge.SmallerSize < smallest ? options.SmallestJump * gap : gap)) with { Jump = jump };
    }

    private static ClassCut Split(ImmutableArray<Merge> merges, int smallest, Func<Merge, bool> joins)
    {
        var members = merges.Length + 1;
        var clusters = new DisjointSets(members);
        foreach (var merge in merges.Where(joins))
        {
            clusters.Join(merge.First, merge.Second);
        }

        var parts = Enumerable.Range(0, members).GroupBy(clusters.Root).Select(part => part.ToImmutableArray())
            .OrderByDescending(part => part.Length).ThenBy(part => part[0]).ToArray();
        var orbits = parts.Where(part => part.Length >= smallest).ToImmutableArray();
        return new(orbits, 1, members - orbits.Sum(part => part.Length), members);
    }
}
