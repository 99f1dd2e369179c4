using CsCheck;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Splittings;
using Noether.CalabiYau.Topology;

namespace Noether.CalabiYau.Tests.Splittings;

public static class SplittingNodesTests
{
    [Fact]
    public static void The_determinantal_quintic_with_two_parts_has_sixteen_nodes()
    {
        // p q - r s = 0 with degrees 1 and 4: nodes where all four vanish.
        var quintic = ConfigurationMatrix.FromDegrees([5]);

        Assert.Equal(16, SplittingNodes.Count(quintic, 0, [4, 1]));
        Assert.Equal(36, SplittingNodes.Count(quintic, 0, [3, 2]));
        Assert.Equal(50, SplittingNodes.Count(quintic, 0, [1, 1, 1, 1, 1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public static void Twice_the_number_of_nodes_is_the_change_of_the_Euler_number(int k) =>
        Gen.Select(Generators.Threefolds, Gen.Int[0, 9]).Sample(
            (matrix, choice) =>
            {
                var column = choice % matrix.Columns;
                var before = TopologicalData.Of(matrix).EulerNumber;
                foreach (var parts in ColumnPartitions.Of(matrix, column, k + 1).Take(20))
                {
                    var nodes = SplittingNodes.Count(matrix, column, parts);
                    Assert.Equal(before + (2 * nodes), TopologicalData.Of(Split(matrix, column, parts, k)).EulerNumber);
                    Assert.Equal(nodes != 0, SplittingNodes.Exist(matrix, column, parts));
                }
            },
            iter: 150);

    [Fact]
    public static void Partitions_of_a_column_are_all_different_and_complete()
    {
        var matrix = ConfigurationMatrix.FromDegrees([2, 1], [2, 0], [1, 2]);

        // The vector (2, 2, 1): (3 * 3 * 2 - 2) / 2 unordered pairs of non-zero vectors.
        Assert.Equal(8, ColumnPartitions.Of(matrix, 0, 2).Count);
        Assert.Equal(ColumnPartitions.Of(matrix, 0, 3).Count, ColumnPartitions.Of(matrix, 0, 3).Select(Convert.ToHexString).Distinct().Count());
        Assert.Single(ColumnPartitions.Of(matrix, 0, 5));
        Assert.Empty(ColumnPartitions.Of(matrix, 0, 6));
    }

    [Fact]
    public static void A_column_with_too_many_splittings_is_a_fault_of_the_data_and_named()
    {
        // Seventeen lines and an equation of degree one in each: 2^17 vectors below the column.
        var wide = ConfigurationMatrix.FromDegrees([.. Enumerable.Range(0, 17).Select(row => Enumerable.Range(0, 14).Select(column => column == 0 || column == 1 + (row % 13) ? 1 : 0).ToArray())]);

        Assert.Equal(3, wide.Dimension);
        Assert.StartsWith("Column 1 of P1[1 1 ", Assert.Throws<InvalidDataException>(() => new DeterminantalSplitting(1).Backward(wide)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void Every_contraction_of_the_published_list_has_nodes_and_changes_the_Euler_number_by_twice_their_number()
    {
        var contractions = 0;
        foreach (var record in PublishedList.OrSkip().Records.Where(record => PublishedList.InFull || record.Label % 40 == 0))
        {
            for (var row = 0; row < record.Matrix.Rows && record.Matrix.Rows > 1; row++)
            {
                if (record.Matrix.Row(row).ContainsAnyExceptInRange((byte)0, (byte)1) || Contraction.Of(record.Matrix, row) is not { } contraction)
                {
                    continue;
                }

                contractions++;
                var nodes = SplittingNodes.Count(contraction.Matrix, contraction.Column, contraction.Parts);
                Assert.True(nodes > 0);
                Assert.True(SplittingNodes.Exist(contraction.Matrix, contraction.Column, contraction.Parts));
                Assert.Equal(record.Topology.EulerNumber, TopologicalData.Of(contraction.Matrix).EulerNumber + (2 * nodes));
            }
        }

        Assert.Equal(PublishedList.InFull ? 47009 : 1174, contractions);
    }

    private static ConfigurationMatrix Split(ConfigurationMatrix matrix, int column, byte[] parts, int k) =>
        new DeterminantalSplitting(k).Apply(matrix, new(new DeterminantalSplitting(k), Direction.Backward, 0, column, parts));
}
