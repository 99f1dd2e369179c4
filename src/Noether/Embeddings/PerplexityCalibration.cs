using System.Numerics.Tensors;

namespace Noether.Embeddings;

/// <summary>The conditional affinities of one point: a Gaussian over its neighbours whose width gives a wanted perplexity.</summary>
internal static class PerplexityCalibration
{
    // The entropy is then right to ten digits or the search has halved its bracket down to rounding.
    private const double EntropyError = 1e-10;
    private const int LargestStepCount = 200;

    /// <summary>Eq. (T1): p_j proportional to exp(-beta d_j^2), with beta such that the entropy is log(perplexity).</summary>
    /// <param name="distances">Distances to the neighbours, nearest first. Shape [k].</param>
    /// <param name="perplexity">The wanted perplexity, 1 to k.</param>
    /// <param name="affinities">Filled with p, which adds up to 1. Shape [k].</param>
    /// <remarks>Where no width gives that perplexity, because too many neighbours are equally near, the nearest of them share all affinity.</remarks>
    public static void Calibrate(ReadOnlySpan<double> distances, double perplexity, Span<double> affinities)
    {
        var squares = new double[distances.Length];
        for (var j = 0; j < squares.Length; j++)
        {
            squares[j] = (distances[j] - distances[0]) * (distances[j] + distances[0]); // relative to the nearest: exp never vanishes for all
        }

        var mean = squares.Average();
        if (mean == 0)
        {
            affinities.Fill(1.0 / affinities.Length);
            return;
        }

        TensorPrimitives.Divide(squares, mean, squares);
        var (low, high, logBeta) = (double.NegativeInfinity, double.PositiveInfinity, 0.0); // beta in units of 1 / mean
        for (var step = 0; step < LargestStepCount; step++)
        {
            var (entropy, slope) = Weigh(squares, Math.Exp(logBeta), affinities);
            var excess = entropy - Math.Log(perplexity);
            if (Math.Abs(excess) < EntropyError || slope == 0)
            {
                break;
            }

            (low, high) = excess > 0 ? (logBeta, high) : (low, logBeta);
            logBeta = Next(logBeta - (excess / slope), low, high);
        }
    }

    // Fills in the affinities; returns their entropy and its derivative by log(beta).
    private static (double Entropy, double Slope) Weigh(double[] squares, double beta, Span<double> affinities)
    {
        var (sum, first, second) = (0.0, 0.0, 0.0);
        for (var j = 0; j < squares.Length; j++)
        {
            var exponent = beta * squares[j];
            affinities[j] = Math.Exp(-exponent);
            sum += affinities[j];
            first += affinities[j] * exponent;
            second += affinities[j] * exponent * exponent;
        }

        foreach (ref var affinity in affinities)
        {
            affinity /= sum;
        }

        var mean = first / sum;
        return (Math.Log(sum) + mean, (mean * mean) - (second / sum));
    }

    // Newton's step where it stays inside the bracket, halving or a stride of e^2 where it does not.
    private static double Next(double newton, double low, double high)
    {
        const double Stride = 2;
        if (newton > Math.Max(low, high - (2 * Stride * Stride)) && newton < Math.Min(high, low + (2 * Stride * Stride)))
        {
            return newton;
        }

        if (double.IsInfinity(low))
        {
            return high - Stride;
        }

        return double.IsInfinity(high) ? low + Stride : 0.5 * (low + high);
    }
}
