using MathNet.Numerics.LinearAlgebra.Double;

namespace Noether.Numerics;

/// <summary>Small dense linear systems.</summary>
internal static class LinearSystem
{
    /// <summary>The inverse of a square matrix.</summary>
    /// <exception cref="ArgumentException">The matrix is singular up to rounding.</exception>
    public static Matrix Inverse(Matrix matrix)
    {
        var size = matrix.Rows;
        var inverse = DenseMatrix.Create(size, size, (i, j) => matrix[i, j]).Inverse();
        var result = Matrix.Generate(size, size, (i, j) => inverse[i, j]);
        var norm = result.Norm * matrix.Norm;
        if (!double.IsFinite(norm) || norm > 1 / Tolerance.Rounding.Absolute)
        {
            throw new ArgumentException($"A matrix to invert is regular; this {size} x {size} matrix is singular up to rounding.", nameof(matrix));
        }

        return result;
    }
}
