using System.Text.RegularExpressions;

namespace Noether.Repository.Tests;

/// <summary>What the documents promise about the code, and the code about the documents.</summary>
public static partial class DocumentationTests
{
    [Fact]
    public static void Every_equation_cited_in_code_stands_in_the_method_document()
    {
        var defined = EquationDefinition().Matches(SourceTree.Text("docs/method.md")).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        var missing = SourceTree.Files("src", ".cs")
            .SelectMany(path => EquationCitation().Matches(SourceTree.Text(path)).Select(match => (path, Label: match.Groups[1].Value)))
            .Where(citation => !defined.Contains(citation.Label));

        Assert.Empty(missing);
    }

    [Fact]
    public static void No_equation_label_is_defined_twice()
    {
        var labels = EquationDefinition().Matches(SourceTree.Text("docs/method.md")).Select(match => match.Groups[1].Value).ToArray();

        Assert.NotEmpty(labels);
        Assert.Equal(labels.Distinct(), labels);
    }

    [Fact]
    public static void Every_finding_that_the_code_can_make_is_explained_and_none_besides()
    {
        var explained = FindingRow().Matches(SourceTree.Text("docs/findings.md")).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var made = SourceTree.Files("src", ".cs").SelectMany(path => FindingId().Matches(SourceTree.Text(path)).Select(match => match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(made.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [Fact]
    public static void The_code_in_the_README_is_a_sample_that_the_build_compiles() =>
        Assert.Contains($"```csharp\n{SourceTree.Text("samples/FindSymmetry/Program.cs")}```", SourceTree.Text("README.md"), StringComparison.Ordinal);

    [Fact]
    public static void The_first_command_of_the_README_stands_before_line_25_and_the_page_is_short()
    {
        var lines = SourceTree.Text("README.md").Split('\n');

        Assert.InRange(Array.FindIndex(lines, line => line.StartsWith("$ dotnet", StringComparison.Ordinal)), 0, 24);
        Assert.InRange(lines.Length, 1, 150);
    }

    [Fact]
    public static void Links_between_documents_lead_somewhere()
    {
        var broken = SourceTree.Files(".", ".md")
            .SelectMany(path => RelativeLink().Matches(SourceTree.Text(path)).Select(match => (path, Target: match.Groups[1].Value)))
            .Where(link => !Path.Exists(Path.Combine(SourceTree.Root, Path.GetDirectoryName(link.path)!, link.Target)));

        Assert.Empty(broken);
    }

    [Fact]
    public static void Decisions_carry_their_date_and_status()
    {
        Assert.All(SourceTree.Files("docs/decisions", ".md"), path =>
        {
            Assert.Matches(@"docs[/\\]decisions[/\\]\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$", path);
            Assert.Matches(@"(?m)^Status: (accepted|superseded by \S+), \d{4}-\d{2}-\d{2}\.$", SourceTree.Text(path));
        });
    }

    [GeneratedRegex(@"(?:^|\n)\*\*\(([A-Z]\d+[a-z]?)\)\*\*")]
    private static partial Regex EquationDefinition();

    [GeneratedRegex(@"Eq\. \(([A-Z]\d+[a-z]?)\)")]
    private static partial Regex EquationCitation();

    [GeneratedRegex(@"(?:^|\n)\| ([A-Z]{3}\d{3}) \|")]
    private static partial Regex FindingRow();

    [GeneratedRegex(@"""([A-Z]{3}\d{3})""")]
    private static partial Regex FindingId();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex RelativeLink();
}
