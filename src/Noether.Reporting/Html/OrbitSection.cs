using Noether.Reports;

namespace Noether.Reporting.Html;

/// <summary>The orbits, one row per class.</summary>
internal static class OrbitSection
{
    private const int MostShown = 200;

    internal static Html? Of(ImmutableArray<OrbitReport>? orbits)
    {
        if (orbits is not { Length: > 0 } present)
        {
            return null;
        }

        var classes = present.GroupBy(orbit => orbit.Class).ToArray();
        var stable = present.Any(orbit => orbit.Stability is not null);
        return $"""
            <section>
            <h2>Orbits per class</h2>
            <div class="wide"><table>
            <thead><tr><th>class</th><th class="number">orbits</th><th>points on each</th><th class="number">largest jump</th>{(stable ? (Html)$"<th class=\"number\">stability</th>" : null)}</tr></thead>
            <tbody>
            {classes.Take(MostShown).Select(group => Row([.. group], stable))}</tbody>
            </table></div>
            {Rest(classes.Length)}<p class="note">The jump is the largest ratio of consecutive merge heights: large where a class falls apart into orbits.{(stable ? " Stability is the share of re-trained networks that find as many orbits." : "")}</p>
            </section>

            """;
    }

    private static Html Row(OrbitReport[] orbits, bool stable)
    {
        var stability = orbits[0].Stability is { } share ? NumberText.Percent(share) : "";
        return $"""
            <tr><td>{orbits[0].Class}</td><td class="number">{orbits.Length}</td><td>{string.Join(", ", orbits.Select(orbit => NumberText.Count(orbit.Points)))}</td><td class="number">{NumberText.Short(orbits[0].Jump)}</td>{(stable ? (Html)$"<td class=\"number\">{stability}</td>" : null)}</tr>

            """;
    }

    private static Html? Rest(int classes) => classes <= MostShown ? null : (Html)$"""
        <p>{classes - MostShown} more classes stand in {ReportPaths.Json} under orbits.</p>

        """;
}
