using System.Numerics;

namespace Noether.CalabiYau.Topology;

/// <summary>Lets only those monomials pass that can still miss no more than <paramref name="degree"/> powers in the end.</summary>
internal readonly struct MonomialFilter(ExponentPacking packing, ulong finishedRows, int degree)
{
    /// <summary>Multiplies a monomial by J_row; false where the product vanishes or cannot contribute.</summary>
    public bool TryRaise(ulong key, int row, out ulong raised) => packing.TryRaise(key, row, out raised) && MissingInFinishedRows(raised) <= degree;

    private int MissingInFinishedRows(ulong key)
    {
        var missing = 0;
        for (var rows = finishedRows; rows != 0; rows &= rows - 1)
        {
            missing += packing.Missing(key, BitOperations.TrailingZeroCount(rows));
        }

        return missing;
    }
}
