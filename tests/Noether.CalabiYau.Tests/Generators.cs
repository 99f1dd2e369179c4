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

    /// <summary>The same for threefolds.</summary>
    public static Gen<ConfigurationMatrix> Threefolds { get; } = Matrices.Where(matrix => matrix.Dimension == 3);

    /// <summary>The matrix in a random order.</summary>
    public static ConfigurationMatrix Shuffled(ConfigurationMatrix matrix, Seed seed)
    {
        var (rows, columns) = (Order(matrix.Rows), Order(matrix.Columns));
        seed.For("rows").Stream().Shuffle<int>(rows);
        seed.For("columns").Stream().Shuffle<int>(columns);
        return matrix.Permuted(rows, columns);
    }

    private static int[] Order(int count) => [.. Enumerable.Range(0, count)];
}
