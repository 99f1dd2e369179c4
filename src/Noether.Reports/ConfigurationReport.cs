namespace Noether.Reports;

/// <summary>A configuration matrix and what is known about it. Absent parts are null and do not appear in the file.</summary>
/// <param name="Matrix">The projective spaces with their degrees, such as P3[3 0 1] / P3[0 3 1].</param>
/// <param name="Dimension">The complex dimension of the manifold.</param>
public sealed record ConfigurationReport(string Matrix, int Dimension)
{
    /// <summary>Its label in a list.</summary>
    public int? Label { get; init; }

    /// <summary>The Hodge number h11 that the list states.</summary>
    public int? H11 { get; init; }

    /// <summary>The Hodge number h21 that the list states.</summary>
    public int? H21 { get; init; }

    /// <summary>The Euler number; null where it needs more than 64 bits.</summary>
    public long? EulerNumber { get; init; }

    /// <summary>c_2 . J_r for every row of a threefold. Shape [rows].</summary>
    public ImmutableArray<long>? SecondChernClass { get; init; }

    /// <summary>The canonical form: equal for matrices that differ by the order of rows and columns alone.</summary>
    public string? Canonical { get; init; }

    /// <summary>The canonical form of what is left when no identity shrinks it further.</summary>
    public string? Reduced { get; init; }

    /// <summary>The identities that lead there, in order.</summary>
    public ImmutableArray<string>? Steps { get; init; }
}
