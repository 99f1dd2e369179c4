using Noether.Numerics;
using Noether.Runs;

namespace Noether.Experiments.Pieces;

/// <summary>Matrices with what a report says about where they come from.</summary>
/// <param name="Name">The file as given.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal.</param>
/// <param name="Matrices">Square matrices of one size. Shape [count][n, n].</param>
/// <param name="StandardErrors">Standard errors of their entries: one per matrix, one for all, or none for exact matrices.</param>
internal sealed record MatrixSource(string Name, string Sha256, ImmutableArray<Matrix> Matrices, ImmutableArray<double> StandardErrors)
{
    /// <summary>What was assumed when they were read.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
