using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting.Tests;

public static class ReportConsoleTests
{
    [Fact]
    public static void The_screen_is_what_was_approved() => Snapshot.Matches("console", ReportConsole.ToText(SampleReport.MexicanHat));

    [Fact]
    public static void The_first_line_is_the_verdict_and_the_last_repeats_the_run()
    {
        var lines = ReportConsole.Lines(SampleReport.Bare);

        Assert.Equal(SampleReport.Bare.Verdict, lines[0]);
        Assert.EndsWith(SampleReport.Bare.Repeat, lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public static void A_claim_that_fails_stands_before_those_that_hold()
    {
        var lines = ReportConsole.Lines(SampleReport.MexicanHat);

        Assert.True(Line(lines, "FAILS") < Line(lines, "holds"));
    }

    [Fact]
    public static void Many_claims_are_shown_in_part_and_all_that_fail_are_among_them()
    {
        var claims = Enumerable.Range(0, 300).Select(i => new Claim($"claim {i}", i, i, Holds: i % 6 != 5)).ToImmutableArray();
        var lines = ReportConsole.Lines(SampleReport.Bare with { Claims = claims });

        Assert.Equal(50, lines.Count(line => line.Contains("FAILS", StringComparison.Ordinal)));
        Assert.True(lines.Length < 60);
        Assert.Contains(lines, line => line.Contains("all 300 claims", StringComparison.Ordinal));
    }

    [Fact]
    public static void What_weighs_most_stands_first_among_the_findings()
    {
        var report = SampleReport.Bare with { Findings = [new("AAA001", Severity.Note, "small"), new("BBB002", Severity.Contradiction, "large")] };
        var lines = ReportConsole.Lines(report);

        Assert.True(Line(lines, "BBB002") < Line(lines, "AAA001"));
    }

    [Fact]
    public static void Names_from_a_file_cannot_command_the_terminal()
    {
        var report = SampleReport.Bare with { Data = new("\u001b[2Jdata\r\n.csv\u009b", "", 1, 1, null, 0) };

        Assert.DoesNotContain(ReportConsole.Lines(report), line => line.Any(char.IsControl));
    }

    [Fact]
    public static void An_accuracy_without_a_control_shows_none()
    {
        var report = SampleReport.Bare with { Classifier = new ClassifierReport([0.5, 0.25], 1, 1, [2, 2, 4]) };
        var text = ReportConsole.ToText(report);

        Assert.Contains("50.0 %, 25.0 %", text, StringComparison.Ordinal);
        Assert.DoesNotContain("shuffled", text, StringComparison.Ordinal);
    }

    private static int Line(ImmutableArray<string> lines, string part) => lines.Select((line, i) => (line, i)).First(pair => pair.line.Contains(part, StringComparison.Ordinal)).i;
}
