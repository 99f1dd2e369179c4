using Noether.Numerics;
using Noether.Reports;

namespace Noether.Reporting.Html;

/// <summary>The generators as matrices, with their standard errors.</summary>
internal static class GeneratorSection
{
    private const int MostShown = 12;
    private const int LargestShown = 16;
    private const int Decimals = 4;

    internal static Html? Of(GeneratorReport? generators) => generators is null ? null : (Html)$"""
        <section>
        <h2>Generators</h2>
        <p>{Introduction(generators)}</p>
        <div class="matrices">
        {Matrices(generators)}</div>
        {Rest(generators)}{Spectrum(generators)}</section>

        """;

    private static string Introduction(GeneratorReport generators)
    {
        var centre = generators.Centre is { } point && point.Length <= LargestShown
            ? $" They act on x − c with c = ({string.Join(", ", point.Select(x => NumberText.Fixed(x, Decimals)))})."
            : "";
        return generators.Count == 0
            ? $"The data support no generator (method: {generators.Method})."
            : $"The data support {generators.Count} {(generators.Count == 1 ? "generator" : "generators")} (method: {generators.Method}).{centre}";
    }

    private static IEnumerable<Html> Matrices(GeneratorReport generators) => generators.Matrices
        .Take(MostShown)
        .Where(matrix => matrix.Columns <= LargestShown)
        .Select((matrix, index) => Numbered(matrix, index, generators.StandardErrors is { } errors && index < errors.Length ? errors[index] : null));

    private static Html Numbered(Matrix matrix, int index, double? error) => $"""
        <figure class="generator">
        <table class="matrix" aria-label="Generator {index + 1}"><tbody>
        {Enumerable.Range(0, matrix.Rows).Select(row => Row(matrix, row))}</tbody></table>
        <figcaption>Generator {index + 1}{(error is { } known ? $", each entry ± {NumberText.Short(known)}" : "")}</figcaption>
        </figure>

        """;

    private static Html Row(Matrix matrix, int row) => $"""
        <tr>{matrix.Row(row).ToArray().Select(Cell)}</tr>

        """;

    private static Html Cell(double entry) => $"<td>{NumberText.Fixed(entry, Decimals)}</td>";

    private static Html? Rest(GeneratorReport generators) =>
        generators.Matrices.Length <= MostShown && generators.Matrices.All(matrix => matrix.Columns <= LargestShown) ? null : (Html)$"""
        <p>All {generators.Matrices.Length} matrices stand in {ReportPaths.Json} under generators.matrices.</p>

        """;

    private static Html? Spectrum(GeneratorReport generators) => generators.Spectrum.IsDefaultOrEmpty ? null : (Html)$"""
        <p>Strength of the candidates: {generators.Spectrum.Take(MostShown).Select((value, index) => Candidate(value, index, generators.Count))}{(generators.Spectrum.Length > MostShown ? "…" : "")}</p>

        """;

    private static Html Candidate(double value, int index, int count)
    {
        var number = index < count ? (Html)$"<strong>{NumberText.Short(value)}</strong>" : $"{NumberText.Short(value)}";
        return $"{(index == 0 ? "" : " · ")}{number}";
    }
}
