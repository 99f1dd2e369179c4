using MathNet.Numerics.Distributions;
using Noether.Functions;

namespace Noether.Verification;

/// <summary>Derivatives of the ranks of a function, as normal scores, in place of the function itself: a steep tail then counts no more than any other samples, Rule (R1).</summary>
internal static class RankScale
{
    // The density of the values is taken from this share of the samples on either side.
    private const double Window = 0.05;

    /// <summary>Every Jacobian times the slope of the normal score at the mean value of all parts. Shapes as given.</summary>
    public static ImmutableArray<ReadOnlyMemory<double>> Jacobians(ImmutableArray<FunctionJets> jets, LearnedFunction function, int dimension)
    {
        var (h, count) = (function.Outputs, jets[0].Values.Length);
        var slopes = new double[count];
        for (var i = 0; i < count; i++)
        {
            slopes[i] = Slope(function.Sorted[i % h].AsSpan(), jets.Average(jet => jet.Values[i]));
        }

        return [.. jets.Select(jet => (ReadOnlyMemory<double>)jet.Jacobians.Select((slope, at) => slope * slopes[at / dimension]).ToArray())];
    }

    private static double Slope(ReadOnlySpan<double> sorted, double value)
    {
        var at = sorted.BinarySearch(value);
        at = at < 0 ? ~at : at;
        var width = Math.Max(1, (int)(Window * sorted.Length));
        var (first, last) = (Math.Clamp(at - width, 0, sorted.Length - 1 - (2 * width)), Math.Clamp(at + width, 2 * width, sorted.Length - 1));
        var rise = Score(last, sorted.Length) - Score(first, sorted.Length);
        return sorted[last] > sorted[first] ? rise / (sorted[last] - sorted[first]) : 0;
    }

    private static double Score(int rank, int count) => Normal.InvCDF(0, 1, (rank + 0.5) / count);
}
