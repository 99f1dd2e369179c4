using System.Numerics;
using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Identities;

/// <summary>Equations of degree 2 that live in a single projective space.</summary>
internal static class LoneQuadric
{
    /// <summary>Whether a column has a single non-zero entry and that is a 2; if so, in which row.</summary>
    public static bool TryFind(ConfigurationMatrix matrix, int column, out int row)
    {
        var support = matrix.ColumnSupport(column);
        row = BitOperations.TrailingZeroCount(support);
        return BitOperations.IsPow2(support) && matrix[row, column] == 2;
    }
}
