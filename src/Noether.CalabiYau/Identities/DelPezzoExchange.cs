using System.Numerics;
using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Identities;

/// <summary>Identity F: the del Pezzo surface of degree 6 has two models, two (1, 1) curves' worth of equations in P2 x P2 and one in P1 x P1 x P1; anticanonical on both, they may be exchanged. Eq. (C11).</summary>
/// <remarks>Neither side is smaller; forward leads from P2 x P2 to P1 x P1 x P1.</remarks>
public sealed class DelPezzoExchange : Identity
{
    /// <inheritdoc/>
    public override string Name => "F";

    /// <inheritdoc/>
    public override string Statement => "P2[1 1 1 0] / P2[1 1 1 0] / n[0 0 y X] = P1[1 1 0] / P1[1 1 0] / P1[1 1 0] / n[0 y X]";

    /// <inheritdoc/>
    public override bool ForwardShrinks => false;

    /// <inheritdoc/>
    private protected override void FindPlaces(ConfigurationMatrix matrix, Direction direction, List<Move> moves)
    {
        // The model's rows are equal, with ones only: two rows of three ones, or three rows of two. Column names the anticanonical equation.
        var (copies, ones) = direction == Direction.Forward ? (2, 3) : (3, 2);
        for (var row = 0; row < matrix.Rows; row++)
        {
            var rows = EqualRowsFrom(matrix, row);
            if (matrix.RowSum(row) != ones || matrix.Row(row).Count((byte)1) != ones)
            {
                continue;
            }

            for (var column = 0; column < matrix.Columns; column++)
            {
                if (matrix[row, column] == 1 && OthersBelongTo(matrix, row, column, copies, rows))
                {
                    moves.Add(new(this, direction, row, column));
                }
            }
        }
    }

    /// <inheritdoc/>
    internal override ConfigurationMatrix Apply(ConfigurationMatrix matrix, Move move)
    {
        var rows = EqualRowsFrom(matrix, move.Row);
        var old = OtherColumns(matrix, move.Row, move.Column);
        var (height, width) = move.Direction == Direction.Forward ? (3, 1) : (2, 2);
        var grid = DegreeGrid.Enlarged(matrix, height, width);
        for (var row = 0; row < height; row++)
        {
            grid[matrix.Rows + row, move.Column] = 1;
            for (var column = 0; column < width; column++)
            {
                grid[matrix.Rows + row, matrix.Columns + column] = 1;
            }
        }

        return grid.Without(rows, old);
    }

    /// <summary>Whether the other columns of a row have ones in exactly <paramref name="copies"/> rows equal to it, of which it is the first.</summary>
    private static bool OthersBelongTo(ConfigurationMatrix matrix, int row, int anticanonical, int copies, ulong rows)
    {
        if (BitOperations.PopCount(rows) != copies)
        {
            return false;
        }

        for (var column = 0; column < matrix.Columns; column++)
        {
            if (column != anticanonical && matrix[row, column] == 1 && matrix.ColumnSupport(column) != rows)
            {
                return false;
            }
        }

        return true;
    }

    private static ulong OtherColumns(ConfigurationMatrix matrix, int row, int anticanonical)
    {
        var columns = 0UL;
        for (var column = 0; column < matrix.Columns; column++)
        {
            columns |= column != anticanonical && matrix[row, column] != 0 ? 1UL << column : 0;
        }

        return columns;
    }

    /// <summary>This row and the later ones equal to it, as bits; nothing when an earlier row is equal too, so that each set is found once.</summary>
    private static ulong EqualRowsFrom(ConfigurationMatrix matrix, int row)
    {
        var rows = 0UL;
        for (var other = 0; other < matrix.Rows; other++)
        {
            if (matrix.Row(row).SequenceEqual(matrix.Row(other)))
            {
                if (other < row)
                {
                    return 0;
                }

                rows |= 1UL << other;
            }
        }

        return rows;
    }
}
