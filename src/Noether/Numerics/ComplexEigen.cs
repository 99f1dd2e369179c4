using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Complex;

namespace Noether.Numerics;

/// <summary>Eigenvalues and eigenvectors of matrices that need not be symmetric.</summary>
internal static class ComplexEigen
{
    /// <summary>The eigenvalues, in no order, and an eigenvector of norm 1 for each, as columns. Degenerate only where the matrix is not diagonalisable.</summary>
    public static (Complex[] Values, Matrix<Complex> Vectors) Of(Matrix<Complex> matrix)
    {
        var decomposition = matrix.Evd();
        var vectors = decomposition.EigenVectors;
        for (var k = 0; k < vectors.ColumnCount; k++)
        {
            vectors.SetColumn(k, vectors.Column(k).Divide(vectors.Column(k).L2Norm()));
        }

        return (decomposition.EigenValues.ToArray(), vectors);
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
}
