using Noether.Numerics;

namespace Noether.Generators;

/// <summary>Principal components of candidates, without centring them: their signs are arbitrary.</summary>
/// <param name="Spectrum">Standard deviations along the components, decreasing. Shape [d * d].</param>
/// <param name="Components">The components as matrices of norm sqrt(2). Shape [d * d][d, d].</param>
internal sealed record PrincipalGenerators(ImmutableArray<double> Spectrum, ImmutableArray<Matrix> Components)
{
    /// <summary>The norm of a unit rotation in one plane, with entries 1 and -1.</summary>
    public static double UnitNorm { get; } = Math.Sqrt(2);

    /// <summary>Decomposes weighted second moments of candidates, Eq. (G9).</summary>
    /// <param name="moments">The sum over candidates T of w vec(T) vec(T)^T with weights w that sum to 1. Shape [d * d, d * d].</param>
    /// <param name="d">The size of a candidate.</param>
    public static PrincipalGenerators Of(Matrix moments, int d)
    {
        var eigen = SymmetricEigen.Of(moments);
        var order = Enumerable.Range(0, d * d).Reverse().ToArray();
        return new(
            [.. order.Select(k => Math.Sqrt(Math.Max(0, eigen.Values[k])))],
            [.. order.Select(k => UnitNorm * Matrix.FromEntries(d, d, eigen.Vectors.Row(k)))]);
    }

    /// <summary>Where a spectrum drops: the number of values before the largest fall, among those above <paramref name="noise"/>; 0 when none is.</summary>
    /// <param name="noise">What sampling noise alone reaches; values below it are not told apart.</param>
    public int Drop(double noise)
    {
        var above = Spectrum.TakeWhile(value => value > noise).Count();
        var (best, fall) = (0, 1.0);
        for (var k = 0; k < above; k++)
        {
            var next = k + 1 < Spectrum.Length ? Math.Max(Spectrum[k + 1], noise) : noise;
            if (Spectrum[k] > fall * next)
            {
                (best, fall) = (k + 1, Spectrum[k] / next);
            }
        }

        return best;
    }
}
