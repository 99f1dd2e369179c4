using Noether.Reports;
using Noether.Runs;

namespace Noether.Reporting.Html;

/// <summary>What speaks against the verdict, right below it: claims that fail and contradictions.</summary>
internal static class DoubtSection
{
    internal static Html? Of(Report report)
    {
        var failed = report.Claims?.Where(claim => !claim.Holds).ToArray() ?? [];
        var contradictions = report.Findings.IsDefaultOrEmpty ? [] : report.Findings.Where(finding => finding.Severity == Severity.Contradiction).ToArray();
        return failed.Length + contradictions.Length == 0 ? null : (Html)$"""
            <section class="doubts" aria-label="What speaks against it">
            <ul>
            {failed.Select(Failed)}{contradictions.Select(Contradiction)}</ul>
            </section>

            """;
    }

    private static Html Failed(Claim claim) => $"""
        <li><strong>Claim fails:</strong> {claim.Name} is {claim.Value.ToString()}, expected {claim.Expected.ToString()}</li>

        """;

    private static Html Contradiction(Finding finding) => $"""
        <li><strong>Contradiction {finding.Id}:</strong> {finding.Message}</li>

        """;
}
