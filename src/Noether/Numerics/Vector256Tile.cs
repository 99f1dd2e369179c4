using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Noether.Numerics;

/// <summary>Tiles of 6 (or 4) rows by 16 columns in 12 (or 8) of the 16 registers of AVX2; two for the right operand, one for the broadcast left.</summary>
internal readonly unsafe struct Vector256Tile : ITileKernel
{
    // 16 = 4 + 6 + 6 and 64 = 4 + 10 * 6: six rows hide the latency of the multiply-adds, four fill up.
    public static int NextRows(int remaining) => remaining % 6 == 0 ? 6 : 4;

    public static void Add<TOrder>(int rows, float* a, nint chunk, int terms, float* b, float* c)
        where TOrder : struct, IOperandOrder
    {
        if (rows == 6)
        {
            AddSix<TOrder>(a, chunk, terms, b, c);
        }
        else
        {
            AddFour<TOrder>(a, chunk, terms, b, c);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSix<TOrder>(float* a, nint chunk, int terms, float* b, float* c)
        where TOrder : struct, IOperandOrder
    {
        var (c0, c1, c2, c3, c4, c5) = (new Row(c), new Row(c + 16), new Row(c + 32), new Row(c + 48), new Row(c + 64), new Row(c + 80));
        for (; terms > 0; terms -= PanelMatrix.Width, a += chunk)
        {
            var end = a + (Math.Min(terms, PanelMatrix.Width) * TOrder.Term);
            for (var p = a; p < end; p += TOrder.Term, b += PanelMatrix.Width)
            {
                var (low, high) = (Vector256.Load(b), Vector256.Load(b + 8));
                c0.Add(p[0], low, high);
                c1.Add(p[TOrder.Row], low, high);
                c2.Add(p[2 * TOrder.Row], low, high);
                c3.Add(p[3 * TOrder.Row], low, high);
                c4.Add(p[4 * TOrder.Row], low, high);
                c5.Add(p[5 * TOrder.Row], low, high);
            }
        }

        c0.Store(c);
        c1.Store(c + 16);
        c2.Store(c + 32);
        c3.Store(c + 48);
        c4.Store(c + 64);
        c5.Store(c + 80);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFour<TOrder>(float* a, nint chunk, int terms, float* b, float* c)
        where TOrder : struct, IOperandOrder
    {
        var (c0, c1, c2, c3) = (new Row(c), new Row(c + 16), new Row(c + 32), new Row(c + 48));
        for (; terms > 0; terms -= PanelMatrix.Width, a += chunk)
        {
            var end = a + (Math.Min(terms, PanelMatrix.Width) * TOrder.Term);
            for (var p = a; p < end; p += TOrder.Term, b += PanelMatrix.Width)
            {
                var (low, high) = (Vector256.Load(b), Vector256.Load(b + 8));
                c0.Add(p[0], low, high);
                c1.Add(p[TOrder.Row], low, high);
                c2.Add(p[2 * TOrder.Row], low, high);
                c3.Add(p[3 * TOrder.Row], low, high);
            }
        }

        c0.Store(c);
        c1.Store(c + 16);
        c2.Store(c + 32);
        c3.Store(c + 48);
    }

    /// <summary>The sums of one row of the tile.</summary>
    private struct Row(float* start)
    {
        private Vector256<float> _low = Vector256.Load(start);
        private Vector256<float> _high = Vector256.Load(start + 8);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(float factor, Vector256<float> low, Vector256<float> high)
        {
            var x = Vector256.Create(factor);
            _low = Vector256.FusedMultiplyAdd(x, low, _low);
            _high = Vector256.FusedMultiplyAdd(x, high, _high);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Store(float* target)
        {
            _low.Store(target);
            _high.Store(target + 8);
        }
    }
}
