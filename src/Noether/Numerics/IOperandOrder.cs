namespace Noether.Numerics;

/// <summary>How a tile of the left operand A lies in memory: constants, so that every address in a kernel's loop is a constant offset.</summary>
internal interface IOperandOrder
{
    /// <summary>Entries from one row of the tile to the next.</summary>
    static abstract int Row { get; }

    /// <summary>Entries from one term of the sum to the next.</summary>
    static abstract int Term { get; }

    /// <summary>For A B: the rows of the tile are rows of a panel, the terms its columns.</summary>
    readonly struct Direct : IOperandOrder
    {
        public static int Row => PanelMatrix.Width;

        public static int Term => 1;
    }

    /// <summary>For A^T B: the rows of the tile are columns of a panel, the terms its rows.</summary>
    readonly struct Transposed : IOperandOrder
    {
        public static int Row => 1;

        public static int Term => PanelMatrix.Width;
    }
}
