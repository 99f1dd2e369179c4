using Noether.Numerics;

namespace Noether.LieAlgebras;

/// <summary>Generators that are easy to read: those of a textbook in other coordinates where these are known, sparse ones otherwise.</summary>
/// <param name="Matrices">The generators, N_a = sum_b W_ab S A_b S^-1, up to the noise of the A_b. Shape [dimension][n, n].</param>
/// <param name="Coordinates">S, the change of coordinates x -> S x. Shape [n, n].</param>
/// <param name="Mixing">W, the change of basis from the generators that were given. Shape [dimension, count].</param>
/// <param name="Kind">What they are, such as "rotations of coordinate planes", "irreps of su(2)" or "sparse".</param>
public sealed record NiceBasis(ImmutableArray<Matrix> Matrices, Matrix Coordinates, Matrix Mixing, string Kind);
