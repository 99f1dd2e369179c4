using Noether.Numerics;

namespace Noether.LieAlgebras.Catalogue;

/// <summary>An algebra with generators in one representation.</summary>
/// <param name="Name">The name of the algebra; the identification may print another of its names.</param>
/// <param name="Representation">What acts, such as "vector" or "adjoint".</param>
/// <param name="Generators">A basis. Shape [dimension][n, n].</param>
internal sealed record CataloguedAlgebra(string Name, string Representation, ImmutableArray<Matrix> Generators)
{
    /// <summary>
    /// The irreducible parts with multiplicity, dimension or charges, and type, such as "2 x 3 real; 1 x 1 complex", in the order of the identification; empty where it gives none, null where
    /// only their dimensions are known, which fill the coordinates.
    /// </summary>
    public string? Irreps { get; init; }

    /// <summary>The dimension of the algebra.</summary>
    public int Dimension => Generators.Length;

    /// <summary>The number of coordinates.</summary>
    public int Size => Generators[0].Rows;

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Representation})";
}
