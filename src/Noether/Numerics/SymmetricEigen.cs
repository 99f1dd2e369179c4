using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Noether.Numerics;

/// <summary>The eigenvalues of a real symmetric matrix and an orthonormal basis of eigenvectors.</summary>
internal sealed class SymmetricEigen
{
    private SymmetricEigen(double[] values, Matrix vectors)
    {
        Values = [.. values];
        Vectors = vectors;
    }

    /// <summary>The eigenvalues in increasing order. Shape [d].</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>The eigenvectors as rows, in the order of <see cref="Values"/>; each has norm 1, and its largest entry by size is positive. Shape [d, d].</summary>
    public Matrix Vectors { get; }

    /// <summary>Decomposes a symmetric matrix; only its symmetric part counts. Cost O(d^3).</summary>
    /// <exception cref="ArgumentException">The matrix is not square or holds a number that is not finite.</exception>
    public static SymmetricEigen Of(Matrix matrix)
    {
        if (matrix.Rows != matrix.Columns)
        {
            throw new ArgumentException($"A symmetric matrix is square; this one is {matrix.Rows} x {matrix.Columns}.", nameof(matrix));
        }

        foreach (var entry in matrix.Entries)
        {
            if (!double.IsFinite(entry))
            {
                throw new ArgumentException($"A matrix to decompose has finite entries; one is {entry}.", nameof(matrix));
            }
        }

        var d = matrix.Rows;
        var decomposition = DenseMatrix.Create(d, d, (i, j) => 0.5 * (matrix[i, j] + matrix[j, i])).Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric);
        var values = decomposition.EigenValues.Select(value => value.Real).ToArray();
        var order = Enumerable.Range(0, d).OrderBy(k => values[k]).ThenBy(k => k).ToArray();
        return new([.. order.Select(k => values[k])], Matrix.FromRows([.. order.Select(k => Oriented(decomposition.EigenVectors.Column(k).ToArray()))]));
    }

    /// <summary>The sign of the largest entry by size, of the first among nearly equal ones; 1 for a vector of zeros.</summary>
    internal static double SignOfLargest(ReadOnlySpan<double> vector)
    {
        var largest = 0.0;
        foreach (var entry in vector)
        {
            if (Math.Abs(entry) > Math.Abs(largest) * (1 + Tolerance.Rounding.Relative))
            {
                largest = entry;
            }
        }

        return largest < 0 ? -1 : 1;
    }

    private static double[] Oriented(double[] vector)
    {
        TensorPrimitives.Multiply(vector, SignOfLargest(vector), vector);
        return vector;
    }
}
