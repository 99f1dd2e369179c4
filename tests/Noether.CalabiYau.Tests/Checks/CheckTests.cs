using Noether.CalabiYau.Checks;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Lists;
using Noether.Runs;

namespace Noether.CalabiYau.Tests.Checks;

public static class CheckTests
{
    [Theory]
    [InlineData("5", "")]
    [InlineData("1 1; 1 1; 4 0", "CON004")]
    [InlineData("3 0; 0 4", "CON002")]
    [InlineData("1 5", "CON001 CON004")]
    [InlineData("1 1 0; 0 0 6", "CON001 CON001 CON002 CON003")]
    [InlineData("15 15 15 15", "CON009")]
    public static void A_configuration_is_reported_with_what_is_special_about_it(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', ConfigurationCheck.Of(ConfigurationMatrix.Parse(text)).Select(finding => finding.Id)));

    [Fact]
    public static void Wrong_numbers_in_a_list_are_found_and_right_ones_are_not()
    {
        var matrix = ConfigurationMatrix.FromDegrees([5]);
        var list = new CicyList(
        [
            new(1, matrix, new(-200, 1, 101, [50]), [], 1),
            new(2, matrix, new(-198, 1, 100, [50]), [9], 12),
            new(3, matrix, new(-200, 1, 101, [52]), [1], 23),
            new(4, matrix, new(0, 0, 0, [50]), [], 34),
        ]);

        var check = ListCheck.Of(list, Execution.Default);

        Assert.Equal((4, 2, 3), (check.Entries, check.EulerNumbersAgree, check.SecondChernClassesAgree));
        Assert.Equal(["CON007", "CON005", "CON008", "CON006", "CON008", "CON005"], check.Findings.Select(finding => finding.Id));
        Assert.Contains("Entry 2 (line 12)", check.Findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void Partners_are_looked_up_in_the_list_that_a_part_is_from()
    {
        var matrix = ConfigurationMatrix.FromDegrees([5]);
        var whole = new CicyList(
        [
            new(1, matrix, new(-200, 1, 101, [50]), [2], 1),
            new(2, matrix, new(-200, 1, 101, [50]), [1], 12),
            new(4, matrix, new(-200, 1, 101, [50]), [1], 23),
        ]);
        var part = new CicyList([.. whole.Records.Where(record => record.Label % 2 == 0)]);

        Assert.Equal(["CON008", "CON008"], ListCheck.Of(part, Execution.Default).Findings.Select(finding => finding.Id));
        Assert.StartsWith("Entry 4 ", Assert.Single(ListCheck.Of(part, whole, Execution.Default).Findings).Message, StringComparison.Ordinal); // 1 does not name it back
    }

    [Fact]
    public static void The_published_list_is_right_but_for_its_placeholders()
    {
        var check = ListCheck.Of(PublishedList.OrSkip(), Execution.Default);

        Assert.Equal((7890, 7890, 7890), (check.Entries, check.EulerNumbersAgree, check.SecondChernClassesAgree));
        Assert.Equal("CON007", Assert.Single(check.Findings).Id);
        Assert.StartsWith("22 entries", check.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal(22, PublishedList.OrSkip().Records.Count(record => ConfigurationCheck.Blocks(record.Matrix) > 1));
    }
}
