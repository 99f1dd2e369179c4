using Noether.Reports;

namespace Noether.Reporting;

/// <summary>Configuration matrices on a screen: a table of entries of a list, or a few lines for each matrix.</summary>
internal static class ConfigurationLines
{
    internal static IEnumerable<string> Of(ImmutableArray<ConfigurationReport>? configurations) => configurations switch
    {
        not { Length: > 0 } => [],
        [{ Label: not null }, ..] => [$"{"label",5} {"h11",4} {"h21",4} {"Euler",6}  matrix", .. configurations.Value.Select(Row)],
        _ => configurations.Value.SelectMany(Lines),
    };

    private static string Row(ConfigurationReport one) => $"{one.Label,5} {one.H11,4} {one.H21,4} {one.EulerNumber,6}  {one.Matrix}";

    private static IEnumerable<string> Lines(ConfigurationReport one)
    {
        yield return $"matrix       {one.Matrix}";
        yield return $"canonical    {one.Canonical}";
        yield return $"reduced      {one.Reduced}{(one.Steps is { Length: > 0 } steps ? $"   by {string.Join(", ", steps)}" : "")}";
        yield return $"topology     {Topology(one)}";
    }

    private static string Topology(ConfigurationReport one)
    {
        var euler = one.EulerNumber is { } number ? $", Euler number {number}" : "";
        var chern = one.SecondChernClass is { } values ? $", c2 {string.Join(' ', values)}" : "";
        return $"dimension {one.Dimension}{euler}{chern}";
    }
}
