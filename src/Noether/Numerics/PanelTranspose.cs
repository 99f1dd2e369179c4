namespace Noether.Numerics;

/// <summary>The transpose of a matrix in panels, whose blocks of 16 x 16 are contiguous in both.</summary>
internal static class PanelTranspose
{
    private const int Width = PanelMatrix.Width;

    /// <summary>Writes panel <paramref name="panel"/> of A into the rows that it becomes in B = A^T. Shapes: A [m, n], B [n, m].</summary>
    public static void Panel(PanelMatrix a, PanelMatrix b, int panel)
    {
        var source = a.Panel(panel);
        for (var target = 0; target < b.Panels; target++)
        {
            Block(source.Slice(target * Width * Width, Width * Width), b.Panel(target).Slice(panel * Width * Width, Width * Width));
        }
    }

    private static void Block(ReadOnlySpan<float> source, Span<float> target)
    {
        for (var i = 0; i < Width; i++)
        {
            for (var j = 0; j < Width; j++)
            {
                target[(j * Width) + i] = source[(i * Width) + j];
            }
        }
    }
}
