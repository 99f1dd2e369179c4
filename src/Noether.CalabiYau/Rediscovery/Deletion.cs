using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Rediscovery;

/// <summary>A few rows and columns of a matrix that hang together, and what is left when they are taken out. Eq. (C19).</summary>
/// <param name="Rows">The rows taken out, at most two.</param>
/// <param name="Columns">The columns taken out, at most two.</param>
/// <param name="Core">
/// What is left, in canonical form; a further row and a further column mark what had entries in the rows and columns taken out, so that only matrices that were changed in the same
/// places have equal cores.
/// </param>
/// <param name="RowPart">The entries of the rows taken out in the columns left, in the order of the core. Shape [rows taken out][columns left].</param>
/// <param name="ColumnPart">The entries of the columns taken out in the rows left, in the order of the core. Shape [columns taken out][rows left].</param>
internal sealed record Deletion(int[] Rows, int[] Columns, ConfigurationMatrix Core, int[][] RowPart, int[][] ColumnPart)
{
    // Degrees that no list has, so that the marks are never taken for equations or spaces.
    private const byte RowMark = ConfigurationMatrix.MaxDegree;
    private const byte ColumnMark = ConfigurationMatrix.MaxDegree - 1;
    private const byte CornerMark = ConfigurationMatrix.MaxDegree - 2;

    /// <summary>The number of rows and columns taken out.</summary>
    public int Size => Rows.Length + Columns.Length;

    /// <summary>All deletions of one to three rows and columns that hang together and leave something.</summary>
    public static List<Deletion> All(ConfigurationMatrix matrix)
    {
        var all = new List<Deletion>();
        foreach (var (rows, columns) in Sets(matrix).Where(set => matrix.Rows > set.Rows.Length && matrix.Columns > set.Columns.Length))
        {
            all.Add(Of(matrix, rows, columns));
        }

        return all;
    }

    /// <summary>One deletion.</summary>
    public static Deletion Of(ConfigurationMatrix matrix, int[] rows, int[] columns)
    {
        int[] keptRows = [.. Enumerable.Range(0, matrix.Rows).Except(rows)];
        int[] keptColumns = [.. Enumerable.Range(0, matrix.Columns).Except(columns)];
        var width = keptColumns.Length + 1;
        var marked = new byte[(keptRows.Length + 1) * width];
        for (var i = 0; i < keptRows.Length; i++)
        {
            for (var j = 0; j < keptColumns.Length; j++)
            {
                marked[(i * width) + j] = (byte)matrix[keptRows[i], keptColumns[j]];
            }

            marked[(i * width) + width - 1] = columns.Any(column => matrix[keptRows[i], column] != 0) ? ColumnMark : (byte)0;
        }

        for (var j = 0; j < keptColumns.Length; j++)
        {
            marked[(keptRows.Length * width) + j] = rows.Any(row => matrix[row, keptColumns[j]] != 0) ? RowMark : (byte)0;
        }

        marked[^1] = CornerMark;
        var search = new CanonicalSearch(new(keptRows.Length + 1, width, marked));
        var core = search.Run();
        int[] rowOrder = [.. search.Order[..(keptRows.Length + 1)].ToArray().Where(row => row < keptRows.Length).Select(row => keptRows[row])];
        int[] columnOrder = [.. search.Order[(keptRows.Length + 1)..].ToArray().Select(place => place - keptRows.Length - 1).Where(column => column < keptColumns.Length).Select(column => keptColumns[column])];
        return new(
            rows,
            columns,
            core,
            [.. rows.Select(row => columnOrder.Select(column => matrix[row, column]).ToArray())],
            [.. columns.Select(column => rowOrder.Select(row => matrix[row, column]).ToArray())]);
    }

    private static IEnumerable<(int[] Rows, int[] Columns)> Sets(ConfigurationMatrix matrix)
    {
        var rowSupports = Enumerable.Range(0, matrix.Rows).Select(row => Enumerable.Range(0, matrix.Columns).Where(column => matrix[row, column] != 0).ToArray()).ToArray();
        var columnSupports = Enumerable.Range(0, matrix.Columns).Select(column => Enumerable.Range(0, matrix.Rows).Where(row => matrix[row, column] != 0).ToArray()).ToArray();
        var rowPairs = columnSupports.SelectMany(Pairs).Distinct().ToArray();
        var columnPairs = rowSupports.SelectMany(Pairs).Distinct().ToArray();
        return
        [
            .. Enumerable.Range(0, matrix.Rows).Select(row => (new[] { row }, Array.Empty<int>())),
            .. Enumerable.Range(0, matrix.Columns).Select(column => (Array.Empty<int>(), new[] { column })),
            .. rowSupports.SelectMany((support, row) => support.Select(column => (new[] { row }, new[] { column }))),
            .. rowPairs.Select(pair => (new[] { pair.First, pair.Second }, Array.Empty<int>())),
            .. columnPairs.Select(pair => (Array.Empty<int>(), new[] { pair.First, pair.Second })),
            .. columnSupports.SelectMany((support, column) => Pairs(support).Select(pair => (new[] { pair.First, pair.Second }, new[] { column }))),
            .. rowSupports.SelectMany((support, row) => Pairs(support).Select(pair => (new[] { row }, new[] { pair.First, pair.Second }))),
        ];
    }

    private static IEnumerable<(int First, int Second)> Pairs(int[] items) =>
        from i in Enumerable.Range(0, items.Length) from j in Enumerable.Range(i + 1, items.Length - i - 1) select (items[i], items[j]);
}
