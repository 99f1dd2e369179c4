using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Splittings;

/// <summary>What is left when a row of zeros and ones is removed and the columns where it has a one are added up; the manifold may gain nodes by it.</summary>
/// <param name="Matrix">The smaller configuration.</param>
/// <param name="Column">Its column that is the sum.</param>
/// <param name="Parts">The columns that were added, without the removed row, one after the other.</param>
internal sealed record Contraction(ConfigurationMatrix Matrix, int Column, byte[] Parts)
{
    /// <summary>Contracts a row of zeros and ones; null where that leaves no configuration: a column that lives in this row alone, or a degree or dimension out of bounds.</summary>
    public static Contraction? Of(ConfigurationMatrix matrix, int row)
    {
        var columns = Enumerable.Range(0, matrix.Columns).Where(column => matrix[row, column] == 1).ToArray();
        if (Array.Exists(columns, column => matrix.ColumnSum(column) == 1))
        {
            return null;
        }

        var grid = DegreeGrid.Enlarged(matrix, 0, 0);
        var parts = new byte[columns.Length * (matrix.Rows - 1)];
        var dropped = 0UL;
        for (var j = 0; j < columns.Length; j++)
        {
            var others = Enumerable.Range(0, matrix.Rows).Where(other => other != row);
            foreach (var (place, other) in others.Index())
            {
                parts[(j * (matrix.Rows - 1)) + place] = (byte)matrix[other, columns[j]];
                grid[other, columns[0]] = (j == 0 ? 0 : grid[other, columns[0]]) + matrix[other, columns[j]];
            }

            dropped |= j == 0 ? 0 : 1UL << columns[j];
        }

        var result = grid.Without(1UL << row, dropped);
        return result.Degrees.IndexOfAnyExceptInRange((byte)0, (byte)ConfigurationMatrix.MaxDegree) < 0 ? new(result, columns[0], parts) : null;
    }
}
