using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Topology;
using Noether.Runs;

namespace Noether.CalabiYau.Tests.Identities;

public static class PublishedIdentityTests
{
    [Theory]
    [InlineData("B", 28189, 7762)]
    [InlineData("C", 1332, 1180)]
    [InlineData("D", 967, 843)]
    [InlineData("A1", 58494, 7806)]
    [InlineData("A2", 5521, 3430)]
    [InlineData("A3", 381, 294)]
    public static void The_identities_apply_this_often_and_never_shrink_an_entry(string name, int applications, int entries)
    {
        var identity = IdentitySet.Parse(name).Identities[0];
        var counts = PublishedList.OrSkip().Records.Select(record => identity.Backward(record.Matrix).Length).ToArray();

        Assert.Equal((applications, entries), (counts.Sum(), counts.Count(count => count > 0)));
        Assert.All(PublishedList.OrSkip().Records, record => Assert.Empty(identity.Forward(record.Matrix)));
    }

    [Theory]
    [InlineData("B,C,D")]
    [InlineData("A1")]
    [InlineData("A2,A3")]
    public static void Every_single_step_from_an_entry_keeps_the_Euler_number_and_the_dimension(string names)
    {
        var identities = IdentitySet.Parse(names).Identities;
        var wrong = PublishedList.OrSkip().Records.AsParallel().SelectMany(record => identities
            .SelectMany(identity => identity.Backward(record.Matrix))
            .Select(TopologicalData.Of)
            .Where(topology => (topology.Dimension, topology.EulerNumber) != (3, record.Topology.EulerNumber))
            .Select(_ => record.Label));

        Assert.Empty(wrong);
    }

    [Fact]
    public static void Exchanges_of_del_Pezzo_surfaces_stay_in_the_list_and_keep_the_Hodge_numbers()
    {
        var list = PublishedList.OrSkip();
        var known = list.Records.ToDictionary(record => CanonicalForm.Of(record.Matrix));
        var identity = new DelPezzoExchange();
        var applications = 0;
        foreach (var record in list.Records)
        {
            foreach (var result in identity.Forward(record.Matrix).AddRange(identity.Backward(record.Matrix)))
            {
                applications++;
                var partner = known[CanonicalForm.Of(result)];
                Assert.Equal((record.Topology.H11, record.Topology.H21), (partner.Topology.H11, partner.Topology.H21));
                Assert.NotEqual(record.Label, partner.Label);
            }
        }

        Assert.Equal(26, applications);
    }

    [Fact]
    public static void One_step_with_B_C_and_D_gives_33094_matrices()
    {
        var list = PublishedList.OrSkip();
        var matrices = list.Records.Select(record => record.Matrix)
            .Concat(list.Records.SelectMany(record => IdentitySet.Basic.Identities.SelectMany(identity => identity.Backward(record.Matrix))));

        Assert.Equal(33094, matrices.Select(CanonicalForm.Of).Distinct().Count());
    }

    [Fact]
    public static void Walks_there_and_back_end_in_the_list_with_the_same_Hodge_numbers()
    {
        var list = PublishedList.OrSkip();
        var known = list.Records.ToDictionary(record => CanonicalForm.Of(record.Matrix));
        foreach (var record in list.Records.Where(record => record.Label % 20 == 0))
        {
            var stream = new Seed(3).For(record.Label).Stream();
            var far = record.Matrix;
            for (var step = 0; step < 4; step++)
            {
                far = RandomWalk.Step(far, IdentitySet.WithLineSplittings, Direction.Backward, stream) ?? far;
            }

            var end = far;
            while (RandomWalk.Step(end, IdentitySet.WithLineSplittings, Direction.Forward, stream) is { } next)
            {
                end = next;
            }

            Assert.Equal(record.Topology.EulerNumber, TopologicalData.Of(far).EulerNumber);
            Assert.True(known.TryGetValue(CanonicalForm.Of(end), out var found), $"{end} from {record.Label} is not in the list");
            Assert.Equal((record.Topology.H11, record.Topology.H21), (found.Topology.H11, found.Topology.H21));
        }
    }

    [Fact]
    public static void Entries_are_reduced_already_and_what_comes_from_them_reduces_to_an_entry()
    {
        var list = PublishedList.OrSkip();
        var known = list.Records.Select(record => CanonicalForm.Of(record.Matrix)).ToHashSet();
        foreach (var record in list.Records.Where(record => record.Label % 20 == 0))
        {
            Assert.Empty(ReducedForm.Of(record.Matrix).Steps);
            var stream = new Seed(4).For(record.Label).Stream();
            if (RandomWalk.Step(record.Matrix, IdentitySet.Full, Direction.Backward, stream) is { } larger)
            {
                var reduced = ReducedForm.Of(Generators.Shuffled(larger, new(5)));
                Assert.Contains(reduced.Matrix, known);
                Assert.Equal(ReducedForm.Of(larger).Matrix, reduced.Matrix);
            }
        }
    }
}
