using Noether.Numerics;
using Noether.Reports;

namespace Noether.Reporting.Export;

/// <summary>
/// What a report has for other tools: generators, the point about which they act, and the form that they leave invariant.
/// </summary>
/// <param name="Title">What it is, in one line: the algebra and where it comes from.</param>
/// <param name="Algebra">Its name; null without one.</param>
/// <param name="Columns">The names of the coordinates. Shape [d].</param>
/// <param name="Centre">The fixed point. Shape [d].</param>
/// <param name="Generators">Acting on x - centre; with translations on (x - centre, 1). Shape [count][d, d] or [count][d + 1, d +
/// 1].</param>
internal sealed record ExportedSymmetry(
    string Title, string? Algebra, ImmutableArray<string> Columns, ImmutableArray<double> Centre, ImmutableArray<Matrix> Generators)
{
    /// <summary>M of the invariant (x - centre)^T M (x - centre); null where none is known. Shape [d, d].</summary>
    public Matrix? Metric { get; private init; }

    /// <summary>The number of coordinates, d.</summary>
    public int Dimension => Centre.Length;

    /// <summary>Whether the generators have translations, [A b; 0 0].</summary>
    public bool HasTranslations => Generators[0].Rows > Dimension;

    /// <summary>The symmetry of a report.</summary>
    /// <exception cref="FormatException">The report has no generators, or those that it has did not pass the test.</exception>
    public static ExportedSymmetry Of(Report report)
    {
        if (report.Generators is not { Matrices.IsEmpty: false } generators)
        {
            throw new FormatException(
                $"The report of \"noether {report.Command}\" has no generators to export. Its verdict: {report.Verdict}");
        }

        if (generators is { AreRejected: true, Evidence: not "approximate" })
        {
            throw new FormatException(
                "The generators of the report did not pass the test, so that moving samples along them would change what they are. "
                    + $"Its verdict: {report.Verdict}");
        }

        var matrices = report.Algebra?.Generated?.Matrices ?? generators.Matrices;
        var dimension = generators.Centre?.Length ?? report.Data?.Columns?.Length ?? matrices[0].Rows;
        var count = matrices.Length == 1 ? "1 generator" : $"{matrices.Length} generators";
        return new(
            $"{report.Algebra?.Name ?? "symmetry"} ({count}), from {report.Data?.Source ?? "a report"} by noether {report.Command}",
            report.Algebra?.Name,
            report.Data?.Columns is { } names && names.Length == dimension
                ? names
                : [.. Enumerable.Range(0, dimension).Select(k => $"x{k}")],
            generators.Centre ?? [.. new double[dimension]],
            matrices)
        {
            Metric = report.Symmetry?.Metric is { } metric && metric.Rows == dimension ? metric : null,
        };
    }
}
