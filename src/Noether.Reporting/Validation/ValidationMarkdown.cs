using System.Globalization;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting.Validation;

/// <summary>Results of experiments as Markdown: a page with each claim beside what came out, and a table for a README.</summary>
public static class ValidationMarkdown
{
    /// <summary>The page.</summary>
    /// <param name="results">The results.</param>
    /// <param name="heading">What stands above them: a title, and where they come from.</param>
    /// <param name="figure">The path of a figure of an experiment, as the page has to name it; null to leave it out.</param>
    public static string Page(IReadOnlyList<ExperimentResult> results, string heading, Func<ExperimentResult, string, string?> figure) =>
        Joined([heading, "", ValidationText.Headline(results), "", .. Overview(results), .. results.SelectMany(result => Section(result, figure))]);

    /// <summary>One row for each experiment: what it shows, what came out beside its control, and when.</summary>
    public static string Summary(IEnumerable<ExperimentResult> results) => Joined(
    [
        "| experiment | what it shows | measured | control | claims that hold | date, revision |",
        "|---|---|---|---|---|---|",
        .. results.Select(result => Row([result.Name, result.Shows, .. First(result), Claims(result), $"{Day(result)}, {Revision(result)}"])),
    ]);

    /// <summary>What an experiment is about: its first claim where that fails, else the first with a control, which is marked where it fails; and the control.</summary>
    private static string[] First(ExperimentResult result) => (result.Claims is [{ Holds: false } first, ..] ? first : result.Claims.FirstOrDefault(claim => claim.Control is not null)) is { } claim
        ? [$"{claim.Name}: {claim.Value}{(claim.Holds ? "" : $" **fails**, expected {claim.Expected}")}", $"{claim.Control}"]
        : ["", ""];

    private static IEnumerable<string> Overview(IEnumerable<ExperimentResult> results) =>
    [
        "| experiment | what it shows | what came out | claims that hold | seconds | date | version |",
        "|---|---|---|---|---|---|---|",
        .. results.Select(result => Row(
            $"[{result.Name}](#{result.Name})",
            result.Shows,
            result.State == ExperimentState.Finished ? result.Verdict : $"{ValidationText.Outcome(result)}: {result.Reason}",
            Claims(result),
            result.Seconds.ToString("0", CultureInfo.InvariantCulture),
            Day(result),
            result.Version)),
    ];

    private static IEnumerable<string> Section(ExperimentResult result, Func<ExperimentResult, string, string?> figure)
    {
        yield return "";
        yield return $"## {result.Name}";
        yield return "";
        yield return $"{result.Shows} {(result.State == ExperimentState.Finished ? result.Verdict : $"{ValidationText.Outcome(result)}: {result.Reason}")}";
        yield return "";
        yield return $"`{result.Command}`, {Day(result)}, version {result.Version}, {result.Machine}.";
        foreach (var path in result.Figures.Select(name => figure(result, name)).OfType<string>())
        {
            yield return "";
            yield return $"![{result.Name}: {Path.GetFileNameWithoutExtension(path)}]({path})";
        }

        foreach (var line in Claims(result.Claims).Concat(Findings(result.Findings)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Claims(ImmutableArray<Claim> claims) => claims.IsEmpty ? [] :
    [
        "",
        "| claim | measured | expected | control | |",
        "|---|---|---|---|---|",
        .. claims.Select(claim => Row(claim.Name, $"{claim.Value}", $"{claim.Expected}", $"{claim.Control}", claim.Holds ? "holds" : "**fails**")),
    ];

    private static IEnumerable<string> Findings(ImmutableArray<Finding> findings) => findings.IsEmpty ? [] :
    [
        "",
        .. findings.OrderByDescending(finding => finding.Severity).Select(finding => $"- {SeverityName.Of(finding.Severity)} {finding.Id}: {Escaped(finding.Message)}"),
    ];

    private static string Claims(ExperimentResult result) => result.State == ExperimentState.Finished ? $"{result.Holding} of {result.Claims.Length}" : ValidationText.Outcome(result);

    private static string Day(ExperimentResult result) => result.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Revision(ExperimentResult result) => result.Version.Split('+')[^1];

    private static string Row(params ReadOnlySpan<string> cells)
    {
        var row = "|";
        foreach (var cell in cells)
        {
            row += $" {Escaped(cell)} |";
        }

        return row;
    }

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static string Joined(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"{line}\n"));
}
