using Noether.CalabiYau.Checks;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Graphs;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Representatives;
using Noether.CalabiYau.Topology;
using Noether.Runs;

namespace Noether.CalabiYau.Tests;

/// <summary>Fourfolds go through the same code as threefolds; here those whose numbers can be worked out by hand.</summary>
public static class FourfoldTests
{
    // c_4 of a complete intersection in P^n is the coefficient of J^4 in (1 + J)^(n + 1) / prod (1 + d J), times prod d; a product has the product of the Euler numbers.
    [Theory]
    [InlineData("6", 2610)]
    [InlineData("2 5", 2190)]
    [InlineData("3 4", 1476)]
    [InlineData("2 2 4", 1632)]
    [InlineData("2 3 3", 1206)]
    [InlineData("2 2 2 3", 1152)]
    [InlineData("2 2 2 2 2", 960)]
    [InlineData("4 0; 0 4", 24 * 24)]
    [InlineData("3 0; 0 5", 0)]
    public static void The_Euler_number_is_the_one_worked_out_by_hand(string text, long euler)
    {
        var topology = TopologicalData.Of(ConfigurationMatrix.Parse(text));

        Assert.Equal((4, euler), (topology.Dimension, topology.EulerNumber));
        Assert.Empty(topology.SecondChernClass);
    }

    [Fact]
    public static void The_sextic_is_single_and_valid_and_has_the_degree_6()
    {
        var sextic = ConfigurationMatrix.FromDegrees([6]);

        Assert.Empty(ConfigurationCheck.Of(sextic));
        Assert.Equal(6, TopologicalData.Of(sextic).Intersections[0, 0, 0, 0]);
        Assert.Single(RepresentativeSet.Draw(sextic, RepresentativeOptions.Default with { Identities = IdentitySet.Full }, new(1)).Matrices);
    }

    [Fact]
    public static void Representatives_of_a_fourfold_keep_its_Euler_number_and_reduce_to_it()
    {
        var start = ConfigurationMatrix.Parse("2; 5"); // P1[2] / P4[5]: 2160
        var drawn = RepresentativeSet.Draw(start, RepresentativeOptions.Default with { Cap = 20, LongestWalk = 4, Walks = 200 }, new(1)).Matrices;

        Assert.InRange(drawn.Length, 5, 20);
        Assert.Contains(CanonicalForm.Of(ConfigurationMatrix.Parse("1 1; 1 1; 5 0")), drawn);
        Assert.All(drawn, matrix => Assert.Equal((4, 2160), (TopologicalData.Of(matrix).Dimension, TopologicalData.Of(matrix).EulerNumber)));
        Assert.All(drawn, matrix => Assert.Equal(CanonicalForm.Of(start), ReducedForm.Of(matrix).Matrix));
    }

    [Fact]
    public static void A_splitting_with_nodes_is_another_fourfold()
    {
        // p q = r s in P5 with degrees 1 and 5 is singular along a curve, 1 1; 5 1 its resolution.
        var split = ConfigurationMatrix.Parse("1 1; 5 1");

        Assert.Empty(new DeterminantalSplitting(1).Forward(split));
        Assert.NotEqual(2610, TopologicalData.Of(split).EulerNumber);
        Assert.Equal(CanonicalForm.Of(split), ReducedForm.Of(split).Matrix);
    }

    [Fact]
    public static void Input_vectors_of_fourfolds_count_their_nodes()
    {
        ConfigurationMatrix[] fourfolds = [ConfigurationMatrix.FromDegrees([6]), ConfigurationMatrix.Parse("1 1; 1 1; 5 0"), ConfigurationMatrix.Parse("1 1; 0 5; 1 1")];
        var space = GraphFeatureSpace.Of(fourfolds, GraphOptions.Default);
        var vectors = space.Vectors(fourfolds, Execution.Default);

        Assert.Equal([1, 5, 5], Enumerable.Range(0, 3).Select(i => (int)vectors.Row(i)[..space.CountSlots].ToArray().Sum()));
        Assert.Equal(6, vectors.Row(0)[space.CountSlots]);
        Assert.Equal(9, vectors.Row(1)[space.CountSlots..].ToArray().Sum(), 4); // the trace, all degrees together
        Assert.True(CanonicalForm.Agree(fourfolds[1], fourfolds[2]));
        Assert.Equal(vectors.Row(1)[..space.CountSlots], vectors.Row(2)[..space.CountSlots]);
    }
}
