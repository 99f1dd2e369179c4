using Noether.CalabiYau.Classes;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Identities;
using Noether.CalabiYau.Lists;
using Noether.Runs;

namespace Noether.CalabiYau.Tests.Classes;

public static class EntryClassTests
{
    [Fact]
    public static void Equal_row_numbers_join_these_pairs_of_the_published_list_and_show_where_it_is_wrong()
    {
        var list = PublishedList.OrSkip();
        var pairs = PermutedNumbers.Pairs(list, Execution.Default);
        var known = pairs.Select(pair => (pair.First, pair.Second)).ToHashSet();
        var stated = list.Records.SelectMany(record => record.Redundant.Where(other => other > record.Label).Select(other => (record.Label, other))).ToHashSet();

        Assert.Equal((546, 523), (known.Count, stated.Count));
        Assert.Equal(
            [(330, 331), (505, 506), (843, 844), (1436, 1437), (2311, 2314), (2535, 2654), (3256, 3257), (3869, 3872), (5315, 5316), (7363, 7364)],
            stated.Except(known).Order());
        Assert.Equal(30, pairs.Count(pair => pair.Evidence == Evidence.WallTheorem && !stated.Contains((pair.First, pair.Second))));
    }

    [Fact]
    public static void Three_stated_redundancies_are_refuted_and_confirmed_ones_are_not()
    {
        var list = PublishedList.OrSkip();
        HashSet<int> labels = [3869, 3872, 5315, 5316, 7363, 7364, 2284, 2803, 330, 331];
        var part = new CicyList([.. list.Records.Where(record => labels.Contains(record.Label))]);

        var classes = EntryClasses.Find(part, new() { Steps = 0 }, Execution.Default);
        var check = RedundancyCheck.Of(part, classes);

        Assert.Equal([(3869, 3872), (5315, 5316), (7363, 7364)], check.Refuted);
        Assert.Equal([(330, 331)], check.Unconfirmed);
        Assert.Equal([new(2284, 2803, Evidence.WallTheorem)], check.Missing);
        Assert.Equal(Relation.Identical, classes.Compare(2284, 2803));
        Assert.Equal(Relation.Undecided, classes.Compare(330, 331));
        Assert.Equal(Relation.Different, classes.Compare(2284, 7364));
    }

    [Fact]
    public static void Stated_partners_that_are_absent_or_placeholders_are_left_out()
    {
        var (quintic, product) = (ConfigurationMatrix.FromDegrees([5]), ConfigurationMatrix.Parse("3 0; 0 4"));
        var list = new CicyList(
        [
            new(1, quintic, new(-200, 1, 101, [50]), [2, 3, 9], 1),
            new(2, quintic, new(-200, 1, 101, [50]), [1], 12),
            new(3, product, new(0, 0, 0, [72, 0]), [1, 9], 23),
        ]);

        var check = RedundancyCheck.Of(list, EntryClasses.Find(list, new() { Steps = 0 }, Execution.Default));

        Assert.Equal([(1, 2)], check.Stated);
        Assert.Equal([new(1, 2, Evidence.WallTheorem)], check.Confirmed);
        Assert.Equal((0, 0, 0), (check.Refuted.Length, check.Unconfirmed.Length, check.Missing.Length));
    }

    [Fact]
    public static void Identities_join_entries_that_no_permutation_does()
    {
        var list = PublishedList.OrSkip();
        HashSet<int> labels = [1257, 1268, 7206, 7246, 7300];
        var part = new CicyList([.. list.Records.Where(record => labels.Contains(record.Label))]);

        Assert.Equal([1257, 7206], EntryClasses.Find(part, new() { Steps = 1 }, Execution.Default).ClassOf.Values.Distinct().Order());
        Assert.Equal(5, EntryClasses.Find(part, new() { Steps = 1, Identities = IdentitySet.Basic }, Execution.Default).Count);
    }

    [Fact]
    public static void The_published_list_has_these_classes_in_full()
    {
        Assert.SkipUnless(PublishedList.InFull, "Set NOETHER_FULL to find all classes.");
        var list = PublishedList.OrSkip();

        var classes = EntryClasses.Find(list, ClassOptions.Default, Execution.Default);
        var check = RedundancyCheck.Of(list, classes);

        Assert.Equal((6983, 4216), (classes.Count, classes.CertainlyDifferent));
        Assert.Equal(
            [(1, 6366), (2, 411), (3, 174), (4, 19), (5, 1), (6, 10), (7, 1), (10, 1)],
            classes.ClassOf.Values.CountBy(entryClass => entryClass).CountBy(size => size.Value).Select(size => (size.Key, size.Value)).Order());
        Assert.Equal([646, 431, 115], new[] { Evidence.IdentityChain, Evidence.WallTheorem, Evidence.EqualRowNumbers }.Select(evidence => classes.Pairs.Count(pair => pair.Evidence == evidence)));
        Assert.Equal((513, 3, 7, 679), (check.Confirmed.Length, check.Refuted.Length, check.Unconfirmed.Length, check.Missing.Length));
        Assert.Equal([208, 639, 1219, 1714, 3535, 4151, 4159], classes.Stages.Select(stage => stage.Groups));
        Assert.Equal((7424, 7075), (ClassesBy(Evidence.IdentityChain), ClassesBy(Evidence.WallTheorem)));

        var favourable = list.Records.Where(record => record.IsFavourable).Select(record => record.Label).ToArray();
        Assert.Equal((4874, 4525), (favourable.Length, Joined(favourable, classes.Pairs.Where(pair => pair.Evidence == Evidence.WallTheorem))));

        int ClassesBy(Evidence weakest) => Joined(classes.ClassOf.Keys, classes.Pairs.Where(pair => pair.Evidence <= weakest));
    }

    private static int Joined(IEnumerable<int> labels, IEnumerable<EntryPair> pairs)
    {
        var sets = new DisjointSets(labels);
        foreach (var pair in pairs)
        {
            sets.Join(pair.First, pair.Second);
        }

        return sets.ToDictionary().Values.Distinct().Count();
    }

    [Fact]
    public static void Chains_join_the_products_of_the_published_list_into_five_classes()
    {
        var products = PublishedList.OrSkip().Records.Where(record => record.HasPlaceholderHodgeNumbers).ToArray();
        var reached = products.Select(record => IdentityChains.Surroundings(record.Matrix, IdentitySet.Full, steps: 2)).ToArray();
        var sets = new DisjointSets(products.Select(record => record.Label));
        for (var i = 0; i < products.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (reached[i].Overlaps(reached[j]))
                {
                    sets.Join(products[i].Label, products[j].Label);
                }
            }
        }

        Assert.Equal([2, 2, 2, 4, 12], sets.ToDictionary().Values.CountBy(entryClass => entryClass).Select(size => size.Value).Order());
    }

    [Fact]
    public static void A_table_of_classes_read_back_gives_the_same_answers()
    {
        var list = PublishedList.OrSkip();
        var part = new CicyList([.. list.Records.Where(record => record.Label % 97 == 0 || record.Label is 330 or 331 or 2284 or 2803 or 3869 or 3872)]);
        var classes = EntryClasses.Find(part, new() { Steps = 0 }, Execution.Default);
        using var writer = new StringWriter();
        ClassTable.Write(classes, writer);
        var back = ClassTable.Read(new StringReader(writer.ToString()));

        int[] labels = [.. classes.ClassOf.Keys];
        Assert.All(labels, first => Assert.All(labels, second => Assert.Equal(classes.Compare(first, second), back.Compare(first, second))));
        Assert.Equal(3, labels.SelectMany(first => labels.Select(second => classes.Compare(first, second))).Distinct().Count());
    }

    [Theory]
    [InlineData("label,class\n", "Line 1")]
    [InlineData("label,class,group,h11,h21\n1,1,,2\n", "Line 2")]
    [InlineData("label,class,group,h11,h21\n1,1,,2,3\n2,x,,2,3\n", "Line 3: \"x\"")]
    public static void A_broken_table_of_classes_is_named_with_its_line(string text, string reason) =>
        Assert.StartsWith(reason, Assert.Throws<FormatException>(() => ClassTable.Read(new StringReader(text))).Message, StringComparison.Ordinal);

    [Fact]
    public static void Weaker_evidence_can_be_left_out_and_classes_are_written_line_by_line()
    {
        var list = PublishedList.OrSkip();
        HashSet<int> labels = [2284, 2803, 7890];
        var part = new CicyList([.. list.Records.Where(record => labels.Contains(record.Label))]);
        using var writer = new StringWriter();

        var classes = EntryClasses.Find(part, new() { Steps = 0 }, Execution.Default);
        ClassTable.Write(classes, writer);

        Assert.Equal("label,class,group,h11,h21\n2284,2284,0,8,24\n2803,2284,0,8,24\n7890,7890,1,1,101\n", writer.ToString());
        Assert.Equal(2, classes.CertainlyDifferent);
        Assert.Equal(3, EntryClasses.Find(part, new() { Steps = 0, Weakest = Evidence.IdentityChain }, Execution.Default).Count);
    }
}
