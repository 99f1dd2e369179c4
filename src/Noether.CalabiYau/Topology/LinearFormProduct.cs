using System.Numerics;
using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Topology;

/// <summary>Multiplies out the product over columns of sum_r q_ra J_r in the ring where J_r^(n_r + 1) = 0, and reads off the integrals against the missing powers. Eq. (C2).</summary>
/// <remarks>
/// Columns are taken in an order that finishes rows early. A row whose columns are all done keeps its exponent, and every surviving monomial
/// misses exactly D powers in the end, so monomials that miss more in finished rows are dropped at once; that keeps twenty rows affordable.
/// </remarks>
internal static class LinearFormProduct
{
    /// <summary>The integrals over the manifold that the product stands for.</summary>
    /// <param name="matrix">The configuration.</param>
    /// <param name="omitted">A column to leave out of the product, or -1.</param>
    public static IntersectionForm Integrate(ConfigurationMatrix matrix, int omitted)
    {
        var degree = matrix.Dimension + (omitted < 0 ? 0 : 1);
        var packing = new ExponentPacking(matrix);
        Span<ulong> supports = stackalloc ulong[matrix.Columns];
        for (var column = 0; column < matrix.Columns; column++)
        {
            supports[column] = column == omitted ? 0 : matrix.ColumnSupport(column);
        }

        var (product, next) = (new MonomialTable(), new MonomialTable());
        product.Add(0, 1);
        while (TakeColumn(supports) is var column and >= 0)
        {
            var finished = packing.AllRows & ~Union(supports);
            Multiply(product, next, matrix, column, new(packing, finished, degree));
            (product, next) = (next, product);
            next.Clear();
        }

        return packing.ReadForm(product, degree);
    }

    private static void Multiply(MonomialTable product, MonomialTable next, ConfigurationMatrix matrix, int column, MonomialFilter filter)
    {
        for (var place = 0; place < product.Capacity; place++)
        {
            if (!product.TryGet(place, out var key, out var coefficient))
            {
                continue;
            }

            for (var row = 0; row < matrix.Rows; row++)
            {
                var q = matrix[row, column];
                if (q != 0 && filter.TryRaise(key, row, out var raised))
                {
                    next.Add(raised, checked(coefficient * q));
                }
            }
        }
    }

    /// <summary>Picks the column that leaves the fewest rows half done, and clears its support; -1 when none is left.</summary>
    private static int TakeColumn(Span<ulong> supports)
    {
        var (best, fewest) = (-1, int.MaxValue);
        for (var column = 0; column < supports.Length; column++)
        {
            var support = supports[column];
            if (support == 0)
            {
                continue;
            }

            supports[column] = 0;
            var open = BitOperations.PopCount(support & Union(supports));
            supports[column] = support;
            var score = (2 * open) - BitOperations.PopCount(support);
            if (score < fewest)
            {
                (best, fewest) = (column, score);
            }
        }

        if (best >= 0)
        {
            supports[best] = 0;
        }

        return best;
    }

    private static ulong Union(ReadOnlySpan<ulong> supports)
    {
        var union = 0UL;
        foreach (var support in supports)
        {
            union |= support;
        }

        return union;
    }
}
