using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting.Html;

/// <summary>Where the time went, and the command that repeats the run.</summary>
internal static class RunSection
{
    internal static Html Of(Report report) => $"""
        <section>
        <h2>Run</h2>
        <p>{NumberText.Seconds(report.Seconds)} s on {report.Threads} {(report.Threads == 1 ? "thread" : "threads")}{Timings(report.Timings)}</p>
        <p>Repeat it with:</p>
        <div class="repeat"><pre><code id="repeat">{report.Repeat}</code></pre><button type="button" id="copy" hidden>Copy</button></div>
        </section>

        """;

    private static string Timings(ImmutableArray<StageTime> timings) => timings.IsDefaultOrEmpty
        ? "."
        : $": {string.Join(" · ", timings.Select(time => $"{time.Stage} {NumberText.Seconds(time.Seconds)}"))}.";
}
