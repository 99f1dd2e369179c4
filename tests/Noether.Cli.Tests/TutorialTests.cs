using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Noether.Cli.Tests;

/// <summary>The tutorial and the README show what their commands print.</summary>
public static partial class TutorialTests
{
    // The last bits of a training depend on the width of the machine's vectors, and shares of some hundred held-out samples with them.
    private const double SameNumber = 0.2;

    // The width of the words that name a stage at the start of a line.
    private const int LabelWidth = 13;

    private static readonly string[] Counted = ["Symmetry found", "data ", "orbits ", "generators ", "algebra "];

    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    [Fact]
    public static void Each_command_prints_what_stands_under_it()
    {
        using var folder = new TemporaryFolder();
        var blocks = Block().Matches(File.ReadAllText(Path.Combine(Root, "docs", "tutorial.md")));
        var json = "";
        var commands = 0;

        foreach (var (kind, text) in blocks.Select(block => (block.Groups["kind"].Value, block.Groups["text"].Value)))
        {
            switch (kind)
            {
                case "console" when text.StartsWith("$ noether ", StringComparison.Ordinal):
                    commands++;
                    Run(text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[2..], folder);
                    json = File.ReadAllText(folder["report.json"]);
                    break;
                case "text" when commands > 0:
                    AssertSame(text, File.ReadAllText(folder["output"]));
                    break;
                case "json":
                    Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(Words(line), Words(json), StringComparison.Ordinal));
                    break;
                default:
                    Assert.StartsWith(text == "$ head -4 samples/tables/circles.csv\n" ? "$ head" : File.ReadAllText(Path.Combine(Root, "samples", "tables", "circles.csv"))[..text.Length], text, StringComparison.Ordinal);
                    break;
            }
        }

        Assert.Equal(3, commands);
    }

    [Fact]
    public static void The_lines_under_the_first_command_of_the_README_are_among_those_that_it_prints()
    {
        using var folder = new TemporaryFolder();
        var blocks = Block().Matches(File.ReadAllText(Path.Combine(Root, "README.md"))).Select(block => block.Groups["text"].Value).ToArray();
        Assert.StartsWith("$ dotnet run -c Release --project src/Noether.Cli -- paper mexican-hat ", blocks[0], StringComparison.Ordinal);

        Run(blocks[0].Split(" -- ")[1].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), folder);

        var printed = File.ReadAllLines(folder["output"]);
        var shown = blocks[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(shown);
        Assert.All(shown, line => AssertAgree(line, Assert.Single(printed, other => Words(Statement(other)) == Words(Statement(line)))));
    }

    /// <summary>A line without the word at its start that names the stage, which only the first line of a stage has.</summary>
    private static string Statement(string line) => line.Length > LabelWidth && line[LabelWidth - 1] == ' ' ? line[LabelWidth..] : line;

    private static void Run(string[] words, TemporaryFolder folder)
    {
        var at = Array.IndexOf(words, "--out");
        string[] command = [.. words[..at].Select(word => word.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(Root, word) : word), "--out", folder["out"], "--quiet", "--no-figures"];
        var result = NoetherProcess.Run(command);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        folder.Write("output", result.Output.Replace(Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
        File.Copy(folder["out/report.json"], folder["report.json"], overwrite: true);
    }

    /// <summary>The same words, and numbers that agree.</summary>
    private static void AssertSame(string shown, string printed)
    {
        var body = printed[..printed.LastIndexOf("\nseconds ", StringComparison.Ordinal)];
        Assert.Equal(Words(shown).TrimEnd(), Words(body).TrimEnd());
        AssertAgree(shown, body);
        Assert.Equal(Counts(shown), Counts(body));
    }

    /// <summary>The whole numbers that no rounding moves: how much data there is, how many orbits and generators, of which algebra.</summary>
    private static IEnumerable<string> Counts(string text) =>
        text.Split('\n').Where(line => Counted.Any(start => line.StartsWith(start, StringComparison.Ordinal))).SelectMany(line => Number().Matches(line).Select(match => match.Value).Where(number => !number.Contains('.')));

    private static void AssertAgree(string shown, string printed) =>
        Assert.All(Numbers(shown).Zip(Numbers(printed)), pair => Assert.InRange(pair.Second, pair.First - Allowed(pair.First), pair.First + Allowed(pair.First)));

    private static double Allowed(double number) => SameNumber * Math.Max(1, Math.Abs(number));

    private static string Words(string text) => Space().Replace(Number().Replace(text, "#"), " ");

    private static IEnumerable<double> Numbers(string text) => Number().Matches(text).Select(match => double.Parse(match.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^```(?<kind>\w+)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<![A-Za-z\d])-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?([eE]-?\d+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"[ ]+")]
    private static partial Regex Space();
}
