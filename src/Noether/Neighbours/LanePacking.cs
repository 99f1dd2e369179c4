using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Noether.Neighbours;

/// <summary>Picks some of 16 consecutive numbers, without a branch that depends on which.</summary>
internal static class LanePacking
{
    private const int Lanes = 8;

    // For each of 256 choices of eight lanes the numbers of those chosen, a byte each, lowest first.
    private static readonly ulong[] Orders = [.. Enumerable.Range(0, 1 << Lanes).Select(chosen => Order((byte)chosen))];

    /// <summary>Copies the chosen numbers, in their order, with the numbers of their points.</summary>
    /// <param name="numbers">The first of 16 numbers.</param>
    /// <param name="chosen">One bit for each of them.</param>
    /// <param name="firstPoint">The point of the first number; the others follow.</param>
    /// <param name="packed">Filled with the chosen numbers; what follows them is overwritten. Shape [16].</param>
    /// <param name="points">Filled with their points, likewise. Shape [16].</param>
    /// <returns>How many were chosen.</returns>
    public static int Pack(ref float numbers, uint chosen, int firstPoint, Span<float> packed, Span<int> points)
    {
        var low = (byte)chosen;
        PackEight(ref numbers, low, firstPoint, packed, points);
        var count = BitOperations.PopCount((uint)low);
        PackEight(ref Unsafe.Add(ref numbers, Lanes), (byte)(chosen >> Lanes), firstPoint + Lanes, packed[count..], points[count..]);
        return BitOperations.PopCount(chosen);
    }

    private static void PackEight(ref float numbers, byte chosen, int firstPoint, Span<float> packed, Span<int> points)
    {
        var order = Lanewise(Orders[chosen]);
        Vector256.ShuffleNative(Vector256.LoadUnsafe(ref numbers), order).StoreUnsafe(ref MemoryMarshal.GetReference(packed[..Lanes]));
        (order + Vector256.Create(firstPoint)).StoreUnsafe(ref MemoryMarshal.GetReference(points[..Lanes]));
    }

    private static Vector256<int> Lanewise(ulong order)
    {
        var shorts = Vector128.WidenLower(Vector128.CreateScalar(order).AsByte());
        return Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts)).AsInt32();
    }

    private static ulong Order(byte chosen)
    {
        var (order, place) = (0UL, 0);
        for (var lane = 0; lane < Lanes; lane++)
        {
            if ((chosen >> lane & 1) == 1)
            {
                order |= (ulong)lane << (Lanes * place++);
            }
        }

        return order;
    }
}
