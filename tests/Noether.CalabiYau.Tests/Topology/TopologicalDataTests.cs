using CsCheck;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Topology;
using Noether.Runs;

namespace Noether.CalabiYau.Tests.Topology;

public static class TopologicalDataTests
{
    [Theory]
    [InlineData("5", -200)]
    [InlineData("2 4", -176)]
    [InlineData("3 3", -144)]
    [InlineData("2 2 3", -144)]
    [InlineData("2 2 2 2", -128)]
    [InlineData("3; 3", -162)]
    [InlineData("2; 2; 2; 2", -128)]
    [InlineData("3 0 1; 0 3 1", -18)]
    [InlineData("4", 24)] // K3
    [InlineData("2 3", 24)]
    [InlineData("3", 0)] // torus
    [InlineData("3 0; 0 4", 0)]
    [InlineData("6", 2610)]
    [InlineData("4 0; 0 4", 576)] // K3 x K3: 24 * 24
    [InlineData("2; 2; 2; 2; 2", 1440)]
    [InlineData("2; 5", 2160)]
    [InlineData("7", -39984)]
    public static void The_Euler_number_is_the_textbooks(string text, long euler) =>
        Assert.Equal(euler, TopologicalData.Of(ConfigurationMatrix.Parse(text)).EulerNumber);

    [Fact]
    public static void The_quintic_has_degree_5_and_second_Chern_number_50()
    {
        var quintic = TopologicalData.Of(ConfigurationMatrix.FromDegrees([5]));

        Assert.Equal(5, quintic.Intersections[0, 0, 0]);
        Assert.Equal([50L], quintic.SecondChernClass);
    }

    [Fact]
    public static void The_Euler_number_agrees_with_the_expanded_total_Chern_class() =>
        Generators.Matrices.Where(matrix => matrix.Dimension <= 5).Sample(matrix => TopologicalData.Of(matrix).EulerNumber == ChernOracle.EulerNumber(matrix));

    [Fact]
    public static void Permuting_rows_permutes_the_numbers() =>
        Gen.Select(Generators.Threefolds, Gen.ULong).Sample((matrix, seed) =>
        {
            int[] order = [.. Enumerable.Range(0, matrix.Rows)];
            new Seed(seed).Stream().Shuffle<int>(order);
            var (before, after) = (TopologicalData.Of(matrix), TopologicalData.Of(matrix.Permuted(order, [.. Enumerable.Range(0, matrix.Columns)])));
            return after.SecondChernClass.SequenceEqual(order.Select(row => before.SecondChernClass[row]))
                && after.Intersections[0, 0, matrix.Rows - 1] == before.Intersections[order[0], order[0], order[^1]]
                && after.EulerNumber == before.EulerNumber;
        });

    [Fact]
    public static void Riemann_Roch_gives_whole_numbers_on_the_published_list()
    {
        foreach (var record in PublishedList.OrSkip().Records.Where(record => record.Label % 8 == 0))
        {
            var topology = TopologicalData.Of(record.Matrix);
            var stream = new Seed(11).For(record.Label).Stream();
            int[] divisor = [.. Enumerable.Range(0, record.Matrix.Rows).Select(_ => stream.NextIndex(9) - 4)];
            var chern = divisor.Zip(topology.SecondChernClass, (d, c) => d * c).Sum();
            Assert.Equal(0, ((2 * topology.Intersections.Evaluate(divisor)) + chern) % 12);
        }
    }

    [Fact]
    public static void The_published_list_states_the_numbers_that_come_out()
    {
        foreach (var record in PublishedList.OrSkip().Records)
        {
            var topology = TopologicalData.Of(record.Matrix);
            Assert.Equal(record.Topology.EulerNumber, topology.EulerNumber);
            Assert.Equal(record.Topology.SecondChernClass, topology.SecondChernClass);
        }
    }

    [Fact]
    public static void Numbers_beyond_64_bits_are_refused()
    {
        Assert.Throws<OverflowException>(() => TopologicalData.Of(ConfigurationMatrix.FromDegrees([15, 15, 15, 15])));
    }
}
