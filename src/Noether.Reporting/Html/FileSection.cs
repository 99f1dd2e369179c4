using System.Text;
using Noether.Reports;

namespace Noether.Reporting.Html;

/// <summary>What was written beside the page: the beginning of texts and tables, the names of the rest.</summary>
internal static class FileSection
{
    /// <summary>Lines shown of a text: more belong into an editor.</summary>
    private const int MostLines = 40;

    private static readonly ImmutableArray<string> Texts = [".txt", ".csv"];

    internal static Html? Of(Report report)
    {
        ImmutableArray<string> others = [.. report.Files.Where(file => !IsText(file)).Select(file => file.Name), .. report.Arrays.Select(array => $"{array.Name}.npy")];
        var texts = report.Files.Where(IsText).ToArray();
        return others.IsEmpty && texts.Length == 0 ? null : (Html)$"""
            <section>
            <h2>Beside this page</h2>
            {texts.Select(Beginning)}{(others.IsEmpty ? null : (Html)$"<p>{string.Join(", ", others)}</p>\n")}</section>

            """;
    }

    private static bool IsText(NamedFile file) => Texts.Contains(Path.GetExtension(file.Name), StringComparer.Ordinal);

    private static Html Beginning(NamedFile file)
    {
        var lines = Encoding.UTF8.GetString(file.Content.AsSpan()).TrimEnd('\n').Split('\n');
        var more = lines.Length - MostLines;
        return $"""
            <details><summary>{file.Name}</summary><pre>{string.Join('\n', lines.Take(MostLines))}{(more > 0 ? $"\n... and {more} more lines" : "")}</pre></details>

            """;
    }
}
