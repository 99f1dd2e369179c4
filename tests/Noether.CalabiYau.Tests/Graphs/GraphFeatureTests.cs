using CsCheck;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Graphs;
using Noether.CalabiYau.Identities;
using Noether.Runs;

namespace Noether.CalabiYau.Tests.Graphs;

public static class GraphFeatureTests
{
    private static readonly ConfigurationMatrix TianYau = ConfigurationMatrix.Parse("3 0 1; 0 3 1");

    [Fact]
    public static void A_small_graph_is_what_one_draws_by_hand()
    {
        var graph = ConfigurationGraph.Of(TianYau);

        Assert.Equal([new(0, 0, 3), new(0, 2, 1), new(1, 1, 3), new(1, 2, 1)], graph.Nodes);
        Assert.Equal([(0, 1), (2, 3)], graph.RowEdges);
        Assert.Equal([(1, 3)], graph.ColumnEdges);
        Assert.Equal(
            Noether.Numerics.Matrix.FromRows([3, 1, 0, 0], [1, 1, 0, 2], [0, 0, 3, 1], [0, 2, 1, 1]),
            graph.Adjacency(GraphOptions.Default));
        Assert.Equal(["1|3|1", "1|3|1", "3|1|", "3|1|"], NodeTypeDictionary.TypesOf(TianYau, NodeTypeReading.NeighbourDegrees).Select(type => type.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public static void The_input_vector_counts_types_and_appends_eigenvalues()
    {
        var space = GraphFeatureSpace.Of([TianYau, ConfigurationMatrix.FromDegrees([5])], GraphOptions.Default);
        var vectors = space.Vectors([TianYau, ConfigurationMatrix.FromDegrees([5])], Execution.Default);

        Assert.Equal((3, 4, 7), (space.CountSlots, space.EigenvalueSlots, space.Dimension));
        Assert.Equal([2, 2, 0], vectors.Row(0)[..3]);
        Assert.Equal([0, 0, 1, 5, 0, 0, 0], vectors.Row(1));
        Assert.Equal(8, vectors.Row(0)[3..].ToArray().Sum(), 5); // the trace
    }

    [Fact]
    public static void Permutations_do_not_change_the_input_vector() =>
        Gen.Select(Generators.Matrices, Gen.ULong).Sample((matrix, seed) =>
        {
            var space = GraphFeatureSpace.Of([matrix], GraphOptions.Default);
            var vectors = space.Vectors([matrix, Generators.Shuffled(matrix, new(seed))], Execution.Default);
            return vectors.Row(0).ToArray().Zip(vectors.Row(1).ToArray()).All(pair => Math.Abs(pair.First - pair.Second) < Tolerance);
        });

    [Fact]
    public static void Unseen_types_are_refused_or_counted_in_the_spare_slot()
    {
        var known = GraphFeatureSpace.Of([TianYau], GraphOptions.Default);
        var spare = known with { Options = GraphOptions.Default with { UnseenTypes = UnseenTypes.SpareSlot } };
        var quintic = ConfigurationMatrix.FromDegrees([5]);
        var vector = new float[spare.Dimension];
        spare.Fill(quintic, vector);

        Assert.Contains("5||", Assert.Throws<ArgumentException>(() => known.Fill(quintic, new float[known.Dimension])).Message, StringComparison.Ordinal);
        Assert.Equal([0, 0, 1, 5, 0, 0, 0], vector);
    }

    [Fact]
    public static void A_graph_with_too_many_nodes_is_refused()
    {
        var small = GraphFeatureSpace.Of([ConfigurationMatrix.FromDegrees([5])], GraphOptions.Default with { UnseenTypes = UnseenTypes.SpareSlot });

        Assert.Contains("4 nodes", Assert.Throws<ArgumentException>(() => small.Fill(TianYau, new float[small.Dimension])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_dictionary_reads_back_and_a_broken_one_is_named_with_its_line()
    {
        var dictionary = NodeTypeDictionary.Of([TianYau, ConfigurationMatrix.FromDegrees([5])], NodeTypeReading.NeighbourDegrees);
        using var writer = new StringWriter();
        dictionary.Write(writer);

        var back = NodeTypeDictionary.Read(new StringReader(writer.ToString()));
        Assert.Equal(dictionary.Types, back.Types);
        Assert.Equal(dictionary.Reading, back.Reading);
        Assert.StartsWith("Line 3", Assert.Throws<FormatException>(() => NodeTypeDictionary.Read(new StringReader("Sums\n1|1|1\n1|x|"))).Message, StringComparison.Ordinal);
        Assert.StartsWith("Line 1", Assert.Throws<FormatException>(() => NodeTypeDictionary.Read(new StringReader("99\n1|1|1"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NodeTypeReading.NeighbourDegrees, 239)]
    [InlineData(NodeTypeReading.NeighbourDegreesOnly, 164)]
    [InlineData(NodeTypeReading.NumbersAndSums, 219)]
    [InlineData(NodeTypeReading.Numbers, 66)]
    [InlineData(NodeTypeReading.Sums, 73)]
    [InlineData(NodeTypeReading.MergedNeighbours, 69)]
    [InlineData(NodeTypeReading.NumbersOnly, 35)]
    public static void The_published_list_has_this_many_types(NodeTypeReading reading, int types) =>
        Assert.Equal(types, NodeTypeDictionary.Of(PublishedList.OrSkip().Records.Select(record => record.Matrix), reading).Types.Length);

    [Fact]
    public static void One_step_with_B_C_D_and_A1_meets_the_315_inputs_of_the_paper()
    {
        var list = PublishedList.OrSkip();
        var matrices = list.Records
            .SelectMany(record => IdentitySet.WithLineSplittings.Identities.SelectMany(identity => identity.Backward(record.Matrix)).Append(record.Matrix))
            .ToArray();
        var space = GraphFeatureSpace.Of(matrices, GraphOptions.Default);

        Assert.Equal((283, 32, 315), (space.CountSlots, space.EigenvalueSlots, space.Dimension));
    }

    [Theory]
    [InlineData(DiagonalReading.Degree, 7890)]
    [InlineData(DiagonalReading.Zero, 7444)]
    public static void The_published_list_has_this_many_inputs(DiagonalReading diagonal, int distinct)
    {
        var list = PublishedList.OrSkip();
        var matrices = list.Records.Select(record => record.Matrix).ToArray();
        var vectors = GraphFeatureSpace.Of(matrices, GraphOptions.Default with { Diagonal = diagonal }).Vectors(matrices, Execution.Default);

        Assert.Equal(distinct, CalabiYau.Representatives.CollisionCount.Of(list.Records, vectors, Tolerance).DistinctInputs);
    }

    private const float Tolerance = 1e-4f; // rounding of eigenvalues up to some tens in single precision, with a margin of ten
}
