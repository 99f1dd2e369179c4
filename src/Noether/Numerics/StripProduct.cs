using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Noether.Numerics;

/// <summary>The products of a strip of 6 rows with a panel of 16 columns, the inner step of a matrix product.</summary>
internal static unsafe class StripProduct
{
    /// <summary>Rows of a strip: with 16 columns they fill the 16 vector registers of AVX2.</summary>
    public const int StripRows = 6;

    /// <summary>Columns of a panel: two vectors.</summary>
    public const int PanelColumns = 16;

    /// <summary>Lays rows out strip by strip, within a strip coordinate by coordinate; missing rows are 0.</summary>
    /// <param name="rows">The rows. Shape [n, depth].</param>
    /// <param name="first">The first row taken.</param>
    /// <param name="width">Rows of a strip.</param>
    /// <param name="strips">Filled strip by strip. Shape [strips * depth * width].</param>
    public static void Pack(SingleMatrix rows, int first, int width, Span<float> strips)
    {
        var depth = rows.Columns;
        strips.Clear();
        for (var r = 0; r * depth < strips.Length && first + r < rows.Rows; r++)
        {
            var row = rows.Row(first + r);
            var strip = strips[(r / width * width * depth)..];
            for (var l = 0; l < depth; l++)
            {
                strip[(l * width) + (r % width)] = row[l];
            }
        }
    }

    /// <summary>Writes the 6 x 16 products c = a b of a strip and a panel.</summary>
    /// <param name="a">The strip. Shape [depth, 6].</param>
    /// <param name="b">The panel. Shape [depth, 16].</param>
    /// <param name="depth">The number of coordinates.</param>
    /// <param name="c">The products, 6 rows of 16.</param>
    /// <param name="stride">Distance of two rows of <paramref name="c"/>.</param>
    public static void Multiply(float* a, float* b, int depth, float* c, int stride)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            MultiplyVectors(a, b, depth, c, stride);
        }
        else
        {
            MultiplyPortably(a, b, depth, c, stride);
        }
    }

    internal static void MultiplyVectors(float* a, float* b, int depth, float* c, int stride)
    {
        Vector256<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector256<float> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        for (var l = 0; l < depth; l++, a += StripRows, b += PanelColumns)
        {
            var (b0, b1) = (Vector256.Load(b), Vector256.Load(b + 8));
            var x = Vector256.Create(a[0]);
            (c00, c01) = (Vector256.MultiplyAddEstimate(x, b0, c00), Vector256.MultiplyAddEstimate(x, b1, c01));
            x = Vector256.Create(a[1]);
            (c10, c11) = (Vector256.MultiplyAddEstimate(x, b0, c10), Vector256.MultiplyAddEstimate(x, b1, c11));
            x = Vector256.Create(a[2]);
            (c20, c21) = (Vector256.MultiplyAddEstimate(x, b0, c20), Vector256.MultiplyAddEstimate(x, b1, c21));
            x = Vector256.Create(a[3]);
            (c30, c31) = (Vector256.MultiplyAddEstimate(x, b0, c30), Vector256.MultiplyAddEstimate(x, b1, c31));
            x = Vector256.Create(a[4]);
            (c40, c41) = (Vector256.MultiplyAddEstimate(x, b0, c40), Vector256.MultiplyAddEstimate(x, b1, c41));
            x = Vector256.Create(a[5]);
            (c50, c51) = (Vector256.MultiplyAddEstimate(x, b0, c50), Vector256.MultiplyAddEstimate(x, b1, c51));
        }

        Store(c00, c01, c);
        Store(c10, c11, c + stride);
        Store(c20, c21, c + (2 * stride));
        Store(c30, c31, c + (3 * stride));
        Store(c40, c41, c + (4 * stride));
        Store(c50, c51, c + (5 * stride));
    }

    internal static void MultiplyPortably(float* a, float* b, int depth, float* c, int stride)
    {
        for (var r = 0; r < StripRows; r++)
        {
            var sums = new Span<float>(c + (r * stride), PanelColumns);
            sums.Clear();
            for (var l = 0; l < depth; l++)
            {
                TensorPrimitives.MultiplyAdd(new ReadOnlySpan<float>(b + (l * PanelColumns), PanelColumns), a[(l * StripRows) + r], sums, sums);
            }
        }
    }

    private static void Store(Vector256<float> left, Vector256<float> right, float* row)
    {
        left.Store(row);
        right.Store(row + 8);
    }
}
