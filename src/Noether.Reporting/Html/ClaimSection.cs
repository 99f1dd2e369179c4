using Noether.Reports;

namespace Noether.Reporting.Html;

/// <summary>What the experiment set out to show, what fails first.</summary>
internal static class ClaimSection
{
    internal static Html? Of(ImmutableArray<Claim>? claims) => claims is not { Length: > 0 } present ? null : (Html)$"""
        <section>
        <h2>Claims: {present.Count(claim => claim.Holds)} of {present.Length} hold</h2>
        <div class="wide"><table>
        <thead><tr><th>claim</th><th class="number">measured</th><th class="number">expected</th><th class="number">control</th><th>verdict</th></tr></thead>
        <tbody>
        {present.OrderBy(claim => claim.Holds).Select(Row)}</tbody>
        </table></div>
        </section>

        """;

    private static Html Row(Claim claim) => $"""
        <tr><td>{claim.Name}</td><td class="number">{claim.Value.ToString()}</td><td class="number">{claim.Expected.ToString()}</td><td class="number">{claim.Control?.ToString()}</td>{Verdict(claim.Holds)}</tr>

        """;

    private static Html Verdict(bool holds) => holds ? (Html)$"<td class=\"holds\">✓ holds</td>" : $"<td class=\"fails\">✗ fails</td>";
}
