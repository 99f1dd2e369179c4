using System.Numerics.Tensors;

namespace Noether.LieAlgebras.Closing;

/// <summary>The inner loop of everything that closes a span: a commutator, added to what is there.</summary>
internal static class CommutatorKernel
{
    /// <summary>into += factor (AB - BA), for square matrices in row-major order. Cost 4 n^3 operations; allocates nothing.</summary>
    public static void Add(ReadOnlySpan<double> a, ReadOnlySpan<double> b, double factor, Span<double> into)
    {
        var n = (int)Math.Sqrt(a.Length);
        for (var i = 0; i < n; i++)
        {
            var row = into.Slice(i * n, n);
            for (var k = 0; k < n; k++)
            {
                var ik = (i * n) + k;
                TensorPrimitives.MultiplyAdd(b.Slice(k * n, n), factor * a[ik], row, row); // row += factor a_ik b_k
                TensorPrimitives.MultiplyAdd(a.Slice(k * n, n), -factor * b[ik], row, row);
            }
        }
    }
}
