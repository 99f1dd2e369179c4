using Noether.Reporting.Validation;

namespace Noether.Validation;

/// <summary>The documents that say what has been checked, as functions of the results: docs/validation.md, and the table of the README.</summary>
public static class ValidationDocuments
{
    private const string PagePath = "docs/validation.md";
    private const string ReadmePath = "README.md";
    private const string Start = "<!-- made of validation/results by: dotnet run -c Release --project validation -->\n";
    private const string End = "<!-- end of what is made -->";

    private const string Heading =
        """
        # What has been checked

        Made of [validation/results](../validation/results) by `dotnet run -c Release --project validation`; a test holds this page against them. Each claim of the paper stands
        beside what was measured and, where there is one, beside its control: the same measurement where nothing should be found. How to make new results: [validation/README.md](../validation/README.md).
        """;

    /// <summary>The documents as they have to be.</summary>
    /// <param name="results">The results, in the order of the page.</param>
    /// <param name="present">The text of a document as it is: what is not made of results stays.</param>
    public static IEnumerable<(string Path, string Text)> Of(ImmutableArray<ExperimentResult> results, Func<string, string> present)
    {
        yield return (PagePath, ValidationMarkdown.Page(results, Heading, (result, figure) => figure == result.Figures[0] ? Path.GetRelativePath("docs", FigurePath(result)) : null));
        yield return (ReadmePath, Between(present(ReadmePath), ValidationMarkdown.Summary(results)));
    }

    /// <summary>Where the first figure of an experiment lies.</summary>
    public static string FigurePath(ExperimentResult result) => $"docs/images/validation/{result.Name}.png";

    private static string Between(string text, string table)
    {
        var start = text.IndexOf(Start, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return start >= 0 && end > start
            ? text[..(start + Start.Length)] + table + text[end..]
            : throw new InvalidDataException($"{ReadmePath} lacks the lines between which its table stands: {Start.Trim()} and {End}");
    }
}
