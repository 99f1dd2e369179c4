using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Tests.Configurations;

/// <summary>Equality up to order by brute force: all orders of the rows, and the columns as a sorted list.</summary>
internal static class PermutationOracle
{
    public static bool Related(ConfigurationMatrix first, ConfigurationMatrix second)
    {
        if (first.Rows != second.Rows || first.Columns != second.Columns)
        {
            return false;
        }

        var target = Columns(second, [.. Enumerable.Range(0, second.Rows)]);
        return Orders(first.Rows).Any(order => Columns(first, order).SequenceEqual(target, StringComparer.Ordinal));
    }

    private static string[] Columns(ConfigurationMatrix matrix, int[] order) =>
    [
        .. Enumerable.Range(0, matrix.Columns)
            .Select(column => string.Join(',', order.Select(row => matrix[row, column])))
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<int[]> Orders(int count) =>
        count == 0
            ? [[]]
            : Orders(count - 1).SelectMany(order => Enumerable.Range(0, count).Select(place => (int[])[.. order[..place], count - 1, .. order[place..]]));
}
