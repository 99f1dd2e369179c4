using System.Text;
using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Rediscovery;

/// <summary>A local change with its particulars left out: some rows and columns of a matrix are replaced by others, the rest stays. Eq. (C19).</summary>
/// <param name="Small">The block that the rows and columns of the smaller matrix share.</param>
/// <param name="Large">The block that those of the larger matrix share.</param>
/// <param name="RowTerms">For each row of the small side its entries elsewhere, as coefficients of those of the large side. Shape [small rows][large rows].</param>
/// <param name="ColumnTerms">The same for the columns. Shape [small columns][large columns].</param>
internal sealed record LocalRule(LocalBlock Small, LocalBlock Large, int[][] RowTerms, int[][] ColumnTerms)
{
    /// <summary>The rule as text, equal for equal rules.</summary>
    public string Key { get; } = $"{Small} {Terms(RowTerms)} {Terms(ColumnTerms)} = {Large}";

    /// <summary>The rule behind two deletions with equal cores; null where one side is no sum of the other.</summary>
    public static LocalRule? Of(ConfigurationMatrix small, Deletion first, ConfigurationMatrix large, Deletion second)
    {
        var readings =
            from smallRows in Orders(first.Rows.Length)
            from smallColumns in Orders(first.Columns.Length)
            from largeRows in Orders(second.Rows.Length)
            from largeColumns in Orders(second.Columns.Length)
            select Ordered(small, Reordered(first, smallRows, smallColumns), large, Reordered(second, largeRows, largeColumns));
        return readings.OfType<LocalRule>().MinBy(rule => rule.Key, StringComparer.Ordinal);
    }

    /// <summary>The rule in the notation of configuration matrices: rows between slashes, n for the rows that stay, X for what does not change.</summary>
    public override string ToString() => $"{Side(Large, true)} = {Side(Small, false)}";

    private string Side(LocalBlock block, bool isLarge)
    {
        var text = new StringBuilder();
        for (var row = 0; row < block.Dimensions.Length; row++)
        {
            var elsewhere = isLarge ? (block.RowIsEmpty[row] ? "0" : Letter('a', row)) : Sum(RowTerms[row], Large.RowIsEmpty, 'a');
            text.Append($"P{block.Dimensions[row]}[{string.Join(' ', block.Entries[row].Select(entry => $"{entry}").Append(elsewhere))}] / ");
        }

        var columns = Enumerable.Range(0, block.ColumnIsEmpty.Length)
            .Select(column => isLarge ? (block.ColumnIsEmpty[column] ? "0" : Letter('p', column)) : Sum(ColumnTerms[column], Large.ColumnIsEmpty, 'p'));
        return text.Append($"n[{string.Join(' ', columns.Append("X"))}]").ToString();
    }

    private static string Sum(int[] terms, ImmutableArray<bool> empty, char first)
    {
        var parts = terms.Select((term, l) => term == 0 || empty[l] ? "" : term == 1 ? Letter(first, l) : $"{term}{Letter(first, l)}").Where(part => part.Length > 0);
        return string.Join('+', parts.DefaultIfEmpty("0"));
    }

    private static string Letter(char first, int number) => ((char)(first + number)).ToString();

    private static LocalRule? Ordered(ConfigurationMatrix small, Deletion first, ConfigurationMatrix large, Deletion second)
    {
        var rows = first.RowPart.Select(part => Combination.Of(part, second.RowPart)).ToArray();
        var columns = first.ColumnPart.Select(part => Combination.Of(part, second.ColumnPart)).ToArray();
        int[][] rowTerms = [.. rows.OfType<int[]>()];
        int[][] columnTerms = [.. columns.OfType<int[]>()];
        if (rowTerms.Length < rows.Length || columnTerms.Length < columns.Length || !AllInUse(second.RowPart, rowTerms) || !AllInUse(second.ColumnPart, columnTerms))
        {
            return null;
        }

        return new(LocalBlock.Of(small, first), LocalBlock.Of(large, second), WithoutEmpty(rowTerms, second.RowPart), WithoutEmpty(columnTerms, second.ColumnPart));
    }

    // A part that no sum uses could be anything: such a change says nothing.
    private static bool AllInUse(int[][] parts, int[][] terms) =>
        Enumerable.Range(0, parts.Length).All(l => parts[l].All(entry => entry == 0) || terms.Any(term => term[l] > 0));

    private static int[][] WithoutEmpty(int[][] terms, int[][] parts) =>
        [.. terms.Select(term => term.Select((value, l) => parts[l].All(entry => entry == 0) ? 0 : value).ToArray())];

    private static Deletion Reordered(Deletion deletion, int[] rows, int[] columns) => deletion with
    {
        Rows = [.. rows.Select(i => deletion.Rows[i])],
        RowPart = [.. rows.Select(i => deletion.RowPart[i])],
        Columns = [.. columns.Select(i => deletion.Columns[i])],
        ColumnPart = [.. columns.Select(i => deletion.ColumnPart[i])],
    };

    private static int[][] Orders(int count) => count < 2 ? [[.. Enumerable.Range(0, count)]] : [[0, 1], [1, 0]];

    private static string Terms(int[][] terms) => string.Join(';', terms.Select(term => string.Join(',', term)));
}
