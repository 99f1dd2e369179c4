using Noether.Numerics;

namespace Noether.LieAlgebras.Catalogue;

/// <summary>An algebra with generators in one representation.</summary>
/// <param name="Name">The name of the algebra; the identification may print another of its names.</param>
/// <param name="Representation">What acts, such as "vector" or "adjoint".</param>
/// <param name="Generators">A basis. Shape [dimension][n, n].</param>
internal sealed record CataloguedAlgebra(string Name, string Representation, ImmutableArray<Matrix> Generators)
{
    /// <summary>The dimension of the algebra.</summary>
    public int Dimension => Generators.Length;

    /// <summary>The number of coordinates.</summary>
    public int Size => Generators[0].Rows;

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Representation})";
}
