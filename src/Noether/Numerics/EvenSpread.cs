namespace Noether.Numerics;

/// <summary>Some of many items, evenly spread over their order: which, depends on the numbers alone.</summary>
internal static class EvenSpread
{
    /// <summary>Up to <paramref name="most"/> of <paramref name="count"/> items, in increasing order, 0 first; all where there are no more.</summary>
    /// <param name="count">How many items there are, at least 0.</param>
    /// <param name="most">How many are wanted, at least 0.</param>
    public static ImmutableArray<int> Of(int count, int most)
    {
        var taken = Math.Min(count, most);
        return [.. Enumerable.Range(0, taken).Select(i => (int)((long)i * count / taken))];
    }
}
