namespace Noether.LieAlgebras.Structure;

/// <summary>Numbers that are integer multiples of one unit, within their noise.</summary>
internal static class IntegerRatios
{
    /// <summary>Deviations from integers count as noise up to this many standard errors.</summary>
    private const double NoiseLengths = 3;

    /// <summary>How probable a match by chance may be, over all multiples tried, before it says nothing: a compact group has integers, so that a half is enough.</summary>
    private const double Chance = 0.5;

    /// <summary>The coprime integers that the numbers are proportional to; null when their noise leaves none or too many.</summary>
    /// <param name="values">Positive numbers, decreasing.</param>
    /// <param name="noise">Standard error of each.</param>
    public static ImmutableArray<int>? Of(ImmutableArray<double> values, double noise)
    {
        var doubt = 0.0;
        for (var largest = 1; ; largest++)
        {
            var unit = values[0] / largest;
            var integers = values.Select(value => (int)Math.Round(value / unit)).ToImmutableArray();
            doubt += ChanceOfMatch(values, noise / unit);
            if (doubt > Chance)
            {
                return null;
            }

            var refined = values.Zip(integers, (value, integer) => value * integer).Sum() / integers.Sum(integer => (double)integer * integer);
            if (integers[^1] > 0 && values.Zip(integers, (value, integer) => Math.Abs(value - (integer * refined))).Max() <= NoiseLengths * noise)
            {
                return integers;
            }
        }
    }

    /// <summary>Probability that all numbers but the first, spread evenly, fall next to integers.</summary>
    private static double ChanceOfMatch(ImmutableArray<double> values, double relativeNoise) =>
        values.Distinct().Count() == 1 ? 0 : Math.Pow(Math.Min(1, 2 * NoiseLengths * relativeNoise), values.Length - 1);
}
