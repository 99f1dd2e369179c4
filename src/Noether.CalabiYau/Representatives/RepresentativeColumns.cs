using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Representatives;

/// <summary>Representatives as columns of a table.</summary>
/// <param name="Labels">The entry's label. Shape [n].</param>
/// <param name="H11">The Hodge number h11, 0 for a placeholder. Shape [n].</param>
/// <param name="H21">The Hodge number h21. Shape [n].</param>
/// <param name="Matrices">The matrix as text, rows between slashes, such as "3 0 1/0 3 1". Shape [n].</param>
public sealed record RepresentativeColumns(int[] Labels, int[] H11, int[] H21, string[] Matrices)
{
    /// <summary>The columns of some representatives, in their order.</summary>
    public static RepresentativeColumns Of(IReadOnlyList<Representative> representatives) => new(
        [.. representatives.Select(one => one.Record.Label)],
        [.. representatives.Select(one => one.Record.Topology.H11)],
        [.. representatives.Select(one => one.Record.Topology.H21)],
        [.. representatives.Select(one => ConfigurationText.WriteRows(one.Matrix))]);
}
