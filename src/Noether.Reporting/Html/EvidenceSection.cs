using Noether.Reports;

namespace Noether.Reporting.Html;

/// <summary>Each number beside its control.</summary>
internal static class EvidenceSection
{
    internal static Html? Of(Report report)
    {
        var rows = Evidence.Of(report);
        return rows.IsEmpty ? null : (Html)$"""
            <section>
            <h2>Numbers beside their controls</h2>
            <div class="wide"><table>
            <thead><tr><th>stage</th><th>measured</th><th class="number">value</th><th class="number">control</th><th>which control</th></tr></thead>
            <tbody>
            {rows.Select(Row)}</tbody>
            </table></div>
            </section>

            """;
    }

    private static Html Row(EvidenceRow row) => $"""
        <tr><td>{row.Subject}</td><td>{row.Name}</td><td class="number">{row.Value}</td><td class="number">{row.Control}</td><td>{row.ControlName}</td></tr>

        """;
}
