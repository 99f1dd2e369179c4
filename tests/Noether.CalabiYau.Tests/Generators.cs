using CsCheck;
using Noether.CalabiYau.Configurations;
using Noether.Runs;

namespace Noether.CalabiYau.Tests;

/// <summary>Random configurations and orders for laws.</summary>
internal static class Generators
{
    /// <summary>Configurations with up to five rows and columns, of any dimension from 1.</summary>
    public static Gen<ConfigurationMatrix> Matrices { get; } =
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5])
            .SelectMany((rows, columns) => Gen.Int[0, 2].Array[rows * columns].Select(degrees => (rows, columns, degrees)))
            .Where(x => ConfigurationGuard.Problem(x.rows, x.columns, x.degrees) is null)
            .Select(x => ConfigurationMatrix.FromEntries(x.rows, x.columns, x.degrees));

    /// <summary>Threefolds with up to five rows and columns.</summary>
    public static Gen<ConfigurationMatrix> Threefolds { get; } = Gen.ULong.Select(value => RandomThreefold(new(value)));

    /// <summary>The matrix in a random order.</summary>
    public static ConfigurationMatrix Shuffled(ConfigurationMatrix matrix, Seed seed)
    {
        var (rows, columns) = (Order(matrix.Rows), Order(matrix.Columns));
        seed.For("rows").Stream().Shuffle<int>(rows);
        seed.For("columns").Stream().Shuffle<int>(columns);
        return matrix.Permuted(rows, columns);
    }

    // A threefold has sum of degrees m + K + 3: so many units are dealt out at random until every row and column has its share.
    private static ConfigurationMatrix RandomThreefold(Seed seed)
    {
        var stream = seed.Stream();
        while (true)
        {
            var columns = 1 + stream.NextIndex(5);
            var rows = 1 + stream.NextIndex(Math.Min(5, columns + 3));
            var degrees = new int[rows * columns];
            for (var unit = 0; unit < rows + columns + 3; unit++)
            {
                degrees[stream.NextIndex(degrees.Length)]++;
            }

            if (ConfigurationGuard.Problem(rows, columns, degrees) is null)
            {
                return ConfigurationMatrix.FromEntries(rows, columns, degrees);
            }
        }
    }

    private static int[] Order(int count) => [.. Enumerable.Range(0, count)];
}
