namespace Noether.Orbits;

/// <summary>Agreement of two partitions of the same samples, corrected for chance: 1 for equal partitions, about 0 for unrelated ones. Eq. (O5).</summary>
internal static class AdjustedRandIndex
{
    /// <summary>The index of two partitions given as the part of each sample.</summary>
    /// <param name="first">Part numbers, any integers. Shape [n].</param>
    /// <param name="second">Part numbers of the other partition. Shape [n].</param>
    /// <returns>At most 1; 1 when both partitions are the same, also when both are trivial.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Of(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"Both partitions must be of the same samples; one has {first.Length}, the other {second.Length}.", nameof(second));
        }

        var together = new Dictionary<(int, int), long>();
        var inFirst = new Dictionary<int, long>();
        var inSecond = new Dictionary<int, long>();
        for (var i = 0; i < first.Length; i++)
        {
            Increment(together, (first[i], second[i]));
            Increment(inFirst, first[i]);
            Increment(inSecond, second[i]);
        }

        var agreeing = Pairs(together.Values);
        var expected = Pairs(inFirst.Values) * Pairs(inSecond.Values) / Math.Max(Pairs([first.Length]), 1);
        var largest = 0.5 * (Pairs(inFirst.Values) + Pairs(inSecond.Values));
        return largest == expected ? 1 : (agreeing - expected) / (largest - expected);
    }

    private static double Pairs(IEnumerable<long> sizes) => sizes.Sum(size => 0.5 * size * (size - 1));

    private static void Increment<T>(Dictionary<T, long> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
