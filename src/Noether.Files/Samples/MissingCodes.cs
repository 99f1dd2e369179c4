namespace Noether.Files.Samples;

/// <summary>
/// Numbers that stand for missing measurements, such as -9999: repeated exactly, and far outside all other values of their column.
/// Far means farther than the others' spread, and than any gap between them, by a wide margin; so levels of a design, logarithmic grids
/// and outliers are none.
/// </summary>
internal static class MissingCodes
{
    private const int FewestRows = 3;

    private const double SmallestShare = 0.002;

    /// <summary>In interquartile ranges of the other values, and in widths of the widest gap between them.</summary>
    private const double FarAway = 20;

    /// <summary>On either side of the other values, such as -9999 for missing and -999 for out of range.</summary>
    private const int MostCodes = 3;

    /// <summary>A column with fewer other values holds levels that someone chose.</summary>
    private const int FewestOtherValues = 20;

    /// <summary>The codes among some values, ascending; mostly none.</summary>
    public static ImmutableArray<double> Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var fewest = Math.Max(FewestRows, (int)Math.Ceiling(SmallestShare * sorted.Length));
        var low = Edge(sorted, fewest);
        Array.Reverse(sorted);
        var high = Edge(sorted, fewest);
        Array.Reverse(sorted);
        var choices = from below in Enumerable.Range(0, low.Length + 1)
                      from above in Enumerable.Range(0, high.Length + 1)
                      where below + above > 0
                      orderby below + above descending
                      select (Below: low[..below], Above: high[..above]);
        var found = choices.FirstOrDefault(choice => AreFar(sorted, choice.Below, choice.Above), ([], []));
        return [.. found.Below, .. found.Above.Reverse()];
    }

    /// <summary>The first different values that are repeated often enough, from the outside.</summary>
    private static double[] Edge(double[] sorted, int fewest)
    {
        var edge = new List<double>();
        for (var first = 0; first < sorted.Length && edge.Count < MostCodes;)
        {
            var next = first;
            while (next < sorted.Length && sorted[next] == sorted[first])
            {
                next++;
            }

            if (next - first < fewest)
            {
                break;
            }

            edge.Add(sorted[first]);
            first = next;
        }

        return [.. edge];
    }

    private static bool AreFar(double[] sorted, double[] below, double[] above)
    {
        var others = sorted.Where(value => (below.Length == 0 || value > below[^1]) && (above.Length == 0 || value < above[^1])).ToArray();
        if (others.Length == 0)
        {
            return false;
        }

        var gaps = others.Skip(1).Zip(others, (next, value) => next - value).Where(gap => gap > 0).ToArray();
        var spread = others[3 * others.Length / 4] - others[others.Length / 4];
        if (gaps.Length + 1 < FewestOtherValues || spread == 0)
        {
            return false;
        }

        var reach = FarAway * Math.Max(spread, gaps.Max());
        return (below.Length == 0 || others[0] - below[^1] > reach) && (above.Length == 0 || above[^1] - others[^1] > reach);
    }
}
