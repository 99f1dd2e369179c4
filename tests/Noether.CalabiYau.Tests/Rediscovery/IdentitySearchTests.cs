using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Lists;
using Noether.CalabiYau.Rediscovery;
using Noether.Runs;

namespace Noether.CalabiYau.Tests.Rediscovery;

public static class IdentitySearchTests
{
    /// <summary>Entries with two equal rows, a row with a 2, and rows of two ones.</summary>
    private static readonly string[] Starts =
    [
        "P1[1 1 0] / P1[0 1 1] / P4[2 1 2]",
        "P1[1 1] / P1[1 1] / P3[3 1]",
        "P1[2 0] / P1[1 1] / P3[2 2]",
        "P1[2 0] / P1[1 1] / P3[1 3]",
        "P1[0 2] / P4[4 1]",
        "P1[1 1] / P1[1 1] / P3[2 2]",
    ];

    [Theory]
    [InlineData("B", "P1[1 a] / P1[1 b] / n[0 X] = P1[a+b] / n[X]")]
    [InlineData("C", "P2[2 a] / n[0 X] = P1[2a] / n[X]")]
    [InlineData("D", "P3[2 a] / n[0 X] = P1[a] / P1[a] / n[X]")]
    [InlineData("A1", "P1[1 1 0] / n[p q X] = n[p+q X]")]
    public static void An_identity_comes_out_of_pairs_that_it_relates(string name, string notation)
    {
        var found = IdentitySearch.Find([.. Pairs(name)], [], new([]), most: 12, Execution.Default);

        Assert.Contains(notation, found.Select(rule => rule.Notation));
    }

    [Fact]
    public static void A_special_case_of_an_identity_is_not_taken_for_the_whole()
    {
        var part = PartOfTheList();
        var start = CanonicalForm.Of(ConfigurationMatrix.Parse("P1[1 1] / P1[1 1] / P3[3 1]"));

        var found = IdentitySearch.Find([.. new DeterminantalSplitting(1).Backward(start).Select(result => ImmutableArray.Create(start, CanonicalForm.Of(result)))], [], part, most: 12, Execution.Default);

        var splittings = found.Where(rule => rule.Verification.Known == "A1").ToArray();
        Assert.NotEmpty(splittings);
        Assert.All(splittings, rule => Assert.Equal(rule.Notation == "P1[1 1 0] / n[p q X] = n[p+q X]", rule.Verification.IsWhole));
    }

    [Fact]
    public static void Readings_of_one_identity_take_one_place_and_what_random_groups_show_as_well_comes_last()
    {
        var part = PartOfTheList();
        var groups = new[] { "A1", "C" }.SelectMany(name => Pairs(name)).ToImmutableArray();

        var found = IdentitySearch.Find(groups, [], part, most: 12, Execution.Default);
        var controlled = IdentitySearch.Find(groups, [.. Pairs("A1")], part, most: 12, Execution.Default);

        var splitting = found.Single(rule => rule.Notation == "P1[1 1 0] / n[p q X] = n[p+q X]");
        Assert.NotEmpty(splitting.Readings);
        Assert.DoesNotContain(found, rule => splitting.Readings.Contains(rule.Notation));
        Assert.Equal("P2[2 a] / n[0 X] = P1[2a] / n[X]", controlled[0].Notation);
        Assert.True(controlled.Zip(controlled.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score));
    }

    [Fact]
    public static void Matrices_with_nothing_in_common_give_no_change()
    {
        var group = ImmutableArray.Create(CanonicalForm.Of(ConfigurationMatrix.Parse("P4[5]")), CanonicalForm.Of(ConfigurationMatrix.Parse("P3[2 1 1] / P3[1 1 2]")));

        Assert.Empty(IdentitySearch.Find([group], [], new([]), most: 5, Execution.Default));
    }

    [Fact]
    public static void Known_identities_hold_on_the_list_and_are_named_and_a_wrong_change_is_not()
    {
        var part = PartOfTheList();
        var start = ConfigurationMatrix.Parse("P1[2 0] / P1[1 1] / P3[1 3]");
        var wrong = ConfigurationMatrix.Parse("P2[3 0] / P1[1 1] / P3[1 3]");
        var conic = ImmutableArray.Create(CanonicalForm.Of(start), CanonicalForm.Of(new PlaneConic().Backward(start)[0]));

        var right = IdentitySearch.Find([conic], [], part, most: 12, Execution.Default).First(rule => rule.Notation.StartsWith("P2[2 a]", StringComparison.Ordinal));
        var others = IdentitySearch.Find([[CanonicalForm.Of(start), CanonicalForm.Of(wrong)]], [], part, most: 12, Execution.Default);

        Assert.Equal(("C", "true at every place tested"), (right.Verification.Known, right.Verification.Verdict));
        Assert.True(right.Verification is { Places: > 0, IsWhole: true });
        Assert.DoesNotContain(others, rule => rule.Verification.Verdict.StartsWith("true at every", StringComparison.Ordinal));
    }

    [Fact]
    public static void A_linear_equation_more_is_no_other_identity()
    {
        var part = PartOfTheList();
        var start = ConfigurationMatrix.Parse("P1[2 0] / P1[1 1] / P3[1 3]");
        var conic = ConfigurationMatrix.Parse("P2[2 1 0] / P1[0 1 1] / P3[0 1 3]");
        var conicInSpace = ConfigurationMatrix.Parse("P3[1 2 1 0] / P1[0 0 1 1] / P3[0 0 1 3]");
        var enlarged = new LinearEquation().Backward(start).Select(result => ImmutableArray.Create(CanonicalForm.Of(start), CanonicalForm.Of(result)));

        var found = IdentitySearch.Find([[start, conic], [start, conic], [start, conicInSpace], .. enlarged], [], part, most: 12, Execution.Default);

        var known = found.ToLookup(rule => rule.Verification.Known);
        Assert.Equal(["P3[1 2 a] / n[0 0 X] = P1[2a] / n[X]"], Assert.Single(known["C"]).Readings);
        Assert.NotEmpty(known["L"]);
        Assert.All(known["L"], rule => Assert.Equal("true at every place tested", rule.Verification.Verdict));
    }

    private static CicyList PartOfTheList() => new([.. PublishedList.OrSkip().Records.Where(record => record.Label % 97 == 0)]);

    private static IEnumerable<ImmutableArray<ConfigurationMatrix>> Pairs(string name)
    {
        var identity = IdentitySet.Parse(name).Identities[0];
        return Starts.Select(ConfigurationMatrix.Parse)
            .SelectMany(start => identity.Backward(start).Take(4).Select(result => ImmutableArray.Create(CanonicalForm.Of(start), CanonicalForm.Of(result))));
    }
}
