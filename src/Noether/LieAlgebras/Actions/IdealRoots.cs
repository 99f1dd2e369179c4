using Noether.LieAlgebras.Roots;
using Noether.Numerics;

namespace Noether.LieAlgebras.Actions;

/// <summary>A simple ideal: its matrices, and its roots in coordinates with respect to them.</summary>
/// <param name="Basis">Linearly independent matrices that span the ideal. Shape [d][n, n].</param>
/// <param name="Roots">The root system of the ideal in this basis.</param>
/// <param name="NegativeDirections">How many eigenvalues of the Killing form are negative: the dimension of a maximal compact subalgebra.</param>
internal sealed record IdealRoots(ImmutableArray<Matrix> Basis, RootSystem Roots, int NegativeDirections)
{
    /// <summary>The dimension.</summary>
    public int Dimension => Basis.Length;

    /// <summary>Whether the algebra is compact.</summary>
    public bool IsCompact => NegativeDirections == Dimension;

    /// <summary>Whether the algebra is a complex one regarded as real.</summary>
    public bool IsComplex => Roots.Types.Length == 2;

    /// <summary>The type of the complexification, or of the complex algebra.</summary>
    public CartanType Type => Roots.Types[0];
}
