using Noether.Reporting.Export;
using Noether.Reports;

namespace Noether.Reporting;

/// <summary>The generators of a report as text for other tools, with functions that move samples along the symmetry.</summary>
public static class ReportExport
{
    private static readonly ImmutableArray<(string Name, Func<ExportedSymmetry, string> Write)> Languages =
    [
        ("numpy", NumpyExport.Write),
        ("julia", JuliaExport.Write),
        ("mathematica", MathematicaExport.Write),
        ("csharp", CSharpExport.Write),
        ("latex", LatexExport.Write),
        ("json", JsonExport.Write),
    ];

    /// <summary>The names of the languages: numpy, julia, mathematica, csharp, latex, json.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Languages.Select(language => language.Name)];

    /// <summary>The text in one of the languages, with line feeds. Numbers read back to the same bits; LaTeX has four digits.</summary>
    /// <param name="report">A report with generators: what the matrices of <c>identify</c> generate, where they span no algebra.</param>
    /// <param name="language">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    /// <exception cref="FormatException">The report has no generators, or those that it has did not pass the test.</exception>
    public static string ToText(Report report, string language)
    {
        var (_, write) = Languages.FirstOrDefault(known => known.Name == language);
        return write is null
            ? throw new ArgumentException($"The languages are {string.Join(", ", Names)}; got \"{language}\".", nameof(language))
            : write(ExportedSymmetry.Of(report)).ReplaceLineEndings("\n");
    }
}
