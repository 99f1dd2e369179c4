using Noether.LieAlgebras;
using Noether.Numerics;

namespace Noether.Reports;

/// <summary>Generators in a form that is easy to read, N_a = sum_b W_ab S A_b S^-1, with the changes that lead to them.</summary>
/// <param name="Kind">What they are, such as "rotations of coordinate planes".</param>
/// <param name="Matrices">The generators N_a. Shape [dimension][n, n].</param>
/// <param name="Coordinates">S, the change of coordinates x -> S x. Shape [n, n].</param>
/// <param name="Mixing">W, the change of basis from the generators of the report. Shape [dimension, count].</param>
public sealed record BasisReport(string Kind, ImmutableArray<Matrix> Matrices, Matrix Coordinates, Matrix Mixing)
{
    /// <summary>The report's view of a basis; null without one.</summary>
    internal static BasisReport? Of(NiceBasis? basis) => basis is null ? null : new(basis.Kind, basis.Matrices, basis.Coordinates, basis.Mixing);
}
