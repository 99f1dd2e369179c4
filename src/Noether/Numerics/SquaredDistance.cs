using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Noether.Numerics;

/// <summary>The squared Euclidean distance of points in single precision, computed in double precision.</summary>
internal static class SquaredDistance
{
    /// <summary>The sum of (x_i - y_i)^2; differences of single-precision numbers are exact but for one rounding in double precision.</summary>
    /// <param name="x">A point, widened once for many comparisons. Shape [d].</param>
    /// <param name="y">Another. Shape [d].</param>
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<float> y) =>
        Vector256.IsHardwareAccelerated ? OfVectors(x, y) : OfScalars(x, y, 0);

    internal static double OfVectors(ReadOnlySpan<double> x, ReadOnlySpan<float> y)
    {
        ref var first = ref MemoryMarshal.GetReference(x);
        ref var second = ref MemoryMarshal.GetReference(y);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i <= y.Length - 8; i += 8)
        {
            var a = Vector256.LoadUnsafe(ref first, (nuint)i) - Vector256.WidenLower(Vector128.LoadUnsafe(ref second, (nuint)i).ToVector256Unsafe());
            var b = Vector256.LoadUnsafe(ref first, (nuint)(i + 4)) - Vector256.WidenLower(Vector128.LoadUnsafe(ref second, (nuint)(i + 4)).ToVector256Unsafe());
            even = Vector256.MultiplyAddEstimate(a, a, even);
            odd = Vector256.MultiplyAddEstimate(b, b, odd);
        }

        return Vector256.Sum(even + odd) + OfScalars(x, y, i);
    }

    internal static double OfScalars(ReadOnlySpan<double> x, ReadOnlySpan<float> y, int from)
    {
        var sum = 0.0;
        for (var i = from; i < y.Length; i++)
        {
            var difference = x[i] - y[i];
            sum += difference * difference;
        }

        return sum;
    }
}
