using Noether.Reports;

namespace Noether.Reporting;

/// <summary>Where the files of a report lie, relative to its folder.</summary>
public static class ReportPaths
{
    /// <summary>The report as JSON.</summary>
    public const string Json = "report.json";

    /// <summary>The report as a page.</summary>
    public const string Html = "report.html";

    /// <summary>A figure as pixels.</summary>
    public static string Png(Figure figure) => $"figures/{figure.Name}.png";

    /// <summary>A figure as a drawing.</summary>
    public static string Svg(Figure figure) => $"figures/{figure.Name}.svg";

    /// <summary>An array.</summary>
    public static string Array(NamedArray array) => $"{array.Name}.npy";
}
