using MathNet.Numerics.LinearAlgebra.Double;

namespace Noether.Numerics;

/// <summary>Small dense linear systems.</summary>
internal static class LinearSystem
{
    /// <summary>The inverse of a square matrix.</summary>
    /// <exception cref="ArgumentException">The matrix is singular up to rounding.</exception>
    public static Matrix Inverse(Matrix matrix) => InverseOrNull(matrix)
        ?? throw new ArgumentException($"A matrix to invert is regular; this {matrix.Rows} x {matrix.Rows} matrix is singular up to rounding.", nameof(matrix));

    /// <summary>The inverse of a square matrix; null where it is singular up to rounding.</summary>
    public static Matrix? InverseOrNull(Matrix matrix)
    {
        var size = matrix.Rows;
        var inverse = DenseMatrix.Create(size, size, (i, j) => matrix[i, j]).Inverse();
        var result = Matrix.Generate(size, size, (i, j) => inverse[i, j]);
        var norm = result.Norm * matrix.Norm;
        return double.IsFinite(norm) && norm <= 1 / Tolerance.Rounding.Absolute ? result : null;
    }

    /// <summary>The determinant of a square matrix.</summary>
    public static double Determinant(Matrix matrix) => DenseMatrix.Create(matrix.Rows, matrix.Rows, (i, j) => matrix[i, j]).Determinant();
}
