using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Noether.Numerics;

/// <summary>Adds multiples of rows to a row: the inner step of a covariance matrix in double precision.</summary>
internal static class SumOfMultiples
{
    /// <summary>sum += x_0 x + y_0 y + z_0 z + w_0 w for the four rows x, y, z, w, whose first entries are also the factors.</summary>
    /// <param name="rows">The first of four rows, from the entry that is the factor on; the others follow at a distance.</param>
    /// <param name="stride">Distance of two rows.</param>
    /// <param name="sum">What is added to. Shape [length].</param>
    public static void AddFour(ReadOnlySpan<double> rows, int stride, Span<double> sum)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            AddFourVectors(rows, stride, sum);
        }
        else
        {
            AddFourScalars(rows, stride, sum, 0);
        }
    }

    internal static void AddFourVectors(ReadOnlySpan<double> rows, int stride, Span<double> sum)
    {
        ref var x = ref MemoryMarshal.GetReference(rows);
        ref var total = ref MemoryMarshal.GetReference(sum);
        var (x0, y0, z0, w0) = (Vector256.Create(rows[0]), Vector256.Create(rows[stride]), Vector256.Create(rows[2 * stride]), Vector256.Create(rows[3 * stride]));
        var j = 0;
        for (; j <= sum.Length - Vector256<double>.Count; j += Vector256<double>.Count)
        {
            var next = Vector256.LoadUnsafe(ref total, (nuint)j);
            next = Vector256.MultiplyAddEstimate(x0, Vector256.LoadUnsafe(ref x, (nuint)j), next);
            next = Vector256.MultiplyAddEstimate(y0, Vector256.LoadUnsafe(ref x, (nuint)(j + stride)), next);
            next = Vector256.MultiplyAddEstimate(z0, Vector256.LoadUnsafe(ref x, (nuint)(j + (2 * stride))), next);
            next = Vector256.MultiplyAddEstimate(w0, Vector256.LoadUnsafe(ref x, (nuint)(j + (3 * stride))), next);
            next.StoreUnsafe(ref total, (nuint)j);
        }

        AddFourScalars(rows, stride, sum, j);
    }

    internal static void AddFourScalars(ReadOnlySpan<double> rows, int stride, Span<double> sum, int from)
    {
        for (var j = from; j < sum.Length; j++)
        {
            sum[j] += (rows[0] * rows[j]) + (rows[stride] * rows[stride + j])
                + (rows[2 * stride] * rows[(2 * stride) + j]) + (rows[3 * stride] * rows[(3 * stride) + j]);
        }
    }
}
