using Noether.CalabiYau.Lists;

namespace Noether.CalabiYau.Representatives;

/// <summary>The representatives of some consecutive entries of a list: what is computed, written and skipped as a whole.</summary>
/// <param name="Index">The number of the batch, counted from 0; which entries it holds follows from this number and the list alone.</param>
/// <param name="Records">The entries.</param>
/// <param name="Sets">Their representatives, in the same order.</param>
public sealed record RepresentativeBatch(int Index, ImmutableArray<CicyRecord> Records, ImmutableArray<RepresentativeSet> Sets)
{
    /// <summary>The number of matrices in the batch.</summary>
    public int Count => Sets.Sum(set => set.Matrices.Length);

    /// <summary>All matrices with the entries they belong to, entry by entry.</summary>
    public IEnumerable<Representative> Representatives() =>
        Records.Zip(Sets).SelectMany(pair => pair.Second.Matrices.Select(matrix => new Representative(pair.First, matrix)));
}
