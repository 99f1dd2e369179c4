using Noether.Numerics;

namespace Noether.LieAlgebras;

/// <summary>
/// What matrices generate that do not span an algebra: their commutators, the commutators of these, and so on, Eq. (A12).
/// </summary>
/// <param name="Dimensions">Dimension of the span of the matrices, then after each round of commutators, increasing. At least two.</param>
/// <param name="Basis">
/// A basis of the last of them, orthonormal under tr(A B^T). Shape [dimension][n, n].
/// </param>
/// <param name="IsClosed">Whether all commutators lie in the last span; false where the limit on the work ended the search.</param>
public sealed record GeneratedAlgebra(ImmutableArray<int> Dimensions, ImmutableArray<Matrix> Basis, bool IsClosed)
{
    /// <summary>Dimension of the last span: that of the algebra where it is closed.</summary>
    public int Dimension => Dimensions[^1];
}
