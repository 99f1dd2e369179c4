using Noether.Reporting.Figures;
using Noether.Reporting.Html.Matrices;
using Noether.Reports;

namespace Noether.Reporting.Html;

/// <summary>The page: verdict, doubts, figures, numbers beside controls, details, and how to repeat the run.</summary>
internal static class Page
{
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

    private static readonly ImmutableArray<string> Scripts = ["report.js", "data.js", "views.js", "drawing.js", "panel.js", "pointers.js", "figures.js"];

    internal static Html Of(Report report, ImmutableArray<RenderedFigure> figures) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="Noether {report.Version}">
        <title>{report.Verdict}</title>
        <style>
        {Own("report.css")}</style>
        </head>
        <body>
        <main>
        <header>
        <h1>{report.Verdict}</h1>
        <p class="run">{report.Command} · seed {report.Seed.ToString()} · Noether {report.Version}</p>
        {Data(report.Data)}</header>
        {DoubtSection.Of(report)}{FigureSection.Of(figures)}{EvidenceSection.Of(report)}{AlgebraSection.Of(report.Algebra)}{GeneratorSection.Of(report.Generators)}{OrbitSection.Of(report.Orbits)}{ConfigurationSection.Of(report.Configurations)}{ClaimSection.Of(report.Claims)}{FindingSection.Of(report.Findings)}{FileSection.Of(report)}{RunSection.Of(report)}</main>
        <script>
        {Scripts.Select(Own)}</script>
        </body>
        </html>

        """;

    private static Html? Data(DataReport? data) => data is null ? null : (Html)$"""
        <p class="run">{data.Source}: {Evidence.Summary(data)}<br><span class="hash">SHA-256 {data.Sha256}</span></p>

        """;

    internal static Html Own(string file)
    {
        using var reader = new StreamReader(typeof(Page).Assembly.GetManifestResourceStream(file)!);
        return Html.Trusted(reader.ReadToEnd());
    }
}
