using Noether.Runs;

namespace Noether.Reporting.Html;

/// <summary>What a careful reader should know, what weighs most first.</summary>
internal static class FindingSection
{
    internal static Html? Of(ImmutableArray<Finding> findings) => findings.IsDefaultOrEmpty ? null : (Html)$"""
        <section>
        <h2>What a careful reader should know</h2>
        <ul class="findings">
        {findings.OrderByDescending(finding => finding.Severity).Select(Item)}</ul>
        </section>

        """;

    private static Html Item(Finding finding) => $"""
        <li class="{SeverityName.Of(finding.Severity)}"><span class="severity">{SeverityName.Of(finding.Severity)}</span> <span class="id">{finding.Id}</span> {finding.Message}</li>

        """;
}
