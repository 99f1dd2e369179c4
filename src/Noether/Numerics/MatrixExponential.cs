namespace Noether.Numerics;

/// <summary>The exponential of a square matrix, exp(A) = 1 + A + A^2 / 2 + ...: the finite transformation that a generator makes.</summary>
public static class MatrixExponential
{
    // With |A| at most 1/2 the first term left out is below 2^-15 / 15!, far under the rounding of doubles.
    private const double LargestNorm = 0.5;
    private const int Terms = 14;

    /// <summary>exp(A), by halving A until it is small, summing the series and squaring back. Cost O(d^3 log |A|).</summary>
    /// <exception cref="ArgumentException">The matrix is not square or holds a number that is not finite.</exception>
    public static Matrix Of(Matrix matrix)
    {
        var norm = matrix.Norm;
        if (matrix.Rows != matrix.Columns || !double.IsFinite(norm))
        {
            throw new ArgumentException($"The exponential is defined for square matrices of finite numbers; got {matrix.Rows} x {matrix.Columns} with norm {norm}.", nameof(matrix));
        }

        var halvings = norm > LargestNorm ? (int)Math.Ceiling(Math.Log2(norm / LargestNorm)) : 0;
        var small = Math.ScaleB(1, -halvings) * matrix;
        var one = Matrix.Identity(matrix.Rows);
        var sum = one;
        for (var term = Terms; term > 0; term--)
        {
            sum = one + ((1.0 / term) * (small * sum)); // Horner's scheme
        }

        for (var i = 0; i < halvings; i++)
        {
            sum *= sum;
        }

        return sum;
    }
}
