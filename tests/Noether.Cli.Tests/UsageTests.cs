namespace Noether.Cli.Tests;

public static class UsageTests
{
    [Fact]
    public static void Without_arguments_the_tool_says_what_it_does()
    {
        var result = NoetherProcess.Run();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("noether detect DATA", result.Output, StringComparison.Ordinal);
        Assert.Contains("For example:", result.Output, StringComparison.Ordinal);
        Assert.InRange(result.Output.Split('\n').Length, 8, 16);
    }

    [Theory]
    [InlineData("detect")]
    [InlineData("paper")]
    [InlineData("paper", "mexican-hat")]
    [InlineData("paper", "superpotential")]
    [InlineData("paper", "all")]
    [InlineData("embed")]
    [InlineData("identify")]
    [InlineData("export")]
    [InlineData("cicy", "list")]
    [InlineData("cicy", "check")]
    [InlineData("cicy", "canonical")]
    [InlineData("cicy", "expand")]
    [InlineData("cicy", "features")]
    [InlineData("test")]
    [InlineData("doctor")]
    public static void Every_command_explains_itself_with_an_example(params string[] command)
    {
        var result = NoetherProcess.Run([.. command, "--help"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Example: noether " + string.Join(' ', command), result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("paper", "all", "--only", "nothing")]
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
    [InlineData("test", "table.csv")]
    [InlineData("test", "table.csv", "--group", "so(three)")]
    [InlineData("test", "table.csv", "--group", "C4", "--output-group", "C4")]
    [InlineData("test", "table.csv", "--group", "C4", "--label", "l", "--value", "v")]
    [InlineData("test", "network.onnx", "--group", "C4", "--value", "v")]
    [InlineData("embed", "table.csv")]
    [InlineData("embed", "table.csv", "--tsne", "--perplexity", "0")]
    [InlineData("embed", "table.csv", "--classifier")]
    [InlineData("identify", "matrices.json", "--error", "-1")]
    [InlineData("identify", "matrices.json", "--out", "")]
    [InlineData("detect", "table.csv", "--label", "l", "--out", "")]
    [InlineData("generators", "table.csv", "--out", "")]
    [InlineData("embed", "table.csv", "--pca", "2", "--out", "")]
    [InlineData("cicy", "list", "--out", "")]
    [InlineData("paper", "so2", "--out", "")]
    [InlineData("paper", "all", "--out=")]
    public static void Wrong_usage_ends_with_1_and_says_what_was_expected(params string[] arguments)
    {
        var result = NoetherProcess.Run(arguments);

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith("noether: ", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("--help\n", result.Error, StringComparison.Ordinal);
        Assert.InRange(result.Error.Split('\n').Length, 3, 4);
    }

    [Theory]
    [InlineData("there is no command 'detct'; did you mean detect?", "detct", "table.csv")]
    [InlineData("there is no option --labl; did you mean --label or --labels?", "detect", "table.csv", "--labl", "kind")]
    [InlineData("there is no option --colour;", "detect", "table.csv", "--label", "kind", "--colour", "red")]
    [InlineData("the word 'other.csv' is one too many.", "detect", "table.csv", "other.csv", "--label", "kind")]
    [InlineData("noether paper needs one of mexican-hat, so2,", "paper")]
    [InlineData("--threads: expected a whole number of at least 1, got '0'.", "detect", "table.csv", "--label", "kind", "--threads", "0")]
    [InlineData("--out: expected the name of a folder, got ''.", "paper", "all", "--out", "")]
    [InlineData("--coefficients: expected finite numbers of which the last is not 0, got '1 0'.", "paper", "superpotential", "--coefficients", "1", "0")]
    public static void The_first_line_of_a_usage_error_is_the_one_that_matters(string expected, params string[] arguments) =>
        Assert.StartsWith($"noether: {expected}", NoetherProcess.Run(arguments).Error, StringComparison.Ordinal);

    [Fact]
    public static void The_doctor_knows_the_machine()
    {
        var result = NoetherProcess.Run("doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.All(["processors", "vectors", "fonts", "data: cicy", "data: mnist"], name => Assert.Contains(name, result.Output, StringComparison.Ordinal));
    }
}
