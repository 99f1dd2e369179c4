using Noether.Numerics;

namespace Noether.Tests.LieAlgebras;

/// <summary>Answers by dense systems of equations.</summary>
internal static class BruteForce
{
    /// <summary>The dimension of the space of matrices S with S A = A S for all A: a system with one unknown per entry.</summary>
    public static int Commuting(ImmutableArray<Matrix> matrices)
    {
        var n = matrices[0].Rows;
        var squares = Matrix.Zero(n * n, n * n);
        foreach (var matrix in matrices)
        {
            var map = Matrix.Generate(n * n, n * n, (row, column) => Entry(matrix, (row / n, row % n), (column / n, column % n)));
            squares += map.Transposed * map;
        }

        return SymmetricEigen.Of(squares).Values.Count(value => value < Tolerance.Rounding.Relative);
    }

    /// <summary>The coefficient of S_kl in (S A - A S)_ij.</summary>
    private static double Entry(Matrix matrix, (int I, int J) at, (int K, int L) of) => (at.I == of.K ? matrix[of.L, at.J] : 0) - (at.J == of.L ? matrix[at.I, of.K] : 0);
}
