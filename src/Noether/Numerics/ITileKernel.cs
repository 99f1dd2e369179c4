namespace Noether.Numerics;

/// <summary>The innermost loop of the matrix products: a tile of some rows and the 16 columns of a panel, kept in registers while the sum runs.</summary>
/// <remarks>Hot loops here and in Learning are compiled at full speed at once: a short training would otherwise be over before the runtime has replaced its first, slow code.</remarks>
internal unsafe interface ITileKernel
{
    /// <summary>Rows of the next tile when <paramref name="remaining"/> rows, a multiple of 4, are left.</summary>
    static abstract int NextRows(int remaining);

    /// <summary>c_rj += sum over t &lt; terms of a_rt b_tj, for the rows r of a tile and j = 0 .. 15.</summary>
    /// <param name="rows">What <see cref="NextRows"/> said.</param>
    /// <param name="a">The left operand: entry (r, t) lies at chunk * (t / 16) + Row * r + Term * (t % 16), with Row and Term of the order.</param>
    /// <param name="chunk">Entries of the left operand from one group of 16 terms to the next.</param>
    /// <param name="terms">Length of the sum.</param>
    /// <param name="b">The right operand, shape [terms, 16].</param>
    /// <param name="c">The tile of the result, shape [rows, 16].</param>
    static abstract void Add<TOrder>(int rows, float* a, nint chunk, int terms, float* b, float* c)
        where TOrder : struct, IOperandOrder;
}
