namespace Noether.Numerics;

/// <summary>Eigenvalues and eigenvectors of many small symmetric matrices, without allocation (cyclic Jacobi rotations).</summary>
/// <remarks>For thousands of local covariances; a single matrix is decomposed by <see cref="SymmetricEigen"/>.</remarks>
internal static class JacobiEigen
{
    // Convergence is quadratic: six to eight sweeps reach rounding for tens of rows; the bound only ends the loop on broken input.
    private const int LargestSweeps = 60;

    /// <summary>Decomposes in place. Cost about 10 d^3.</summary>
    /// <param name="matrix">The matrix, destroyed; its diagonal becomes the eigenvalues. Shape [d * d].</param>
    /// <param name="values">Filled with the eigenvalues, decreasing. Shape [d].</param>
    /// <param name="vectors">Filled with the eigenvectors as rows, in that order. Shape [d * d].</param>
    public static void Decompose(Span<double> matrix, Span<double> values, Span<double> vectors)
    {
        var d = values.Length;
        vectors.Clear();
        for (var i = 0; i < d; i++)
        {
            vectors[(i * d) + i] = 1;
        }

        for (var sweep = 0; sweep < LargestSweeps && OffDiagonal(matrix, d) > 0; sweep++)
        {
            for (var p = 0; p < d - 1; p++)
            {
                for (var q = p + 1; q < d; q++)
                {
                    Rotate(matrix, vectors, d, p, q);
                }
            }
        }

        for (var i = 0; i < d; i++)
        {
            values[i] = matrix[(i * d) + i];
        }

        Sort(values, vectors, d);
    }

    /// <summary>The sum of squares off the diagonal; 0 once it is below the rounding of the diagonal.</summary>
    private static double OffDiagonal(ReadOnlySpan<double> matrix, int d)
    {
        var (off, all) = (0.0, 0.0);
        for (var i = 0; i < d; i++)
        {
            for (var j = 0; j < d; j++)
            {
                var square = matrix[(i * d) + j] * matrix[(i * d) + j];
                all += square;
                off += i == j ? 0 : square;
            }
        }

        var rounding = Tolerance.Rounding.Absolute * Tolerance.Rounding.Absolute;
        return off > rounding * all ? off : 0;
    }

    private static void Rotate(Span<double> matrix, Span<double> vectors, int d, int p, int q)
    {
        var off = matrix[(p * d) + q];
        if (off == 0)
        {
            return;
        }

        var ratio = (matrix[(q * d) + q] - matrix[(p * d) + p]) / (2 * off);
        var tangent = Math.CopySign(1, ratio) / (Math.Abs(ratio) + Math.Sqrt((ratio * ratio) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var i = 0; i < d; i++) // columns
        {
            var (a, b) = (matrix[(i * d) + p], matrix[(i * d) + q]);
            matrix[(i * d) + p] = (cosine * a) - (sine * b);
            matrix[(i * d) + q] = (sine * a) + (cosine * b);
        }

        RotateRows(matrix, d, p, q, cosine, sine);
        RotateRows(vectors, d, p, q, cosine, sine);
    }

    private static void RotateRows(Span<double> matrix, int d, int p, int q, double cosine, double sine)
    {
        var first = matrix.Slice(p * d, d);
        var second = matrix.Slice(q * d, d);
        for (var i = 0; i < d; i++)
        {
            var (a, b) = (first[i], second[i]);
            first[i] = (cosine * a) - (sine * b);
            second[i] = (sine * a) + (cosine * b);
        }
    }

    private static void Sort(Span<double> values, Span<double> vectors, int d)
    {
        for (var i = 0; i < d - 1; i++)
        {
            var largest = i;
            for (var j = i + 1; j < d; j++)
            {
                largest = values[j] > values[largest] ? j : largest;
            }

            if (largest != i)
            {
                (values[i], values[largest]) = (values[largest], values[i]);
                for (var column = 0; column < d; column++)
                {
                    (vectors[(i * d) + column], vectors[(largest * d) + column]) = (vectors[(largest * d) + column], vectors[(i * d) + column]);
                }
            }
        }
    }
}
