using Noether.Reporting.Html;

namespace Noether.Reporting.Validation;

/// <summary>Results of experiments as one page that lies beside their folders and shows their figures.</summary>
public static class ValidationHtml
{
    // Figures are files of the folders beside the page; nothing comes from elsewhere.
    private const string Policy = "default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'";

    private static readonly Html.Html Own = Html.Html.Trusted("\nsection > h1 { margin-top: 3.5rem; }\n");

    /// <summary>The page.</summary>
    public static string ToText(IReadOnlyList<ExperimentResult> results) => ((Html.Html)$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{ValidationText.Headline(results)}</title>
        <style>
        {Page.Own("report.css")}{Own}</style>
        </head>
        <body>
        <main>
        <header>
        <h1>{ValidationText.Headline(results)}</h1>
        <p class="run">The experiments of arXiv:2003.13679, each claim beside what came out and beside its control.</p>
        </header>
        <div class="wide"><table>
        <thead><tr><th>experiment</th><th>what came out</th><th class="number">claims that hold</th><th class="number">seconds</th></tr></thead>
        <tbody>
        {results.Select(Row)}</tbody>
        </table></div>
        {results.Select(Section)}</main>
        </body>
        </html>

        """).ToString();

    private static Html.Html Row(ExperimentResult result) => $"""
        <tr><td><a href="#{result.Name}">{result.Name}</a></td><td>{Answer(result)}</td><td class="number">{ValidationText.Outcome(result)}</td><td class="number">{NumberText.Seconds(result.Seconds)}</td></tr>

        """;

    private static Html.Html Section(ExperimentResult result) => $"""
        <section id="{result.Name}">
        <h1>{result.Name}</h1>
        <p>{result.Shows} <strong>{Answer(result)}</strong></p>
        <p class="run">{result.Date.ToString("yyyy-MM-dd")} · Noether {result.Version} · {result.Machine}{Report(result)}</p>
        <div class="repeat"><pre><code>{result.Command}</code></pre></div>
        {result.Figures.Select(figure => Figure(result, figure))}{ClaimSection.Of(result.Claims)}{FindingSection.Of(result.Findings)}</section>

        """;

    private static Html.Html? Report(ExperimentResult result) => result.State == ExperimentState.Finished ? (Html.Html)$""" · <a href="{result.Name}/{ReportPaths.Html}">the whole report</a>""" : null;

    private static Html.Html Figure(ExperimentResult result, string figure) => $"""
        <figure><div class="sheet"><img loading="lazy" alt="{result.Name}: {Path.GetFileNameWithoutExtension(figure)}" src="{result.Name}/{figure}"></div></figure>

        """;

    private static string Answer(ExperimentResult result) => result.State == ExperimentState.Finished ? result.Verdict : $"{ValidationText.Outcome(result)}: {result.Reason}";
}
