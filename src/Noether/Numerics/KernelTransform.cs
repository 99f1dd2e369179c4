using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Noether.Runs;

namespace Noether.Numerics;

/// <summary>The Fourier transform of a kernel on a periodic square grid.</summary>
internal static class KernelTransform
{
    private const int Lanes = FourierTransform.Lanes;

    /// <summary>The quarter of the transform that determines the rest, real because the kernel is even. Shape [N/2 + 1, N/2 + 1].</summary>
    /// <param name="length">Rows and columns of the grid, N.</param>
    /// <param name="kernel">The kernel at j rows and k columns from its centre, 0 to N/2 each; symmetric in the two.</param>
    /// <param name="execution">How the run is carried out.</param>
    public static float[] Of(int length, Func<int, int, double> kernel, Execution execution)
    {
        var half = (length / 2) + 1;
        var samples = new float[half * half];
        execution.ForEachBlock(half, j =>
        {
            for (var k = 0; k < half; k++)
            {
                samples[(j * half) + k] = (float)kernel(j, k);
            }
        });

        // Each pass transforms the rows and writes them as columns; after two passes both directions are done and the order is right again.
        return TransformedRows(TransformedRows(samples, length, execution), length, execution);
    }

    private static float[] TransformedRows(float[] rows, int length, Execution execution)
    {
        var half = (length / 2) + 1;
        var columns = new float[half * half];
        var transform = new FourierTransform(length);
        execution.ForEachBlock((half + Lanes - 1) / Lanes, block =>
        {
            var work = new Vector256<float>[4 * length];
            var first = block * Lanes;
            var count = Math.Min(Lanes, half - first);
            var numbers = MemoryMarshal.Cast<Vector256<float>, float>(work.AsSpan());
            for (var lane = 0; lane < count; lane++)
            {
                var row = rows.AsSpan((first + lane) * half, half);
                for (var k = 0; k < length; k++)
                {
                    numbers[(k * Lanes) + lane] = row[Math.Min(k, length - k)];
                }
            }

            transform.Forward(work.AsSpan(0, length), work.AsSpan(length, length), work.AsSpan(2 * length, length), work.AsSpan(3 * length, length));
            for (var k = 0; k < half; k++)
            {
                for (var lane = 0; lane < count; lane++)
                {
                    columns[(k * half) + first + lane] = numbers[(k * Lanes) + lane];
                }
            }
        });
        return columns;
    }
}
