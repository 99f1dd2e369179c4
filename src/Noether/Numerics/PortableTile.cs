using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Noether.Numerics;

/// <summary>Tiles of 4 rows by 16 columns in vectors of 128 bits: 16 of the 32 registers of ARM; elsewhere for correctness.</summary>
internal readonly unsafe struct PortableTile : ITileKernel
{
    public static int NextRows(int remaining) => 4;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<TOrder>(int rows, float* a, nint chunk, int terms, float* b, float* c)
        where TOrder : struct, IOperandOrder
    {
        var (c0, c1, c2, c3) = (new Row(c), new Row(c + 16), new Row(c + 32), new Row(c + 48));
        for (; terms > 0; terms -= PanelMatrix.Width, a += chunk)
        {
            var end = a + (Math.Min(terms, PanelMatrix.Width) * TOrder.Term);
            for (var p = a; p < end; p += TOrder.Term, b += PanelMatrix.Width)
            {
                c0.Add(p[0], b);
                c1.Add(p[TOrder.Row], b);
                c2.Add(p[2 * TOrder.Row], b);
                c3.Add(p[3 * TOrder.Row], b);
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
        private Vector128<float> _0 = Vector128.Load(start);
        private Vector128<float> _1 = Vector128.Load(start + 4);
        private Vector128<float> _2 = Vector128.Load(start + 8);
        private Vector128<float> _3 = Vector128.Load(start + 12);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(float factor, float* b)
        {
            var x = Vector128.Create(factor);
            _0 = Vector128.MultiplyAddEstimate(x, Vector128.Load(b), _0);
            _1 = Vector128.MultiplyAddEstimate(x, Vector128.Load(b + 4), _1);
            _2 = Vector128.MultiplyAddEstimate(x, Vector128.Load(b + 8), _2);
            _3 = Vector128.MultiplyAddEstimate(x, Vector128.Load(b + 12), _3);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Store(float* target)
        {
            _0.Store(target);
            _1.Store(target + 4);
            _2.Store(target + 8);
            _3.Store(target + 12);
        }
    }
}
