namespace Noether.Files.Samples;

/// <summary>
/// Columns that are strictly monotone from row to row. Chance does not order so many rows, but a user may: a table sorted by a coordinate,
/// or a curve that is followed, has such a column too.
/// The steps tell them apart. Those of a sorted random column scatter at least as much as their mean, those of a curve drift smoothly, and
/// those of a counter or clock do neither.
/// </summary>
internal static class RowOrder
{
    /// <summary>A random column of as many rows is monotone with probability 2 / 50!.</summary>
    public const int FewestRows = 50;

    /// <summary>Relative to the mean: times written with a few digits differ by less.</summary>
    private const double EqualSteps = 1e-3;

    /// <summary>A clock that was stopped now and then has this share of equal steps, or more.</summary>
    private const double ShareOfEqualSteps = 0.9;

    /// <summary>Standard errors, 1 / sqrt(n), by which the scatter of random steps may differ from their mean.</summary>
    private const double StandardErrors = 5;

    private const int Blocks = 8;

    /// <summary>The means of blocks of steps scatter as random steps let them, a ratio of 1; by 6 or more with probability 1e-4.</summary>
    private const double LargestDrift = 6;

    /// <summary>What the order of some rows says against a column; null where it says nothing.</summary>
    public static ColumnFlaw? FlawOf(Column column, ImmutableArray<int> rows)
    {
        if (rows.Length < FewestRows || !IsMonotone(column.Numbers, rows))
        {
            return null;
        }

        var values = KeptSamples.Select(column.Numbers, rows);
        var direction = values[1] > values[0] ? "increases" : "decreases";
        var steps = Enumerable.Range(1, values.Length - 1).Select(i => Math.Abs(values[i] - values[i - 1])).ToArray();
        var areIntegers = values.All(double.IsInteger);
        if (areIntegers && MedianOf(steps) == 1)
        {
            return new(column, ColumnFlawKind.Clock, "counts the rows");
        }

        if (VariationOf(steps) <= EqualSteps)
        {
            return new(column, ColumnFlawKind.Clock, $"{direction} in equal steps from row to row, like a counter or a clock");
        }

        return AreOfClock(steps, areIntegers)
            ? new(column, ColumnFlawKind.Clock, $"{direction} from row to row like a clock")
            : new(column, ColumnFlawKind.Sorted, $"{direction} from row to row");
    }

    /// <summary>
    /// Steps that are mostly equal; or that scatter less than those of a sorted random column, and do not drift as those along a curve do.
    /// </summary>
    private static bool AreOfClock(double[] steps, bool areIntegers)
    {
        var median = MedianOf(steps);
        if (steps.Count(step => Math.Abs(step - median) <= EqualSteps * median) >= ShareOfEqualSteps * steps.Length)
        {
            return true;
        }

        // The numbers of rows chosen at random have steps with a deviation of their mean; coordinates are seldom different integers.
        var margin = StandardErrors / Math.Sqrt(steps.Length);
        return VariationOf(steps) < (areIntegers ? 1 + margin : 1 - margin) && DriftOf(steps) < LargestDrift;
    }

    private static bool IsMonotone(ReadOnlySpan<double> values, ImmutableArray<int> rows)
    {
        var direction = Math.Sign(values[rows[1]] - values[rows[0]]);
        for (var i = 1; i < rows.Length; i++)
        {
            if (direction == 0 || Math.Sign(values[rows[i]] - values[rows[i - 1]]) != direction)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The standard deviation relative to the mean.</summary>
    private static double VariationOf(double[] steps)
    {
        var mean = steps.Average();
        return Math.Sqrt(VarianceOf(steps)) / mean;
    }

    /// <summary>
    /// The variance of block means relative to that of independent steps with the scatter seen inside blocks; 1 for independent steps,
    /// large where they drift.
    /// </summary>
    private static double DriftOf(double[] steps)
    {
        var length = steps.Length / Blocks;
        var blocks = Enumerable.Range(0, Blocks).Select(block => steps[(block * length)..((block + 1) * length)]).ToArray();
        var inside = blocks.Average(VarianceOf);
        var between = length * VarianceOf([.. blocks.Select(block => block.Average())]);
        return inside > 0 ? between / inside : between > 0 ? double.PositiveInfinity : 0;
    }

    private static double VarianceOf(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }

    private static double MedianOf(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
