using Noether.LieAlgebras;
using Noether.Numerics;

namespace Noether.Reports;

/// <summary>What matrices generate that do not span an algebra.</summary>
/// <param name="Dimensions">Dimension of their span, then after each round of commutators.</param>
/// <param name="Closed">Whether the last span holds all commutators.</param>
/// <param name="Matrices">A basis of the last span, orthonormal under tr(A B^T). Shape [dimension][n, n].</param>
public sealed record GeneratedReport(ImmutableArray<int> Dimensions, bool Closed, ImmutableArray<Matrix> Matrices)
{
    /// <summary>The report's view; null where the matrices span an algebra, or their commutators were not asked for.</summary>
    internal static GeneratedReport? Of(GeneratedAlgebra? generated) =>
        generated is null ? null : new(generated.Dimensions, generated.IsClosed, generated.Basis);
}
