using Noether.Reports;

namespace Noether.Reporting;

/// <summary>A report as lines for a screen: plain text without colour, the verdict first, each number beside its control, the command that repeats the run last.</summary>
public static class ReportConsole
{
    private const int LabelWidth = 12;
    private const int MostClaims = 30; // a screen; those that fail are all shown

    /// <summary>The report as one text, every line ended by a line feed.</summary>
    public static string ToText(Report report) => string.Concat(Lines(report).Select(line => $"{line}\n"));

    /// <summary>The report line by line. Control characters in names from a user's file are replaced, so that they cannot command a terminal.</summary>
    public static ImmutableArray<string> Lines(Report report)
    {
        ImmutableArray<string> lines = [report.Verdict, "", .. Numbers(report), .. ConfigurationLines.Of(report.Configurations), .. Claims(report), .. Findings(report), .. Run(report)];
        return [.. lines.Select(line => Printable(line.TrimEnd()))];
    }

    private static IEnumerable<string> Numbers(Report report)
    {
        var evidence = Evidence.Of(report);
        var texts = evidence.Select((row, i) => Labelled(i > 0 && evidence[i - 1].Subject == row.Subject ? "" : row.Subject, $"{row.Name} {row.Value}")).ToArray();
        var width = texts.Select(text => text.Length).DefaultIfEmpty(0).Max() + 4;
        if (report.Data is { } data)
        {
            yield return Labelled("data", $"{data.Source}: {Evidence.Summary(data)}");
        }

        for (var i = 0; i < texts.Length; i++)
        {
            yield return $"{texts[i].PadRight(width)}{evidence[i].ControlName} {evidence[i].Control}";
        }

        if (report.Algebra is { } algebra)
        {
            yield return Labelled("algebra", Evidence.Summary(algebra));
            if (Evidence.Representation(algebra) is { Length: > 0 } representation)
            {
                yield return Labelled("", $"acts as {representation}");
            }

            if (algebra.Reason is { } reason)
            {
                yield return Labelled("", reason);
            }
        }
    }

    private static IEnumerable<string> Claims(Report report)
    {
        if (report.Claims is not { Length: > 0 } claims)
        {
            yield break;
        }

        yield return Labelled("claims", $"{claims.Count(claim => claim.Holds)} of {claims.Length} hold");
        var ordered = claims.OrderBy(claim => claim.Holds).ToArray();
        var name = ordered.Max(claim => claim.Name.Length) + 2;
        var value = ordered.Max(claim => claim.Value.ToString().Length) + 2;
        var expected = ordered.Max(claim => claim.Expected.ToString().Length) + 2;
        foreach (var claim in ordered.Take(Math.Max(MostClaims, ordered.Count(claim => !claim.Holds))))
        {
            var control = claim.Control is { } number ? $"control {number}" : "";
            yield return $"  {(claim.Holds ? "holds" : "FAILS"),-(LabelWidth - 1)}{claim.Name.PadRight(name)}{claim.Value.ToString().PadRight(value)}expected {claim.Expected.ToString().PadRight(expected)}{control}";
        }

        if (ordered.Length > MostClaims)
        {
            yield return Labelled("", $"all {ordered.Length} claims stand in {ReportPaths.Html} and {ReportPaths.Json}");
        }
    }

    private static IEnumerable<string> Findings(Report report)
    {
        if (!report.Findings.IsDefaultOrEmpty)
        {
            yield return "";
            foreach (var finding in report.Findings.OrderByDescending(finding => finding.Severity))
            {
                yield return $"{SeverityName.Of(finding.Severity),-LabelWidth} {finding.Id}  {finding.Message}";
            }
        }
    }

    private static IEnumerable<string> Run(Report report)
    {
        yield return "";
        var stages = report.Timings.IsDefaultOrEmpty ? "" : $"  ({string.Join(", ", report.Timings.Select(time => $"{time.Stage} {NumberText.Seconds(time.Seconds)}"))})";
        yield return Labelled("seconds", $"{NumberText.Seconds(report.Seconds)}{stages}");
        yield return Labelled("repeat with", report.Repeat);
    }

    private static string Labelled(string label, string text) => $"{label,-LabelWidth} {text}";

    private static string Printable(string line) => string.Create(line.Length, line, (span, text) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            span[i] = char.IsControl(text[i]) ? '\ufffd' : text[i];
        }
    });
}
