using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Topology;
using Noether.Runs;

namespace Noether.CalabiYau.Tests.Identities;

public static class PublishedIdentityTests
{
    private static readonly IdentitySet Shrinking = IdentitySet.Parse("L,B,C,D,A1,A2,A3");

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
        var (applications, pairs) = (new List<int>(), new SortedSet<(int, int)>());
        foreach (var record in list.Records)
        {
            foreach (var result in identity.Forward(record.Matrix).AddRange(identity.Backward(record.Matrix)))
            {
                applications.Add(record.Label);
                var partner = known[CanonicalForm.Of(result)];
                Assert.Equal((record.Topology.H11, record.Topology.H21), (partner.Topology.H11, partner.Topology.H21));
                Assert.NotEqual(record.Label, partner.Label);
                pairs.Add((Math.Min(record.Label, partner.Label), Math.Max(record.Label, partner.Label)));
            }
        }

        Assert.Equal((26, 23), (applications.Count, applications.Distinct().Count()));
        Assert.Equal(
            [
                (1257, 1268), (3388, 3406), (5121, 5440), (5254, 5300), (5257, 5306), (6533, 6619),
                (7206, 7246), (7206, 7300), (7546, 7603), (7709, 7731), (7716, 7743), (7800, 7810),
            ],
            pairs);
    }

    [Theory]
    [InlineData("B,C,D,A1", 4, 4, 5, 5864)]
    [InlineData("B,C,D,A1,A2,A3", 3, 8, 10, 2930)]
    public static void Walks_there_and_back_end_in_the_list_with_the_same_Hodge_numbers(string names, int steps, int every, int reduction, int homeInFull)
    {
        var list = PublishedList.OrSkip();
        var known = list.Records.ToDictionary(record => CanonicalForm.Of(record.Matrix));
        var identities = IdentitySet.Parse(names);
        var (walks, home) = (0, 0);
        foreach (var record in list.Records.Where(record => record.Label % (PublishedList.InFull ? every : every * reduction) == 0))
        {
            for (var walk = 0; walk < (PublishedList.InFull ? 3 : 1); walk++)
            {
                var end = ThereAndBack(record.Matrix, identities, steps, new Seed(3).For(record.Label).For(walk).Stream());
                Assert.True(known.TryGetValue(CanonicalForm.Of(end), out var found), $"{end} from {record.Label} is not in the list");
                Assert.Equal((record.Topology.H11, record.Topology.H21), (found.Topology.H11, found.Topology.H21));
                walks++;
                home += found.Label == record.Label ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{names}: {walks} walks, {home} of them back to the entry they came from");
        Assert.True(!PublishedList.InFull || home == homeInFull);
        Assert.InRange(home, 0.95 * walks, walks); // A2 and A3 lead from one entry to another that is the same manifold
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

    private static ConfigurationMatrix ThereAndBack(ConfigurationMatrix start, IdentitySet identities, int steps, RandomStream stream)
    {
        var end = start;
        for (var step = 0; step < steps; step++)
        {
            end = RandomWalk.Step(end, identities, Direction.Backward, stream) ?? end;
        }

        Assert.Equal(TopologicalData.Of(start).EulerNumber, TopologicalData.Of(end).EulerNumber);
        while (RandomWalk.Step(end, Shrinking, Direction.Forward, stream) is { } next)
        {
            end = next;
        }

        return end;
    }
}
