using Noether.Numerics;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>How many independent normals a function has at most of the samples: the codimension of its level sets.</summary>
internal static class NormalCount
{
    private const int Probes = 50;

    // Normals whose share of the squared slopes is below this are none.
    private const double SmallestShare = 1e-2;

    /// <summary>The median over some samples.</summary>
    /// <param name="function">The function.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="dimension">The number of coordinates n.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static int Of(LearnedFunction function, int samples, int dimension, Execution execution)
    {
        var count = Math.Min(Probes, samples);
        var jacobians = function.AtSamples(EvenSpread.Of(samples, Probes), execution)[0].Jacobians;
        var size = function.Outputs * dimension;
        return Enumerable.Range(0, count).Select(i => Rank(Matrix.FromEntries(function.Outputs, dimension, jacobians.AsSpan(i * size, size)))).Order().ElementAt(count / 2);
    }

    private static int Rank(Matrix jacobian)
    {
        var values = SymmetricEigen.Of(jacobian.Transposed * jacobian).Values;
        return values.Count(value => value > SmallestShare * values[^1]);
    }
}
