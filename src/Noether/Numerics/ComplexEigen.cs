using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Complex;

namespace Noether.Numerics;

/// <summary>Eigenvalues and eigenvectors of matrices that need not be symmetric.</summary>
internal static class ComplexEigen
{
    /// <summary>The eigenvalues, in no order, and an eigenvector of norm 1 for each, as columns; these are dependent only where the matrix is not diagonalisable.</summary>
    public static (Complex[] Values, Matrix<Complex> Vectors) Of(Matrix<Complex> matrix)
    {
        var n = matrix.RowCount;
        var schur = ComplexSchur.Of(matrix.ToArray());
        var values = Enumerable.Range(0, n).Select(k => schur.Triangle[k, k]).ToArray();
        var least = Math.Max(Tolerance.Rounding.Absolute * Tolerance.Rounding.Relative, values.Max(Complex.Abs) * Smallest);
        var vectors = DenseMatrix.OfArray(schur.Unitary) * DenseMatrix.OfColumnArrays(Enumerable.Range(0, n).Select(k => Substituted(schur.Triangle, k, least)));
        return (values, DenseMatrix.OfColumnVectors(vectors.EnumerateColumns().Select(column => column.Divide(column.L2Norm()))));
    }

    /// <summary>The same for a real matrix.</summary>
    public static (Complex[] Values, Matrix<Complex> Vectors) Of(Matrix matrix) =>
        Of(DenseMatrix.Create(matrix.Rows, matrix.Columns, (i, j) => matrix[i, j]));

    /// <summary>The sum of complex multiples of real matrices.</summary>
    public static Matrix<Complex> Combined(ImmutableArray<Matrix> matrices, Complex[] factors)
    {
        var (rows, columns) = (matrices[0].Rows, matrices[0].Columns);
        var (real, imaginary) = (Numerics.Matrix.Zero(rows, columns), Numerics.Matrix.Zero(rows, columns));
        for (var a = 0; a < matrices.Length; a++)
        {
            real += factors[a].Real * matrices[a];
            imaginary += factors[a].Imaginary * matrices[a];
        }

        return DenseMatrix.Create(rows, columns, (i, j) => new Complex(real[i, j], imaginary[i, j]));
    }

    /// <summary>Differences of equal eigenvalues count as this share of the largest: rounding of the Schur form and a little more, so that their vectors stay apart.</summary>
    private const double Smallest = 1e-13;

    /// <summary>The eigenvector number k of an upper triangular matrix, by back substitution. Shape [n].</summary>
    private static Complex[] Substituted(Complex[,] triangle, int k, double least)
    {
        var vector = new Complex[triangle.GetLength(0)];
        vector[k] = 1;
        for (var i = k - 1; i >= 0; i--)
        {
            var sum = Complex.Zero;
            for (var j = i + 1; j <= k; j++)
            {
                sum += triangle[i, j] * vector[j];
            }

            var difference = triangle[k, k] - triangle[i, i];
            vector[i] = sum / (Complex.Abs(difference) < least ? least : difference);
        }

        return vector;
    }
}
