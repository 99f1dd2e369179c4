using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Noether.Numerics;

/// <summary>The squared Euclidean distance of points in single precision, computed in double precision.</summary>
internal static class SquaredDistance
{
    /// <summary>The sum of (x_i - y_i)^2; differences of single-precision numbers are exact but for one rounding in double precision.</summary>
    public static double Of(ReadOnlySpan<float> x, ReadOnlySpan<float> y) =>
        Vector256.IsHardwareAccelerated ? OfVectors(x, y) : OfScalars(x, y);

    internal static double OfVectors(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ref var first = ref MemoryMarshal.GetReference(x);
        ref var second = ref MemoryMarshal.GetReference(y);
        var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i <= x.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var (xLow, xHigh) = Vector256.Widen(Vector256.LoadUnsafe(ref first, (nuint)i));
            var (yLow, yHigh) = Vector256.Widen(Vector256.LoadUnsafe(ref second, (nuint)i));
            low += (xLow - yLow) * (xLow - yLow);
            high += (xHigh - yHigh) * (xHigh - yHigh);
        }

        return Vector256.Sum(low + high) + OfScalars(x[i..], y[i..]);
    }

    internal static double OfScalars(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var difference = (double)x[i] - y[i];
            sum += difference * difference;
        }

        return sum;
    }
}
