using System.Numerics;
using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Identities;

/// <summary>Identity B: a curve of bidegree (1, 1) in P1 x P1 is a P1. Eq. (C7).</summary>
public sealed class BilinearCurve : Identity
{
    /// <inheritdoc/>
    public override string Name => "B";

    /// <inheritdoc/>
    public override string Statement => "P1[1 e] / P1[1 f] / n[0 X] = P1[e+f] / n[X]";

    /// <inheritdoc/>
    private protected override void FindPlaces(ConfigurationMatrix matrix, Direction direction, List<Move> moves)
    {
        if (direction == Direction.Forward)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                if (JoinsTwoLines(matrix, column))
                {
                    moves.Add(new(this, direction, 0, column));
                }
            }

            return;
        }

        for (var row = 0; row < matrix.Rows; row++)
        {
            if (matrix.AmbientDimension(row) == 1)
            {
                moves.Add(new(this, direction, row, 0));
            }
        }
    }

    /// <inheritdoc/>
    internal override ConfigurationMatrix Apply(ConfigurationMatrix matrix, Move move) =>
        move.Direction == Direction.Forward ? Join(matrix, move.Column) : Divide(matrix, move.Row);

    private static bool JoinsTwoLines(ConfigurationMatrix matrix, int column)
    {
        var support = matrix.ColumnSupport(column);
        if (BitOperations.PopCount(support) != 2 || matrix.ColumnSum(column) != 2)
        {
            return false;
        }

        var (first, second) = (BitOperations.TrailingZeroCount(support), 63 - BitOperations.LeadingZeroCount(support));
        return matrix.AmbientDimension(first) == 1 && matrix.AmbientDimension(second) == 1;
    }

    private static ConfigurationMatrix Join(ConfigurationMatrix matrix, int column)
    {
        var support = matrix.ColumnSupport(column);
        var (first, second) = (BitOperations.TrailingZeroCount(support), 63 - BitOperations.LeadingZeroCount(support));
        var grid = DegreeGrid.Enlarged(matrix, 0, 0);
        for (var other = 0; other < matrix.Columns; other++)
        {
            grid[first, other] += grid[second, other];
        }

        return grid.Without(1UL << second, 1UL << column);
    }

    private static ConfigurationMatrix Divide(ConfigurationMatrix matrix, int row)
    {
        var grid = DegreeGrid.Enlarged(matrix, 1, 1);
        var last = matrix.Columns - 1;
        while (matrix[row, last] == 0)
        {
            last--;
        }

        grid[row, last]--;
        grid[matrix.Rows, last] = 1;
        grid[row, matrix.Columns] = 1;
        grid[matrix.Rows, matrix.Columns] = 1;
        return grid.ToMatrix();
    }
}
