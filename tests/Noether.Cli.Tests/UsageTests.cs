namespace Noether.Cli.Tests;

public static class UsageTests
{
    [Fact]
    public static void Without_arguments_the_tool_says_what_it_does()
    {
        var result = NoetherProcess.Run();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("noether detect DATA", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("detect")]
    [InlineData("paper")]
    [InlineData("paper", "mexican-hat")]
    [InlineData("paper", "superpotential")]
    [InlineData("embed")]
    [InlineData("identify")]
    [InlineData("cicy", "list")]
    [InlineData("cicy", "check")]
    [InlineData("cicy", "canonical")]
    [InlineData("cicy", "expand")]
    [InlineData("cicy", "features")]
    [InlineData("doctor")]
    public static void Every_command_explains_itself_with_an_example(params string[] command)
    {
        var result = NoetherProcess.Run([.. command, "--help"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Example: noether " + string.Join(' ', command), result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("detect", "table.csv")]
    [InlineData("detect", "table.csv", "--label", "l", "--threads", "0")]
    [InlineData("detect", "table.csv", "--label", "l", "--seed", "minus-one")]
    [InlineData("detect", "table.csv", "--value", "v", "--levels", "0:1:0.1")]
    [InlineData("detect", "table.csv", "--value", "v", "--levels", "0:1:0.1", "--width", "0.2")]
    [InlineData("detect", "table.csv", "--label", "l", "--conjugate", "1")]
    [InlineData("detect", "table.csv", "--label", "l", "--complex", "triples")]
    [InlineData("detect", "table.csv", "--label", "l", "--layers", "80,none")]
    [InlineData("paper", "mexican-hat", "--samples", "5")]
    [InlineData("paper", "superpotential", "--samples", "5")]
    [InlineData("embed", "table.csv")]
    [InlineData("embed", "table.csv", "--tsne", "--perplexity", "0")]
    [InlineData("embed", "table.csv", "--classifier")]
    [InlineData("identify", "matrices.json", "--error", "-1")]
    public static void Wrong_usage_ends_with_1_and_says_what_was_expected(params string[] arguments)
    {
        var result = NoetherProcess.Run(arguments);

        Assert.Equal(1, result.ExitCode);
        Assert.NotEmpty(result.Error);
    }

    [Fact]
    public static void The_doctor_knows_the_machine()
    {
        var result = NoetherProcess.Run("doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.All(["processors", "vectors", "fonts", "data: cicy", "data: mnist"], name => Assert.Contains(name, result.Output, StringComparison.Ordinal));
    }
}
