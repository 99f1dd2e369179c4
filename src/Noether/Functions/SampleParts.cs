using System.IO.Hashing;
using System.Runtime.InteropServices;
using Noether.Data;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>
/// A division of the samples into disjoint parts; equal samples share a part, since two parts would otherwise know the same error, Rule
/// (R8).
/// </summary>
/// <param name="Of">The part of each sample, 0 to count - 1. Shape [N].</param>
/// <param name="Count">The number of parts, even.</param>
internal sealed record SampleParts(ImmutableArray<int> Of, int Count)
{
    /// <summary>Assigns samples, or runs of successive ones, to parts at random.</summary>
    /// <param name="points">The samples.</param>
    /// <param name="count">How many parts.</param>
    /// <param name="run">Successive samples that stay together, at least 1: more than 1 where the noise of successive samples is
    /// related.</param>
    /// <param name="seed">How they are assigned.</param>
    public static SampleParts Assign(PointCloud points, int count, int run, Seed seed)
    {
        var first = new Dictionary<ulong, int>();
        var group = new int[points.Count];
        for (var i = 0; i < points.Count; i++)
        {
            var hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(points.Row(i)));
            group[i] = first.TryGetValue(hash, out var earlier) ? earlier : first[hash] = i / run * run;
        }

        var leaders = group.Distinct().ToArray();
        seed.Stream().Shuffle<int>(leaders);
        var part = new Dictionary<int, int>();
        for (var i = 0; i < leaders.Length; i++)
        {
            part[leaders[i]] = i % count;
        }

        return new([.. group.Select(leader => part[leader])], count);
    }

    /// <summary>Half as many parts, each of two.</summary>
    public SampleParts Halved() => new([.. Of.Select(part => part / 2)], Count / 2);

    /// <summary>The samples of a part.</summary>
    public int[] Rows(int part) => [.. Enumerable.Range(0, Of.Length).Where(i => Of[i] == part)];
}
