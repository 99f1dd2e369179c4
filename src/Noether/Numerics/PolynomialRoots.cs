using System.Numerics;

namespace Noether.Numerics;

/// <summary>The complex roots of a polynomial, all at once, by the iteration of Weierstrass (also Durand and Kerner).</summary>
internal static class PolynomialRoots
{
    /// <summary>The iteration converges in a dozen steps for simple roots and gains a bit per step at double ones.</summary>
    private const int MostSteps = 200;

    /// <summary>A start that is neither real nor of modulus 1, so that no symmetry of the polynomial is shared by it.</summary>
    private static readonly Complex Start = new(0.4, 0.9);

    /// <summary>The roots of c_0 + c_1 x + .. + c_n x^n, each as often as it occurs, in no order. Shape [n].</summary>
    /// <param name="coefficients">c_0 .. c_n; the last is not 0.</param>
    public static Complex[] Of(IReadOnlyList<Complex> coefficients)
    {
        var leading = coefficients[^1];
        var monic = coefficients.Select(coefficient => coefficient / leading).ToArray();
        var bound = 1 + monic.SkipLast(1).Select(Complex.Abs).DefaultIfEmpty(0).Max(); // Cauchy's bound on every root
        var roots = Enumerable.Range(0, monic.Length - 1).Select(k => bound * Complex.Pow(Start, k)).ToArray();
        for (var step = 0; step < MostSteps; step++)
        {
            var largest = 0.0;
            for (var k = 0; k < roots.Length; k++)
            {
                var correction = Correction(monic, roots, k);
                roots[k] -= correction;
                largest = Math.Max(largest, Complex.Abs(correction));
            }

            if (largest <= Tolerance.Rounding.Absolute * bound)
            {
                break;
            }
        }

        return roots;
    }

    private static Complex Correction(Complex[] monic, Complex[] roots, int k)
    {
        var value = Complex.Zero;
        for (var power = monic.Length - 1; power >= 0; power--)
        {
            value = (value * roots[k]) + monic[power];
        }

        var others = Complex.One;
        for (var j = 0; j < roots.Length; j++)
        {
            others *= j == k ? 1 : roots[k] - roots[j];
        }

        return others == Complex.Zero ? Complex.Zero : value / others;
    }
}
