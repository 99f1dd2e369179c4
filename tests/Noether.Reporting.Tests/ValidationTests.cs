using System.Text;
using Noether.Reporting.Validation;
using Noether.Reports;

namespace Noether.Reporting.Tests;

/// <summary>Results of experiments as JSON, Markdown and a page.</summary>
public static class ValidationTests
{
    private static readonly ExperimentResult Blank = new()
    {
        Name = "mnist",
        Shows = "Figure 9: turned <digits>.",
        Command = "noether paper mnist --seed 0",
        State = ExperimentState.Skipped,
        Reason = "the data set \"mnist\" was not found",
        Version = "0.1.0+64b8c3d2c",
        Machine = "a machine",
        Date = new(2026, 11, 25),
    };

    private static readonly ExperimentResult Hat = ExperimentResult.Of(Blank with { Name = "mexican-hat", Reason = "" }, SampleReport.MexicanHat, ["figures/embedding.png"]);

    [Fact]
    public static void Results_come_back_from_their_JSON()
    {
        var text = ValidationJson.ToText([Hat, Blank]);

        Assert.Equal(text, ValidationJson.ToText(ValidationJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))));
        Assert.Contains("\"worst |cosine| to the rotation\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "$")]
    [InlineData("[{\"name\": 1}]", "$[0].name")]
    [InlineData("[", "line 1")]
    public static void Other_JSON_is_refused_with_its_place(string text, string place) =>
        Assert.Contains(place, Assert.Throws<FormatException>(() => ValidationJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Message, StringComparison.Ordinal);

    [Fact]
    public static void Every_claim_stands_on_both_pages_with_what_was_measured_and_its_control()
    {
        var markdown = ValidationMarkdown.Page([Hat, Blank], "# Heading", (result, figure) => $"{result.Name}/{figure}");
        var page = ValidationHtml.ToText([Hat, Blank]);

        Assert.Contains("| worst \\|cosine\\| to the rotation | 0.9991 | >= 0.995 | 0.4127 | holds |", markdown, StringComparison.Ordinal);
        Assert.Equal(Hat.Claims.Length - Hat.Holding, markdown.Split("**fails**").Length - 1);
        Assert.Contains("![mexican-hat: embedding](mexican-hat/figures/embedding.png)", markdown, StringComparison.Ordinal);
        Assert.All(Hat.Claims, claim => Assert.Contains(claim.Name, page, StringComparison.Ordinal));
        Assert.Contains("src=\"mexican-hat/figures/embedding.png\"", page, StringComparison.Ordinal);
        Assert.Contains("turned &lt;digits&gt;", page, StringComparison.Ordinal);
        Assert.All([markdown, page, ValidationText.Of([Hat, Blank])], text => Assert.Contains("was not found", text, StringComparison.Ordinal));
    }

    [Fact]
    public static void The_headline_counts_claims_of_finished_experiments_alone() =>
        Assert.Equal($"{Hat.Holding} of {Hat.Claims.Length} claims hold in 1 of 2 experiments.", ValidationText.Headline([Hat, Blank]));

    [Fact]
    public static void The_summary_does_not_pass_over_a_claim_that_fails()
    {
        var (alone, beside) = (new Claim("accuracy", 0.99, ">= 0.95", Holds: true), new Claim("cosine", 0.5, ">= 0.9", Holds: false) { Control = 0.1 });

        Assert.Contains("| cosine: 0.5 **fails**, expected >= 0.9 | 0.1 |", Summary(alone, beside, beside with { Name = "sine", Holds = true }), StringComparison.Ordinal);
        Assert.Contains("| cosine: 0.5 | 0.1 |", Summary(alone, beside with { Holds = true }), StringComparison.Ordinal);
        Assert.Contains("| accuracy: 0.99 **fails**, expected >= 0.95 |  |", Summary(alone with { Holds = false }, beside with { Holds = true }), StringComparison.Ordinal);

        static string Summary(params ImmutableArray<Claim> claims) => ValidationMarkdown.Summary([Hat with { Claims = claims }]);
    }

    [Fact]
    public static void What_failed_is_told_from_what_could_not_run()
    {
        var failed = Blank with { Name = "so2", State = ExperimentState.Failed, Reason = "the disk is full" };
        ExperimentResult[] results = [Hat, Blank, failed];

        Assert.EndsWith(" in 1 of 3 experiments; 1 failed.", ValidationText.Headline(results), StringComparison.Ordinal);
        Assert.All([ValidationText.Of(results), ValidationMarkdown.Page(results, "# Heading", (_, _) => null), ValidationHtml.ToText(results)], page =>
        {
            Assert.Matches("failed:? +the disk is full", page);
            Assert.Matches("skipped:? +the data set", page);
        });
        Assert.Equal(ExperimentState.Failed, ValidationJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(ValidationJson.ToText(results))))[2].State);
    }
}
