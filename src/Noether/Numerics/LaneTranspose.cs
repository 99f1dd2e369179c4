using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Noether.Numerics;

/// <summary>The transpose of eight vectors of eight numbers.</summary>
internal static class LaneTranspose
{
    private const int Lanes = FourierTransform.Lanes;

    /// <summary>Lane i of vector j becomes lane j of vector i. The two may not overlap.</summary>
    public static void Eight(ReadOnlySpan<Vector256<float>> from, Span<Vector256<float>> to)
    {
        if (Avx.IsSupported)
        {
            Shuffled(from, to);
        }
        else
        {
            Plain(from, to);
        }
    }

    internal static void Plain(ReadOnlySpan<Vector256<float>> from, Span<Vector256<float>> to)
    {
        var numbers = MemoryMarshal.Cast<Vector256<float>, float>(from);
        var transposed = MemoryMarshal.Cast<Vector256<float>, float>(to);
        for (var i = 0; i < Lanes; i++)
        {
            for (var j = 0; j < Lanes; j++)
            {
                transposed[(j * Lanes) + i] = numbers[(i * Lanes) + j];
            }
        }
    }

    // Quarters of 4 x 4 change places as they are loaded and are transposed in registers, two at a time.
    private static void Shuffled(ReadOnlySpan<Vector256<float>> from, Span<Vector256<float>> to)
    {
        ref var source = ref Unsafe.As<Vector256<float>, float>(ref MemoryMarshal.GetReference(from[..Lanes]));
        Half(ref source, to[..(Lanes / 2)]);
        Half(ref Unsafe.Add(ref source, Lanes / 2), to.Slice(Lanes / 2, Lanes / 2));
    }

    private static void Half(ref float source, Span<Vector256<float>> to)
    {
        const byte Lower = 0x44;
        const byte Upper = 0xEE;
        var (a, b, c, d) = (Pair(ref source, 0), Pair(ref source, 1), Pair(ref source, 2), Pair(ref source, 3));
        var (low, high) = (Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b));
        var (lowNext, highNext) = (Avx.UnpackLow(c, d), Avx.UnpackHigh(c, d));
        to[3] = Avx.Shuffle(high, highNext, Upper);
        to[2] = Avx.Shuffle(high, highNext, Lower);
        to[1] = Avx.Shuffle(low, lowNext, Upper);
        to[0] = Avx.Shuffle(low, lowNext, Lower);
    }

    // Four numbers of row i and of row i + 4.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Pair(ref float source, int row) => Vector256.Create(
        Vector128.LoadUnsafe(ref source, (nuint)(row * Lanes)),
        Vector128.LoadUnsafe(ref source, (nuint)((row + (Lanes / 2)) * Lanes)));
}
