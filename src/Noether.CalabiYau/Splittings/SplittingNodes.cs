using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Topology;

namespace Noether.CalabiYau.Splittings;

/// <summary>The nodes of the manifold whose equation is a determinant: N = integral of (e_2^2 - e_1 e_3)(C_1 .. C_(k+1)) times the other equations. Eq. (C5).</summary>
/// <remarks>
/// e_2^2 - e_1 e_3 is the Schur polynomial s_22: it has no negative coefficients, and its monomials are C_i^2 C_j^2, C_i^2 C_j C_l and C_i C_j C_l C_n.
/// Hence N vanishes exactly if every one of these products with the other columns vanishes, and whether a product of linear forms vanishes is a
/// question of matching (see <see cref="RowMatching"/>): no polynomial is multiplied out to find out that there are no nodes.
/// </remarks>
internal sealed class SplittingNodes
{
    private readonly int _height;
    private readonly RowMatching _others;

    /// <summary>Prepares the tests of all splittings of one column.</summary>
    public SplittingNodes(ConfigurationMatrix matrix, int column)
    {
        _height = matrix.Rows;
        _others = new(matrix);
        for (var other = 0; other < matrix.Columns; other++)
        {
            if (other != column)
            {
                _others.TryAdd(matrix.ColumnSupport(other));
            }
        }
    }

    /// <summary>Whether the determinant with these parts has nodes.</summary>
    public static bool Exist(ConfigurationMatrix matrix, int column, byte[] parts) => new SplittingNodes(matrix, column).Exist(parts);

    /// <summary>The number of nodes of a threefold, multiplied out; the Euler numbers before and after the splitting differ by twice this number.</summary>
    /// <param name="matrix">The configuration before the splitting.</param>
    /// <param name="column">The column to split.</param>
    /// <param name="parts">The parts of the column, one after the other.</param>
    /// <exception cref="OverflowException">The number does not fit 64 bits.</exception>
    public static long Count(ConfigurationMatrix matrix, int column, byte[] parts)
    {
        var form = IntersectionForm.WithoutColumn(matrix, column);
        var nodes = 0L;
        foreach (var (product, coefficient) in SchurMonomials(parts.Length / matrix.Rows))
        {
            nodes = checked(nodes + (coefficient * product.Aggregate(form, (current, part) => current.Contract(Vector(parts, part, matrix.Rows), 1)).Values[0]));
        }

        return nodes;
    }

    /// <summary>Whether the determinant with these parts of the prepared column has nodes.</summary>
    public bool Exist(byte[] parts)
    {
        var count = parts.Length / _height;
        Span<ulong> supports = stackalloc ulong[count];
        for (var i = 0; i < parts.Length; i++)
        {
            supports[i / _height] |= parts[i] == 0 ? 0UL : 1UL << (i % _height);
        }

        foreach (var (product, _) in SchurMonomials(count))
        {
            if (_others.CanAdd(supports[product[0]], supports[product[1]], supports[product[2]], supports[product[3]]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The monomials of s_22 as four indices each, with their coefficients.</summary>
    private static IEnumerable<(int[] Product, int Coefficient)> SchurMonomials(int count)
    {
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                if (i < j)
                {
                    yield return ([i, i, j, j], 1);
                }

                for (var l = j + 1; l < count && j != i; l++)
                {
                    if (l != i)
                    {
                        yield return ([i, i, j, l], 1);
                    }
                }

                for (var l = j + 1; l < count && i < j; l++)
                {
                    for (var n = l + 1; n < count; n++)
                    {
                        yield return ([i, j, l, n], 2);
                    }
                }
            }
        }
    }

    private static int[] Vector(byte[] parts, int part, int height) => [.. parts.AsSpan(part * height, height).ToArray().Select(degree => (int)degree)];
}
