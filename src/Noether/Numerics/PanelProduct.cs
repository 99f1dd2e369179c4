using System.Runtime.CompilerServices;

namespace Noether.Numerics;

/// <summary>Products of matrices in panels. The order of every sum depends on the shapes alone, never on threads.</summary>
internal static unsafe class PanelProduct
{
    /// <summary>C += A B. Shapes: A [m, k], B [k, n], C [m, n]; the rows of A and C are padded alike.</summary>
    public static void Add(VectorPath path, PanelMatrix a, PanelMatrix b, PanelMatrix c)
    {
        switch (path)
        {
            case VectorPath.Vector512:
                Add<Vector512Tile>(a, b, c);
                break;
            case VectorPath.Vector256:
                Add<Vector256Tile>(a, b, c);
                break;
            default:
                Add<PortableTile>(a, b, c);
                break;
        }
    }

    /// <summary>One panel of C += A^T B. Shapes: A [k, m], B [k, n], C [m, n], and <paramref name="panel"/> counts 16 columns of B and C.</summary>
    public static void AddTransposed(VectorPath path, PanelMatrix a, PanelMatrix b, PanelMatrix c, int panel)
    {
        switch (path)
        {
            case VectorPath.Vector512:
                AddTransposed<Vector512Tile>(a, b, c, panel);
                break;
            case VectorPath.Vector256:
                AddTransposed<Vector256Tile>(a, b, c, panel);
                break;
            default:
                AddTransposed<PortableTile>(a, b, c, panel);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TKernel>(PanelMatrix a, PanelMatrix b, PanelMatrix c)
        where TKernel : struct, ITileKernel
    {
        fixed (float* left = a.Entries, right = b.Entries, result = c.Entries)
        {
            for (var panel = 0; panel < c.Panels; panel++)
            {
                for (int row = 0, rows; row < c.Rows; row += rows)
                {
                    rows = TKernel.NextRows(c.Rows - row);
                    var target = result + ((nint)panel * c.PanelLength) + (row * PanelMatrix.Width);
                    TKernel.Add<IOperandOrder.Direct>(rows, left + (row * PanelMatrix.Width), a.PanelLength, a.Columns, right + ((nint)panel * b.PanelLength), target);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTransposed<TKernel>(PanelMatrix a, PanelMatrix b, PanelMatrix c, int panel)
        where TKernel : struct, ITileKernel
    {
        const int Chunk = PanelMatrix.Width * PanelMatrix.Width;
        fixed (float* left = a.Entries, right = b.Panel(panel), result = c.Panel(panel))
        {
            for (int row = 0, rows; row < a.Columns; row += rows)
            {
                // Tiles end where the panel of A does; in its last panel they end at the next multiple of four.
                var (leftPanel, lane) = Math.DivRem(row, PanelMatrix.Width);
                rows = TKernel.NextRows(Math.Min(PanelMatrix.Width - lane, (a.Columns - row + 3) / 4 * 4));
                TKernel.Add<IOperandOrder.Transposed>(rows, left + ((nint)leftPanel * a.PanelLength) + lane, Chunk, a.Rows, right, result + (row * PanelMatrix.Width));
            }
        }
    }
}
