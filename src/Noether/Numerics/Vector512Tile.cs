using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Noether.Numerics;

/// <summary>Tiles of 16 rows by 16 columns: one register of AVX-512 a row, sixteen sums in flight, and the left operand broadcast from memory.</summary>
internal readonly unsafe struct Vector512Tile : ITileKernel
{
    public static int NextRows(int remaining) => 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<TOrder>(int rows, float* a, nint chunk, int terms, float* b, float* c)
        where TOrder : struct, IOperandOrder
    {
        var c0 = Vector512.Load(c);
        var c1 = Vector512.Load(c + 16);
        var c2 = Vector512.Load(c + 32);
        var c3 = Vector512.Load(c + 48);
        var c4 = Vector512.Load(c + 64);
        var c5 = Vector512.Load(c + 80);
        var c6 = Vector512.Load(c + 96);
        var c7 = Vector512.Load(c + 112);
        var c8 = Vector512.Load(c + 128);
        var c9 = Vector512.Load(c + 144);
        var c10 = Vector512.Load(c + 160);
        var c11 = Vector512.Load(c + 176);
        var c12 = Vector512.Load(c + 192);
        var c13 = Vector512.Load(c + 208);
        var c14 = Vector512.Load(c + 224);
        var c15 = Vector512.Load(c + 240);
        for (; terms > 0; terms -= PanelMatrix.Width, a += chunk)
        {
            var end = a + (Math.Min(terms, PanelMatrix.Width) * TOrder.Term);
            for (var p = a; p < end; p += TOrder.Term, b += PanelMatrix.Width)
            {
                var right = Vector512.Load(b);
                c0 = Vector512.FusedMultiplyAdd(Vector512.Create(p[0]), right, c0);
                c1 = Vector512.FusedMultiplyAdd(Vector512.Create(p[TOrder.Row]), right, c1);
                c2 = Vector512.FusedMultiplyAdd(Vector512.Create(p[2 * TOrder.Row]), right, c2);
                c3 = Vector512.FusedMultiplyAdd(Vector512.Create(p[3 * TOrder.Row]), right, c3);
                c4 = Vector512.FusedMultiplyAdd(Vector512.Create(p[4 * TOrder.Row]), right, c4);
                c5 = Vector512.FusedMultiplyAdd(Vector512.Create(p[5 * TOrder.Row]), right, c5);
                c6 = Vector512.FusedMultiplyAdd(Vector512.Create(p[6 * TOrder.Row]), right, c6);
                c7 = Vector512.FusedMultiplyAdd(Vector512.Create(p[7 * TOrder.Row]), right, c7);
                c8 = Vector512.FusedMultiplyAdd(Vector512.Create(p[8 * TOrder.Row]), right, c8);
                c9 = Vector512.FusedMultiplyAdd(Vector512.Create(p[9 * TOrder.Row]), right, c9);
                c10 = Vector512.FusedMultiplyAdd(Vector512.Create(p[10 * TOrder.Row]), right, c10);
                c11 = Vector512.FusedMultiplyAdd(Vector512.Create(p[11 * TOrder.Row]), right, c11);
                c12 = Vector512.FusedMultiplyAdd(Vector512.Create(p[12 * TOrder.Row]), right, c12);
                c13 = Vector512.FusedMultiplyAdd(Vector512.Create(p[13 * TOrder.Row]), right, c13);
                c14 = Vector512.FusedMultiplyAdd(Vector512.Create(p[14 * TOrder.Row]), right, c14);
                c15 = Vector512.FusedMultiplyAdd(Vector512.Create(p[15 * TOrder.Row]), right, c15);
            }
        }

        c0.Store(c);
        c1.Store(c + 16);
        c2.Store(c + 32);
        c3.Store(c + 48);
        c4.Store(c + 64);
        c5.Store(c + 80);
        c6.Store(c + 96);
        c7.Store(c + 112);
        c8.Store(c + 128);
        c9.Store(c + 144);
        c10.Store(c + 160);
        c11.Store(c + 176);
        c12.Store(c + 192);
        c13.Store(c + 208);
        c14.Store(c + 224);
        c15.Store(c + 240);
    }
}
