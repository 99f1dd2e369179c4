using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Lists;

/// <summary>One entry of the list of complete-intersection Calabi-Yau threefolds.</summary>
/// <param name="Label">The entry's number, 1 or more (key Num).</param>
/// <param name="Matrix">The configuration.</param>
/// <param name="Topology">The topological numbers that the list states.</param>
/// <param name="Redundant">The labels that the list calls the same manifold (key Redun without its zeros), as they stand in the list.</param>
/// <param name="Line">The line of the file on which the entry starts, counted from 1; 0 where it comes from no file.</param>
public sealed record CicyRecord(int Label, ConfigurationMatrix Matrix, StatedTopology Topology, ImmutableArray<int> Redundant, int Line)
{
    /// <summary>
    /// Whether the Hodge numbers are placeholders: products such as torus x K3 carry h11 = h21 = 0 in the list, which no Calabi-Yau threefold has (h11 is at least 1).
    /// </summary>
    public bool HasPlaceholderHodgeNumbers => Topology.H11 == 0;

    /// <summary>Whether the second cohomology is spanned by the hyperplane classes of the rows: h11 equals the number of rows.</summary>
    public bool IsFavourable => Topology.H11 == Matrix.Rows;
}
