using Noether.Numerics;
using Noether.Reports;

namespace Noether.Reporting.Html.Matrices;

/// <summary>The generators as matrices, with their standard errors.</summary>
internal static class GeneratorSection
{
    internal static Html? Of(GeneratorReport? generators) => generators is null ? null : (Html)$"""
        <section>
        <h2>{(generators.AreRejected ? "Rejected candidates for generators" : "Generators")}</h2>
        <p>{Introduction(generators)}</p>
        <div class="matrices">
        {Matrices(generators)}</div>
        {Rest(generators)}{Spectrum(generators)}</section>

        """;

    private static string Introduction(GeneratorReport generators)
    {
        var centre = generators.Centre is { } point && point.Length <= MatrixTable.LargestShown
            ? $" They act on x − c with c = ({string.Join(", ", point.Select(x => NumberText.Fixed(x, MatrixTable.Decimals)))})."
            : "";
        if (generators.Method == "given")
        {
            return $"These matrices were given.{centre}";
        }

        if (generators.AreRejected && generators.Count > 0)
        {
            return $"Put to the test, they did not pass: no symmetry was found (method: {generators.Method}).{centre}";
        }

        return generators.Count == 0
            ? $"The data support no generator (method: {generators.Method})."
            : $"The data support {generators.Count} {(generators.Count == 1 ? "generator" : "generators")} (method: {generators.Method}).{centre}";
    }

    private static IEnumerable<Html> Matrices(GeneratorReport generators) => generators.Matrices
        .Take(MatrixTable.MostShown)
        .Where(matrix => matrix.Columns <= MatrixTable.LargestShown)
        .Select((matrix, index) => MatrixTable.Of(matrix, $"{Name(generators)} {index + 1}", $"{Name(generators)} {index + 1}{Error(generators, index)}", EntryErrors(generators, index)));

    private static string Name(GeneratorReport generators) => generators.AreRejected ? "Candidate" : "Generator";

    private static string Error(GeneratorReport generators, int index) => generators.StandardErrors is { } known && index < known.Length
        ? $", {(EntryErrors(generators, index) is null ? "each entry" : "standard errors beside the entries, on average")} ± {NumberText.Short(known[index])}"
        : "";

    private static Matrix? EntryErrors(GeneratorReport generators, int index) => generators.EntryErrors is { } known && index < known.Length ? known[index] : null;

    private static Html? Rest(GeneratorReport generators) =>
        generators.Matrices.Length <= MatrixTable.MostShown && generators.Matrices.All(matrix => matrix.Columns <= MatrixTable.LargestShown) ? null : (Html)$"""
        <p>All {generators.Matrices.Length} matrices stand in {ReportPaths.Json} under generators.matrices.</p>

        """;

    private static Html? Spectrum(GeneratorReport generators) => generators.Spectrum.IsDefaultOrEmpty ? null : (Html)$"""
        <p>Strength of the candidates: {generators.Spectrum.Take(MatrixTable.MostShown).Select((value, index) => Candidate(value, index, generators.Count))}{(generators.Spectrum.Length > MatrixTable.MostShown ? "…" : "")}</p>

        """;

    private static Html Candidate(double value, int index, int count)
    {
        var number = index < count ? (Html)$"<strong>{NumberText.Short(value)}</strong>" : $"{NumberText.Short(value)}";
        return $"{(index == 0 ? "" : " · ")}{number}";
    }
}
