using System.Runtime.CompilerServices;

namespace Noether.Numerics;

/// <summary>A matrix of workspace in column panels: 16 columns at a time, row by row, so that a row of a panel is one cache line.</summary>
/// <remarks>
/// Entry (i, j) stands at (j / 16 * Rows + i) * 16 + j % 16. Rows and columns are padded to multiples of 16 with zeros; whoever writes keeps the padding zero.
/// All products read their operands in this form, so nothing is repacked between the layers of a network.
/// </remarks>
internal sealed class PanelMatrix
{
    /// <summary>Columns of a panel: 64 bytes of single precision.</summary>
    public const int Width = 16;

    private readonly float[] _entries;
    private readonly int _start;
    private readonly int _length;

    /// <summary>A matrix of zeros.</summary>
    public PanelMatrix(int rows, int columns)
    {
        Rows = Padded(rows);
        Columns = columns;
        Panels = Padded(columns) / Width;
        PanelLength = Rows * Width;
        _length = checked(Panels * PanelLength);
        _entries = GC.AllocateArray<float>(_length + Width, pinned: true);
        _start = AlignedStart(_entries);
    }

    /// <summary>The number of rows, padded to a multiple of 16.</summary>
    public int Rows { get; }

    /// <summary>The number of columns without the padding.</summary>
    public int Columns { get; }

    /// <summary>The number of panels.</summary>
    public int Panels { get; }

    /// <summary>The number of entries in a panel.</summary>
    public int PanelLength { get; }

    /// <summary>All entries, panel by panel, the padding included.</summary>
    public Span<float> Entries => _entries.AsSpan(_start, _length);

    /// <summary>The same as memory.</summary>
    public Memory<float> Memory => _entries.AsMemory(_start, _length);

    /// <summary>The next multiple of 16.</summary>
    public static int Padded(int count) => (count + Width - 1) / Width * Width;

    /// <summary>The entries of a panel, row by row.</summary>
    public Span<float> Panel(int panel) => _entries.AsSpan(_start + (panel * PanelLength), PanelLength);

    /// <summary>Writes a row; the padding stays as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SetRow(int row, ReadOnlySpan<float> values)
    {
        var entries = Entries;
        for (var (column, at) = (0, row * Width); column < values.Length; column += Width, at += PanelLength)
        {
            values.Slice(column, Math.Min(Width, values.Length - column)).CopyTo(entries[at..]);
        }
    }

    /// <summary>Reads consecutive columns of a row, as many as there is room for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyRow(int row, int firstColumn, Span<float> values)
    {
        var entries = Entries;
        for (var done = 0; done < values.Length;)
        {
            var (panel, lane) = Math.DivRem(firstColumn + done, Width);
            var length = Math.Min(Width - lane, values.Length - done);
            entries.Slice((panel * PanelLength) + (row * Width) + lane, length).CopyTo(values[done..]);
            done += length;
        }
    }

    /// <summary>Writes consecutive columns of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SetRow(int row, int firstColumn, ReadOnlySpan<float> values)
    {
        var entries = Entries;
        for (var done = 0; done < values.Length;)
        {
            var (panel, lane) = Math.DivRem(firstColumn + done, Width);
            var length = Math.Min(Width - lane, values.Length - done);
            values.Slice(done, length).CopyTo(entries[((panel * PanelLength) + (row * Width) + lane)..]);
            done += length;
        }
    }

    private static unsafe int AlignedStart(float[] pinned)
    {
        fixed (float* first = pinned)
        {
            const int Bytes = Width * sizeof(float);
            return (int)((Bytes - ((nuint)first % Bytes)) % Bytes / sizeof(float));
        }
    }
}
