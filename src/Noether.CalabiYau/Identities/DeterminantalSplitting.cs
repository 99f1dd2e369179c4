using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Splittings;

namespace Noether.CalabiYau.Identities;

/// <summary>Identity A_k: an equation that is the determinant of a (k + 1) x (k + 1) array of forms, against the array itself acting on a new P^k; equal where the determinant has no nodes. Eq. (C10).</summary>
public sealed class DeterminantalSplitting : Identity
{
    /// <summary>The identity for a P^k.</summary>
    /// <param name="k">The dimension of the projective space that comes and goes, at least 1.</param>
    public DeterminantalSplitting(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, ConfigurationMatrix.MaxAmbientDimension);
        K = k;
    }

    /// <summary>The dimension of the projective space that comes and goes.</summary>
    public int K { get; }

    /// <inheritdoc/>
    public override string Name => $"A{K}";

    /// <inheritdoc/>
    public override string Statement =>
        $"P{K}[{string.Join(' ', Enumerable.Repeat("1", K + 1))} 0] / n[{string.Join(' ', Enumerable.Range(1, K + 1).Select(j => $"c{j}"))} X] = n[{string.Join('+', Enumerable.Range(1, K + 1).Select(j => $"c{j}"))} X] if there are no nodes";

    /// <inheritdoc/>
    private protected override int Growth => K;

    /// <inheritdoc/>
    private protected override void FindPlaces(ConfigurationMatrix matrix, Direction direction, List<Move> moves)
    {
        if (direction == Direction.Backward)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                FindSplittings(matrix, column, moves);
            }

            return;
        }

        for (var row = 0; row < matrix.Rows; row++)
        {
            if (matrix.RowSum(row) == K + 1 && matrix.Rows > 1 && matrix.Row(row).Count((byte)1) == K + 1 && Contraction.Of(matrix, row) is { } contraction
                && !SplittingNodes.Exist(contraction.Matrix, contraction.Column, contraction.Parts))
            {
                moves.Add(new(this, direction, row, 0));
            }
        }
    }

    /// <inheritdoc/>
    internal override ConfigurationMatrix Apply(ConfigurationMatrix matrix, Move move) =>
        move.Direction == Direction.Forward ? Contraction.Of(matrix, move.Row)!.Matrix : Split(matrix, move.Column, move.Parts!);

    private void FindSplittings(ConfigurationMatrix matrix, int column, List<Move> moves)
    {
        if (matrix.ColumnSum(column) <= K)
        {
            return;
        }

        var nodes = new SplittingNodes(matrix, column);
        foreach (var parts in ColumnPartitions.Of(matrix, column, K + 1))
        {
            if (!nodes.Exist(parts))
            {
                moves.Add(new(this, Direction.Backward, 0, column, parts));
            }
        }
    }

    private ConfigurationMatrix Split(ConfigurationMatrix matrix, int column, byte[] parts)
    {
        var grid = DegreeGrid.Enlarged(matrix, 1, K);
        for (var part = 0; part <= K; part++)
        {
            var target = part == 0 ? column : matrix.Columns + part - 1;
            grid[matrix.Rows, target] = 1;
            for (var row = 0; row < matrix.Rows; row++)
            {
                grid[row, target] = parts[(part * matrix.Rows) + row];
            }
        }

        return grid.ToMatrix();
    }
}
