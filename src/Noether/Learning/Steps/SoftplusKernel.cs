using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Noether.Learning.Steps;

/// <summary>The smooth activation y = log(1 + exp x) and its derivative, Eqs. (L2) and (L7), by polynomials in single precision.</summary>
/// <remarks>
/// Relative errors are a few roundings, about 3e-7, also where y or the derivative is small; sums below -40 give what -40 gives, 4e-18.
/// Infinity stays so, and what is not a number too.
/// </remarks>
internal static class SoftplusKernel
{
    // exp(-40) counts for nothing beside 1, and its products stay out of the subnormal numbers, which some processors handle very slowly.
    private const float Least = -40;

    // The logarithm of 2 in two parts: the first has so few digits that its products with whole numbers are exact.
    private const float LogOfTwo = 0.693359375f;
    private const float RestOfLogOfTwo = -2.12194440e-4f;
    private const float InverseLogOfTwo = 1.44269504f;

    // Added to a small number, this leaves the nearest whole number in the last digits.
    private const float Rounder = 1.5f * (1 << 23);
    private const int ExponentOfOne = 127 << 23;
    private const int MantissaBits = 23;

    /// <summary>Replaces sums by outputs.</summary>
    /// <param name="sums">The sums; the length is a multiple of 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(Span<float> sums)
    {
        foreach (ref var vector in MemoryMarshal.Cast<float, Vector<float>>(sums))
        {
            var (power, excess) = Exp(-Vector.Abs(vector));
            var small = power + (power * excess);
            vector = Vector.Max(vector, Vector<float>.Zero) + (small * LogarithmPart(small));
        }
    }

    /// <summary>Multiplies the gradient with respect to outputs by dy/dx = 1 / (1 + exp(-x)) = 1 - exp(-y).</summary>
    /// <param name="values">The outputs y; the length is a multiple of 16.</param>
    /// <param name="deltas">The gradient with respect to them, and then to the sums. As long as the outputs.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyBySlope(ReadOnlySpan<float> values, Span<float> deltas)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        var targets = MemoryMarshal.Cast<float, Vector<float>>(deltas);
        for (var i = 0; i < vectors.Length; i++)
        {
            var (power, excess) = Exp(-vectors[i]);
            targets[i] *= (Vector<float>.One - power) - (power * excess); // nothing is lost where y is small: the power is 1
        }
    }

    // exp x = 2^n (1 + excess) for x <= 0, with n the whole number next to x / log 2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<float> Power, Vector<float> Excess) Exp(Vector<float> exponent)
    {
        var x = Vector.MaxNative(exponent, new(Least));
        var shifted = (x * InverseLogOfTwo) + new Vector<float>(Rounder);
        var n = shifted - new Vector<float>(Rounder);
        var r = x - (n * LogOfTwo) - (n * RestOfLogOfTwo);
        var power = Vector.AsVectorSingle(Vector.ShiftLeft(Vector.AsVectorInt32(shifted), MantissaBits) + new Vector<int>(ExponentOfOne));
        return (power, r + (r * r * ExponentialPart(r)));
    }

    // (exp r - 1 - r) / r^2 for |r| <= log(2) / 2, through the Chebyshev nodes: 2e-8 of exp r - 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> ExponentialPart(Vector<float> r)
    {
        var sum = Next(new(1.3926250e-3f), r, 8.3632329e-3f);
        sum = Next(sum, r, 4.1666552e-2f);
        sum = Next(sum, r, 0.16666576f);
        return Next(sum, r, 0.5f);
    }

    // log(1 + t) / t for 0 <= t <= 1, through the Chebyshev nodes: 1e-8.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> LogarithmPart(Vector<float> t)
    {
        var sum = Next(new(-3.1760571e-3f), t, 1.9542526e-2f);
        sum = Next(sum, t, -5.6373612e-2f);
        sum = Next(sum, t, 0.10543624f);
        sum = Next(sum, t, -0.15269667f);
        sum = Next(sum, t, 0.19663274f);
        sum = Next(sum, t, -0.24951616f);
        sum = Next(sum, t, 0.33329710f);
        sum = Next(sum, t, -0.49999893f);
        return Next(sum, t, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Next(Vector<float> sum, Vector<float> x, float coefficient) =>
        Vector.MultiplyAddEstimate(sum, x, new(coefficient));
}
