namespace Noether.CalabiYau.Graphs;

/// <summary>What counts as the type of a node; the paper says "next neighbours" and leaves the details open. Eq. (C14).</summary>
public enum NodeTypeReading
{
    /// <summary>The node's own degree, the other degrees in its row and the other degrees in its column. The reading used unless another is asked for.</summary>
    NeighbourDegrees,

    /// <summary>The other degrees in its row and in its column, not its own.</summary>
    NeighbourDegreesOnly,

    /// <summary>Its own degree, and the number and the sum of the others in its row and in its column.</summary>
    NumbersAndSums,

    /// <summary>Its own degree, and the number of others in its row and in its column.</summary>
    Numbers,

    /// <summary>Its own degree, and the sum of the others in its row and in its column.</summary>
    Sums,

    /// <summary>Its own degree, and the degrees of all neighbours together, no matter whether in its row or column.</summary>
    MergedNeighbours,

    /// <summary>The number of others in its row and in its column, not its own degree.</summary>
    NumbersOnly,
}
