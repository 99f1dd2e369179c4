using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Identities;

/// <summary>Identity D: a quadric in P3 is P1 x P1, on which a plane of P3 has bidegree (1, 1). Eq. (C9).</summary>
public sealed class SpaceQuadric : Identity
{
    /// <inheritdoc/>
    public override string Name => "D";

    /// <inheritdoc/>
    public override string Statement => "P3[2 w] / n[0 X] = P1[w] / P1[w] / n[X]";

    /// <inheritdoc/>
    private protected override void FindPlaces(ConfigurationMatrix matrix, Direction direction, List<Move> moves)
    {
        for (var column = 0; column < matrix.Columns && direction == Direction.Forward; column++)
        {
            if (LoneQuadric.TryFind(matrix, column, out var row) && matrix.AmbientDimension(row) == 3)
            {
                moves.Add(new(this, direction, row, column));
            }
        }

        for (var row = 0; row < matrix.Rows && direction == Direction.Backward; row++)
        {
            for (var other = row + 1; other < matrix.Rows && matrix.AmbientDimension(row) == 1; other++)
            {
                if (matrix.Row(row).SequenceEqual(matrix.Row(other)))
                {
                    moves.Add(new(this, direction, row, other));
                }
            }
        }
    }

    /// <inheritdoc/>
    internal override ConfigurationMatrix Apply(ConfigurationMatrix matrix, Move move)
    {
        if (move.Direction == Direction.Backward)
        {
            var enlarged = DegreeGrid.Enlarged(matrix, 0, 1);
            enlarged[move.Row, matrix.Columns] = 2;
            return enlarged.Without(1UL << move.Column, 0);
        }

        var grid = DegreeGrid.Enlarged(matrix, 1, 0);
        for (var column = 0; column < matrix.Columns; column++)
        {
            grid[matrix.Rows, column] = matrix[move.Row, column];
        }

        return grid.Without(0, 1UL << move.Column);
    }
}
