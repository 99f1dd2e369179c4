using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Structure;

/// <summary>What one generic element tells about a compact simple algebra.</summary>
internal static class CompactRank
{
    /// <summary>Rates below this share of the largest are zero: rounding explains them.</summary>
    private const double Zero = 1e-6;

    /// <summary>The rank: the multiplicity of the eigenvalue zero of ad h for a generic h.</summary>
    public static int Of(ImmutableArray<Matrix> ideal, Seed seed)
    {
        var rates = Frequencies.Of(AdjointOf(ideal, Generic(ideal, seed)));
        return ideal.Length - (2 * rates.Count(rate => rate > Zero * rates[0]));
    }

    /// <summary>For dimension three: whether the action has weights that are half an odd number, so that a full turn acts as -1 and the group is SU(2), not SO(3).</summary>
    public static bool HasHalfIntegerWeights(ImmutableArray<Matrix> ideal, Seed seed)
    {
        if (ideal.Length != 3)
        {
            return false;
        }

        var element = Generic(ideal, seed);
        var rates = Frequencies.Of(Closing.Orthonormal.Combined(ideal, Matrix.FromEntries(1, 3, element))[0]);
        var root = Frequencies.Of(AdjointOf(ideal, element))[0];
        return rates.Any(rate => (int)Math.Round(2 * rate / root) % 2 == 1);
    }

    private static double[] Generic(ImmutableArray<Matrix> ideal, Seed seed)
    {
        var stream = seed.For("generic element").Stream();
        return [.. ideal.Select(_ => stream.NextGaussian())];
    }

    private static Matrix AdjointOf(ImmutableArray<Matrix> ideal, double[] element)
    {
        var adjoint = StructureConstants.Of(ideal).Adjoint(element);
        return 0.5 * (adjoint - adjoint.Transposed);
    }
}
