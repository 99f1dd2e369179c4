namespace Noether.Orbits;

/// <summary>One class cut into orbits.</summary>
/// <param name="Parts">The members of each orbit, the largest first.</param>
/// <param name="Jump">The largest jump, Eq. (O3); NaN for a class that is too small.</param>
/// <param name="Strays">Members in parts too small to be orbits.</param>
/// <param name="Members">Members of the class.</param>
internal sealed record ClassCut(ImmutableArray<ImmutableArray<int>> Parts, double Jump, int Strays, int Members)
{
    /// <summary>A class with too few members for a neighbour graph: no orbits, no jump.</summary>
    public static ClassCut TooSmall(int members) => new([], double.NaN, members, members);

    /// <summary>The pieces of the neighbour graph that are large enough, and the jump of the linkage.</summary>
    /// <param name="pieces">The piece of each member.</param>
    /// <param name="merges">The merges of the class in order of height.</param>
    /// <param name="options">What counts as large enough.</param>
    public static ClassCut Of(ImmutableArray<int> pieces, ImmutableArray<Merge> merges, OrbitOptions options)
    {
        var smallest = options.SmallestSize(pieces.Length);
        var parts = Enumerable.Range(0, pieces.Length).GroupBy(member => pieces[member])
            .Select(piece => piece.ToImmutableArray())
            .Where(piece => piece.Length >= smallest)
            .OrderByDescending(piece => piece.Length).ThenBy(piece => piece[0])
            .ToImmutableArray();
        return new(parts, LargestJump(merges, smallest, options), pieces.Length - parts.Sum(part => part.Length), pieces.Length);
    }

    private static double LargestJump(ImmutableArray<Merge> merges, int smallest, OrbitOptions options)
    {
        var usual = merges[(int)((1 - options.SmallestShare) * (merges.Length - 1))].Height;
        var above = 0.0; // the substantial merge after the one looked at
        var jump = 1.0;
        foreach (var merge in merges.Reverse().Where(merge => merge.SmallerSize >= smallest))
        {
            jump = Math.Max(jump, Ratio(above, Math.Max(merge.Height, usual)));
            above = merge.Height;
        }

        return Math.Max(jump, Ratio(above, usual));
    }

    /// <summary>above / below; two equal heights of zero, as among identical points, make no jump.</summary>
    private static double Ratio(double above, double below) => above > 0 ? above / below : 0;
}
