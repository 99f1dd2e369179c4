using System.Globalization;

namespace Noether.Data;

/// <summary>Classes of nearly equal size: the sorted values are cut at quantiles, never between equal values. Eq. (S2).</summary>
public sealed class ValueQuantiles : ValueClasses
{
    private readonly double[] _starts;

    private ValueQuantiles(double[] starts, ImmutableArray<string> names)
        : base(names) => _starts = starts;

    /// <summary>Cuts the range of some values into classes of nearly equal size.</summary>
    /// <param name="values">One or more finite values, in any order. Shape [n].</param>
    /// <param name="classes">The number of classes wanted, at least 1; fewer result where values repeat so often that a cut would split equal ones.</param>
    /// <exception cref="ArgumentException">There is no value, or one is not finite.</exception>
    /// <remarks>Cut j of K is the one between different values nearest to position j n / K of the sorted values. Cost O(n log n).</remarks>
    public static ValueQuantiles Of(ReadOnlySpan<double> values, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        var sorted = values.ToArray();
        Array.Sort(sorted);
        if (sorted.Length == 0 || !double.IsFinite(sorted[0]) || !double.IsFinite(sorted[^1]))
        {
            throw new ArgumentException("Quantiles are of one or more finite values.", nameof(values));
        }

        var cuts = new SortedSet<int> { 0 };
        for (var j = 1; j < classes; j++)
        {
            if (NearestCut(sorted, (double)j * sorted.Length / classes) is { } cut)
            {
                cuts.Add(cut);
            }
        }

        return new([.. cuts.Select(cut => sorted[cut])], NamesOf(sorted, [.. cuts]));
    }

    /// <summary>The class of a value; values below and above those that the classes were made from belong to the first and the last one.</summary>
    /// <remarks>-1 only for a value that is not a number.</remarks>
    public override int ClassOf(double value)
    {
        if (double.IsNaN(value))
        {
            return -1;
        }

        var at = Array.BinarySearch(_starts, value);
        return Math.Max(at >= 0 ? at : ~at - 1, 0);
    }

    /// <summary>The position, 1 .. n - 1, next to a wanted one at which the value before differs from the value behind; null when all values are equal.</summary>
    private static int? NearestCut(double[] sorted, double wanted)
    {
        var value = sorted[Math.Min((int)wanted, sorted.Length - 1)];
        var below = FirstNotBelow(sorted, value);
        var above = FirstAbove(sorted, value);
        return (below > 0, above < sorted.Length) switch
        {
            (true, true) => wanted - below <= above - wanted ? below : above,
            (true, false) => below,
            (false, true) => above,
            _ => null,
        };
    }

    private static int FirstNotBelow(double[] sorted, double value) => FirstWhere(sorted, x => x >= value);

    private static int FirstAbove(double[] sorted, double value) => FirstWhere(sorted, x => x > value);

    private static int FirstWhere(double[] sorted, Func<double, bool> holdsFromThereOn)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = holdsFromThereOn(sorted[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>"lowest to highest" for each class, with as many digits as tell the classes apart.</summary>
    private static ImmutableArray<string> NamesOf(double[] sorted, int[] cuts)
    {
        for (var digits = 3; digits <= 16; digits++)
        {
            var names = cuts.Select((cut, k) => Name(sorted[cut], sorted[(k + 1 < cuts.Length ? cuts[k + 1] : sorted.Length) - 1], $"G{digits}")).ToImmutableArray();
            if (names.Distinct(StringComparer.Ordinal).Count() == names.Length)
            {
                return names;
            }
        }

        return [.. cuts.Select(cut => sorted[cut].ToString("R", CultureInfo.InvariantCulture))];
    }

    private static string Name(double lowest, double highest, string format)
    {
        var (low, high) = ((lowest + 0.0).ToString(format, CultureInfo.InvariantCulture), (highest + 0.0).ToString(format, CultureInfo.InvariantCulture));
        return low == high ? low : $"{low} to {high}";
    }
}
