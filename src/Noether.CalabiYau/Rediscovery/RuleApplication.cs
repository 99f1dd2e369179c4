using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Rediscovery;

/// <summary>Applies a local rule to whole matrices, from the small side to the large one, at every place where the small side fits.</summary>
internal static class RuleApplication
{
    /// <summary>Places of one matrix that are tried: sums have many splittings, and a rule that fails shows it at the first few.</summary>
    public const int MostPlaces = 64;

    /// <summary>The first results, with the rows that stay in front and in their order; nothing for places whose result is no configuration of the same dimension.</summary>
    public static IEnumerable<(ConfigurationMatrix Result, int[] KeptRows)> Results(LocalRule rule, ConfigurationMatrix matrix, int most) =>
        Places(rule, matrix).SelectMany(place => At(rule, matrix, place.Rows, place.Columns)).Take(most);

    private static IEnumerable<(int[] Rows, int[] Columns)> Places(LocalRule rule, ConfigurationMatrix matrix) =>
        from rows in Tuples(matrix.Rows, rule.Small.Dimensions.Length)
        where rows.Select(matrix.AmbientDimension).SequenceEqual(rule.Small.Dimensions)
        from columns in Tuples(matrix.Columns, rule.Small.ColumnIsEmpty.Length)
        where rows.Select((row, i) => columns.Select(column => matrix[row, column]).SequenceEqual(rule.Small.Entries[i])).All(fits => fits)
        select (rows, columns);

    private static IEnumerable<(ConfigurationMatrix Result, int[] KeptRows)> At(LocalRule rule, ConfigurationMatrix matrix, int[] rows, int[] columns)
    {
        int[] keptRows = [.. Enumerable.Range(0, matrix.Rows).Except(rows)];
        int[] keptColumns = [.. Enumerable.Range(0, matrix.Columns).Except(columns)];
        var rowSums = rule.Large.Dimensions.Select((dimension, l) => (int?)(dimension + 1 - rule.Large.Entries[l].Sum())).ToArray();
        var columnSums = new int?[rule.Large.ColumnIsEmpty.Length];
        var rowParts = new Splitting(keptColumns.Length, [.. rows.Select(row => keptColumns.Select(column => matrix[row, column]).ToArray())], rule.RowTerms, rule.Large.RowIsEmpty).All(rowSums);
        var columnParts = new Splitting(keptRows.Length, [.. columns.Select(column => keptRows.Select(row => matrix[row, column]).ToArray())], rule.ColumnTerms, rule.Large.ColumnIsEmpty).All(columnSums).ToArray();
        foreach (var rowPart in rowParts)
        {
            foreach (var columnPart in columnParts)
            {
                if (Assemble(rule, matrix, (keptRows, keptColumns), rowPart, columnPart) is { } result)
                {
                    yield return (result, keptRows);
                }
            }
        }
    }

    private static ConfigurationMatrix? Assemble(LocalRule rule, ConfigurationMatrix matrix, (int[] Rows, int[] Columns) kept, int[][] rowPart, int[][] columnPart)
    {
        var (height, width) = (kept.Rows.Length + rowPart.Length, kept.Columns.Length + columnPart.Length);
        var degrees = new int[height * width];
        for (var i = 0; i < height; i++)
        {
            for (var j = 0; j < width; j++)
            {
                var (newRow, newColumn) = (i - kept.Rows.Length, j - kept.Columns.Length);
                degrees[(i * width) + j] = (newRow, newColumn) switch
                {
                    ( < 0, < 0) => matrix[kept.Rows[i], kept.Columns[j]],
                    ( < 0, _) => columnPart[newColumn][i],
                    (_, < 0) => rowPart[newRow][j],
                    _ => rule.Large.Entries[newRow][newColumn],
                };
            }
        }

        return ConfigurationGuard.Problem(height, width, degrees) is null && new ConfigurationMatrix(height, width, [.. degrees.Select(degree => (byte)degree)]) is var result && result.Dimension == matrix.Dimension
            ? result
            : null;
    }

    private static IEnumerable<int[]> Tuples(int count, int length) => length == 0
        ? [[]]
        : Tuples(count, length - 1).SelectMany(rest => Enumerable.Range(0, count).Except(rest).Select(next => (int[])[.. rest, next]));
}
