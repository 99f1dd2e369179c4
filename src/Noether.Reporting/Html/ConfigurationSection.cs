using Noether.Reports;

namespace Noether.Reporting.Html;

/// <summary>Configuration matrices, one row each.</summary>
internal static class ConfigurationSection
{
    private const int MostShown = 500;

    internal static Html? Of(ImmutableArray<ConfigurationReport>? configurations) => configurations is not { Length: > 0 } present ? null : (Html)$"""
        <section>
        <h2>Configuration matrices</h2>
        <div class="wide"><table>
        <thead><tr><th class="number">label</th><th>matrix</th><th class="number">h11</th><th class="number">h21</th><th class="number">Euler</th><th>c2</th><th>reduced</th></tr></thead>
        <tbody>
        {present.Take(MostShown).Select(Row)}</tbody>
        </table></div>
        {Rest(present.Length)}</section>

        """;

    private static Html Row(ConfigurationReport one) => $"""
        <tr><td class="number">{one.Label?.ToString()}</td><td>{one.Matrix}</td><td class="number">{one.H11?.ToString()}</td><td class="number">{one.H21?.ToString()}</td><td class="number">{one.EulerNumber?.ToString()}</td><td>{(one.SecondChernClass is { } chern ? string.Join(' ', chern) : "")}</td><td>{one.Reduced}</td></tr>

        """;

    private static Html? Rest(int count) => count <= MostShown ? null : (Html)$"""
        <p>{count - MostShown} more matrices stand in {ReportPaths.Json} under configurations.</p>

        """;
}
