using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Identities;

/// <summary>Identity C: a conic in P2 is a P1, on which a line of P2 has degree 2. Eq. (C8).</summary>
public sealed class PlaneConic : Identity
{
    private const int ConicDegree = 2;

    /// <inheritdoc/>
    public override string Name => "C";

    /// <inheritdoc/>
    public override string Statement => "P2[2 e] / n[0 X] = P1[2e] / n[X]";

    /// <inheritdoc/>
    private protected override void FindPlaces(ConfigurationMatrix matrix, Direction direction, List<Move> moves)
    {
        for (var column = 0; column < matrix.Columns && direction == Direction.Forward; column++)
        {
            if (LoneQuadric.TryFind(matrix, column, out var row) && matrix.AmbientDimension(row) == 2)
            {
                moves.Add(new(this, direction, row, column));
            }
        }

        for (var row = 0; row < matrix.Rows && direction == Direction.Backward; row++)
        {
            if (matrix.AmbientDimension(row) == 1 && matrix.Row(row).Contains((byte)ConicDegree))
            {
                moves.Add(new(this, direction, row, matrix.Row(row).IndexOf((byte)ConicDegree)));
            }
        }
    }

    /// <inheritdoc/>
    internal override ConfigurationMatrix Apply(ConfigurationMatrix matrix, Move move)
    {
        if (move.Direction == Direction.Backward)
        {
            var enlarged = DegreeGrid.Enlarged(matrix, 0, 1);
            enlarged[move.Row, move.Column] = 1;
            enlarged[move.Row, matrix.Columns] = ConicDegree;
            return enlarged.ToMatrix();
        }

        var grid = DegreeGrid.Enlarged(matrix, 0, 0);
        for (var column = 0; column < matrix.Columns; column++)
        {
            grid[move.Row, column] *= ConicDegree;
        }

        return grid.Without(0, 1UL << move.Column);
    }
}
