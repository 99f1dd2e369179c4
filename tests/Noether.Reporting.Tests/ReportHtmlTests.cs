using System.Text;
using System.Text.RegularExpressions;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting.Tests;

public static partial class ReportHtmlTests
{
    private const string Attack = "<script>alert('x')</script><img src=x onerror=\"alert(1)\"> & \"quoted\"";

    private static readonly Lazy<string> MexicanHat = new(() => Page(SampleReport.MexicanHat));

    [Fact]
    public static void The_page_is_what_was_approved() => Snapshot.Matches("report.html", Script().Replace(Data().Replace(Style().Replace(Image().Replace(MexicanHat.Value, "data:image/png;base64,..."), "<style>...</style>"), "data-view=\"...\""), "<script>...</script>"));

    [Fact]
    public static void The_verdict_is_the_first_thing_in_the_body()
    {
        var body = MexicanHat.Value[MexicanHat.Value.IndexOf("<body>", StringComparison.Ordinal)..];

        Assert.StartsWith(SampleReport.MexicanHat.Verdict, Tag().Replace(body, "").TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public static void The_page_loads_nothing_from_anywhere()
    {
        Assert.DoesNotMatch(@"(?i)(src|href|action|data)\s*=\s*[""']?(?!data:image/png;base64,)[^""'>\s]", Data().Replace(Script().Replace(MexicanHat.Value, ""), ""));
        Assert.DoesNotMatch(@"\b(fetch|import|XMLHttpRequest|WebSocket|EventSource|sendBeacon|Image)\s*\(", Script().Match(MexicanHat.Value).Value);
        Assert.DoesNotMatch(@"(?i)@import|url\(|https?:|<link|<iframe|<object", MexicanHat.Value);
    }

    [Fact]
    public static void A_page_that_loads_something_would_be_noticed() =>
        Assert.Matches(@"(?i)(src|href|action|data)\s*=\s*[""']?(?!data:image/png;base64,)[^""'>\s]", "<img src=\"x.png\">");

    [Fact]
    public static void Texts_beside_the_page_begin_on_it_and_other_files_are_named()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 60).Select(line => $"line {line}"));

        var page = Page(SampleReport.Bare with { Files = [new("scores.csv", [.. Encoding.UTF8.GetBytes(lines)]), new("network.onnx", [1, 2])], Arrays = [new("map", [1], new[] { 1.0 })] });

        Assert.Contains("<summary>scores.csv</summary>", page, StringComparison.Ordinal);
        Assert.Contains("line 40\n... and 20 more lines</pre>", page, StringComparison.Ordinal);
        Assert.Contains("network.onnx, map.npy", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Beside this page", Page(SampleReport.Bare), StringComparison.Ordinal);
    }

    [Fact]
    public static void Names_from_a_file_stay_text()
    {
        var hostile = SampleReport.Bare with
        {
            Command = Attack,
            Repeat = Attack,
            Verdict = Attack,
            Data = new(Attack, Attack, 1, 1, [1], 0),
            Orbits = [new(Attack, 0, 1, 1)],
            Generators = new(Attack, 0, [], []) { Agreement = new(Attack, 0) },
            Algebra = new("ambiguous") { Candidates = [Attack], Reason = Attack, Representation = [new(Attack, Attack, 1)], Ideals = [new(Attack, 1, 1)] },
            Timings = [new(Attack, 1)],
            Claims = [new(Attack, Attack, Attack, Holds: false, Attack)],
            Files = [new("attack.txt", [.. Encoding.UTF8.GetBytes(Attack)])],
            Findings = [new(Attack, Severity.Contradiction, Attack)],
            Figures = [new("figure", Attack, Attack, [new Panel(Attack, Attack, Attack, [new ScatterLayer([0, 1], [0, 1], [0, 1], [Attack, "b"])])])],
        };
        var page = Page(hostile);

        Assert.Single(ScriptStart().Matches(page));
        Assert.Single(ImageStart().Matches(page));
        Assert.Contains("&lt;script&gt;alert(&#39;x&#39;)", page, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_bare_report_makes_a_page_without_empty_sections()
    {
        var page = Page(SampleReport.Bare);

        Assert.DoesNotContain("<figure", page, StringComparison.Ordinal);
        Assert.Single(Heading().Matches(page));
        Assert.Contains(SampleReport.Bare.Repeat, page, StringComparison.Ordinal);
    }

    [Fact]
    public static void Large_generators_are_left_to_the_file_and_said_to_be_there()
    {
        var page = Page(SampleReport.Bare with { Generators = new("lie-pca", 1, [1], [Numerics.Matrix.Identity(40)]) });

        Assert.DoesNotContain("class=\"matrix\"", page, StringComparison.Ordinal);
        Assert.Contains("report.json under generators.matrices", page, StringComparison.Ordinal);
    }

    [Fact]
    public static void Eleven_thousand_points_fit_into_five_megabytes() => Assert.InRange(MexicanHat.Value.Length, 100_000, 5_000_000);

    [Fact]
    public static void Text_stands_out_from_its_ground_in_either_scheme()
    {
        foreach (Match scheme in Scheme().Matches(MexicanHat.Value))
        {
            var colours = Variable().Matches(scheme.Value).ToDictionary(variable => variable.Groups["name"].Value, variable => Luminance(variable.Groups["hex"].Value), StringComparer.Ordinal);
            var faint = from text in (string[])["ink", "quiet", "accent", "alarm", "warn"]
                        from ground in (string[])["paper", "tint"]
                        where (Math.Max(colours[text], colours[ground]) + 0.05) / (Math.Min(colours[text], colours[ground]) + 0.05) < 4.5
                        select $"{text} on {ground}";
            Assert.Empty(faint);
        }

        Assert.Equal(3, Scheme().Count(MexicanHat.Value)); // light, dark, paper
    }

    /// <summary>Relative luminance of a colour as WCAG 2 defines it.</summary>
    private static double Luminance(string hex)
    {
        var parts = Convert.FromHexString(hex).Select(part => part / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@":root \{[^}]*\}", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Scheme();

    [GeneratedRegex("--(?<name>[a-z]+): #(?<hex>[0-9a-f]{6})", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Variable();

    private static string Page(Report report)
    {
        using var stream = new MemoryStream();
        ReportHtml.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [GeneratedRegex("data:image/png;base64,[A-Za-z0-9+/=]+", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Image();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline, Timeout.Infinite)]
    private static partial Regex Style();

    [GeneratedRegex("<script>.*?</script>", RegexOptions.Singleline, Timeout.Infinite)]
    private static partial Regex Script();

    [GeneratedRegex("data-view=\"[^\"]*\"", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Data();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Tag();

    [GeneratedRegex("<script", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex ScriptStart();

    [GeneratedRegex("<img", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex ImageStart();

    [GeneratedRegex("<h2", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Heading();
}
