using System.Numerics;
using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Identities;

/// <summary>Identity L: a linear equation in P^n leaves P^(n-1). Eq. (C6).</summary>
/// <remarks>Its backward direction applies to every row of every matrix; it serves for reduction and is in no set that generates representatives.</remarks>
public sealed class LinearEquation : Identity
{
    /// <inheritdoc/>
    public override string Name => "L";

    /// <inheritdoc/>
    public override string Statement => "P(n+1)[1 q] / m[0 X] = Pn[q] / m[X]";

    /// <inheritdoc/>
    private protected override void FindPlaces(ConfigurationMatrix matrix, Direction direction, List<Move> moves)
    {
        for (var column = 0; column < matrix.Columns && direction == Direction.Forward; column++)
        {
            var row = BitOperations.TrailingZeroCount(matrix.ColumnSupport(column));
            if (matrix.ColumnSum(column) == 1 && !LeavesNothing(matrix, row, column))
            {
                moves.Add(new(this, direction, row, column));
            }
        }

        for (var row = 0; row < matrix.Rows && direction == Direction.Backward; row++)
        {
            moves.Add(new(this, direction, row, matrix.Columns));
        }
    }

    /// <inheritdoc/>
    internal override ConfigurationMatrix Apply(ConfigurationMatrix matrix, Move move)
    {
        if (move.Direction == Direction.Backward)
        {
            var enlarged = DegreeGrid.Enlarged(matrix, 0, 1);
            enlarged[move.Row, matrix.Columns] = 1;
            return enlarged.ToMatrix();
        }

        // A linear equation in P1 leaves a point, and the row with it.
        var row = matrix.AmbientDimension(move.Row) == 1 ? 1UL << move.Row : 0;
        return DegreeGrid.Enlarged(matrix, 0, 0).Without(row, 1UL << move.Column);
    }

    /// <summary>Whether the equation leaves a point of P1 on which another equation has no coordinates: two linear equations in P1 have no common zero.</summary>
    private static bool LeavesNothing(ConfigurationMatrix matrix, int row, int column)
    {
        if (matrix.AmbientDimension(row) > 1)
        {
            return false;
        }

        for (var other = 0; other < matrix.Columns; other++)
        {
            if (other != column && matrix[row, other] == 1 && matrix.ColumnSum(other) == 1)
            {
                return true;
            }
        }

        return false;
    }
}
