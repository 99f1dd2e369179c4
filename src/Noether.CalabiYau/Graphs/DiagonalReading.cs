namespace Noether.CalabiYau.Graphs;

/// <summary>What stands on the diagonal of the adjacency matrix. Eq. (C13).</summary>
public enum DiagonalReading
{
    /// <summary>The node's degree. Keeps apart what zeros confuse: on the published list no two matrices share an input.</summary>
    Degree,

    /// <summary>Zero, as for a plain graph; about a ninth of a large set of representatives then shares its input with matrices of other Hodge numbers.</summary>
    Zero,
}
