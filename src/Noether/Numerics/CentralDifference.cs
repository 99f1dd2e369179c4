using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Noether.Runs;

namespace Noether.Numerics;

/// <summary>The gradient of a field on a square grid by central differences of order 16.</summary>
/// <remarks>
/// Eq. (T8). Exact for polynomials of degree 16; the slope of a wave with eight nodes to its length is right to 5e-8 of itself, with six to 5e-6, with three to 4.4e-2.
/// Antisymmetric, whatever its error: a field that is even about a node has slope 0 there.
/// </remarks>
internal static class CentralDifference
{
    /// <summary>Nodes on either side that the slope at a node depends on.</summary>
    public const int Reach = 8;

    private const int RowsPerBlock = 16;

    private static readonly float[] Coefficients = [.. Enumerable.Range(1, Reach).Select(Coefficient)];

    /// <summary>Computes the slopes at all nodes but those nearer to the edge than <see cref="Reach"/>, which keep what they have.</summary>
    /// <param name="field">The field, row by row. Shape [size, size].</param>
    /// <param name="spacing">The distance of two nodes.</param>
    /// <param name="alongRows">Filled with the derivative by the column's place. Shape [size, size].</param>
    /// <param name="alongColumns">Filled with the derivative by the row's place. Shape [size, size].</param>
    /// <param name="execution">How the run is carried out.</param>
    public static void Compute(float[] field, double spacing, float[] alongRows, float[] alongColumns, Execution execution)
    {
        var size = (int)Math.Sqrt(field.Length);
        var factors = Coefficients.Select(c => (float)(c / spacing)).ToArray();
        execution.ForEachBlock((size - (2 * Reach) + RowsPerBlock - 1) / RowsPerBlock, block =>
        {
            var first = Reach + (block * RowsPerBlock);
            for (var row = first; row < Math.Min(first + RowsPerBlock, size - Reach); row++)
            {
                Row(field, factors, row, (alongRows, alongColumns));
            }
        });
    }

    private static void Row(float[] field, float[] factors, int row, (float[] AlongRows, float[] AlongColumns) slopes)
    {
        var size = (int)Math.Sqrt(field.Length);
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(field);
        for (var column = Reach; column < size - Reach; column += Vector256<float>.Count)
        {
            // The last vector begins early enough to end where the slopes do.
            var place = (row * size) + Math.Min(column, size - Reach - Vector256<float>.Count);
            var (x, y) = (Vector256<float>.Zero, Vector256<float>.Zero);
            for (var m = 1; m <= factors.Length; m++)
            {
                x += factors[m - 1] * (Vector256.LoadUnsafe(ref nodes, (nuint)(place + m)) - Vector256.LoadUnsafe(ref nodes, (nuint)(place - m)));
                y += factors[m - 1] * (Vector256.LoadUnsafe(ref nodes, (nuint)(place + (m * size))) - Vector256.LoadUnsafe(ref nodes, (nuint)(place - (m * size))));
            }

            x.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(slopes.AlongRows), (nuint)place);
            y.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(slopes.AlongColumns), (nuint)place);
        }
    }

    // (-1)^(m + 1) r!^2 / (m (r - m)! (r + m)!) for reach r, from m to m + 1 by their ratio.
    private static float Coefficient(int distance)
    {
        var product = 1.0;
        for (var m = 1; m <= distance; m++)
        {
            product *= (double)(Reach - m + 1) / (Reach + m);
        }

        return (float)((distance % 2 == 1 ? 1 : -1) * product / distance);
    }
}
