using BenchmarkDotNet.Attributes;
using Noether.CalabiYau.Configurations;

namespace Noether.Benchmarks.Configurations;

/// <summary>Canonical forms of matrices with at most six rows; all orders of the rows, with the columns sorted in each, as baseline.</summary>
public class CanonicalFormBenchmark
{
    private ConfigurationMatrix[] _matrices = [];

    [GlobalSetup]
    public void Setup() => _matrices = ConfigurationCases.Matrices(mostRows: 6);

    [Benchmark(Baseline = true)]
    public int AllOrders() => _matrices.Select(SmallestOrder).Distinct(StringComparer.Ordinal).Count();

    [Benchmark]
    public int ColourRefinement() => _matrices.Select(CanonicalForm.Of).Distinct().Count();

    private static string SmallestOrder(ConfigurationMatrix matrix) => Orders([.. Enumerable.Range(0, matrix.Rows)], 0).Select(rows => WithSortedColumns(matrix, rows)).Min(StringComparer.Ordinal)!;

    private static string WithSortedColumns(ConfigurationMatrix matrix, int[] rows) =>
        string.Join('/', Enumerable.Range(0, matrix.Columns).Select(column => string.Concat(rows.Select(row => (char)('0' + matrix[row, column])))).Order(StringComparer.Ordinal));

    private static IEnumerable<int[]> Orders(int[] rows, int place)
    {
        if (place == rows.Length)
        {
            yield return rows;
            yield break;
        }

        for (var other = place; other < rows.Length; other++)
        {
            int[] swapped = [.. rows];
            (swapped[place], swapped[other]) = (swapped[other], swapped[place]);
            foreach (var order in Orders(swapped, place + 1))
            {
                yield return order;
            }
        }
    }
}
