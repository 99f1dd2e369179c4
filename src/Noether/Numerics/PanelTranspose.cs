using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Noether.Numerics;

/// <summary>The transpose of a matrix in panels, whose blocks of 16 x 16 are contiguous in both.</summary>
internal static unsafe class PanelTranspose
{
    private const int Width = PanelMatrix.Width;
    private const int BlockLength = Width * Width;

    /// <summary>Writes panel <paramref name="panel"/> of A into the rows that it becomes in B = A^T. Shapes: A [m, n], B [n, m].</summary>
    public static void Panel(VectorPath path, PanelMatrix a, PanelMatrix b, int panel)
    {
        var shuffles = path != VectorPath.Portable && Avx.IsSupported;
        fixed (float* source = a.Panel(panel), target = b.Entries)
        {
            for (var block = 0; block < b.Panels; block++)
            {
                var from = source + (block * BlockLength);
                var to = target + ((nint)block * b.PanelLength) + (panel * BlockLength);
                if (shuffles)
                {
                    Shuffled(from, to);
                }
                else
                {
                    Plain(from, to);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Plain(float* source, float* target)
    {
        for (var i = 0; i < Width; i++)
        {
            for (var j = 0; j < Width; j++)
            {
                target[(j * Width) + i] = source[(i * Width) + j];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shuffled(float* source, float* target)
    {
        for (var i = 0; i < Width; i += 8)
        {
            for (var j = 0; j < Width; j += 4)
            {
                EightByFour(source + (i * Width) + j, target + (j * Width) + i);
            }
        }
    }

    // Rows i and i + 4 share a register, so that two 4 x 4 transposes side by side make whole columns.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EightByFour(float* source, float* target)
    {
        const byte Lower = 0x44;
        const byte Upper = 0xEE;
        var (a, b, c, d) = (Pair(source), Pair(source + Width), Pair(source + (2 * Width)), Pair(source + (3 * Width)));
        var (low, high) = (Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b));
        var (lowNext, highNext) = (Avx.UnpackLow(c, d), Avx.UnpackHigh(c, d));
        Avx.Shuffle(low, lowNext, Lower).Store(target);
        Avx.Shuffle(low, lowNext, Upper).Store(target + Width);
        Avx.Shuffle(high, highNext, Lower).Store(target + (2 * Width));
        Avx.Shuffle(high, highNext, Upper).Store(target + (3 * Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Pair(float* row) => Vector256.Create(Vector128.Load(row), Vector128.Load(row + (4 * Width)));
}
