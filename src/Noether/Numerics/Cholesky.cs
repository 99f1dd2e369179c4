using System.Numerics.Tensors;

namespace Noether.Numerics;

/// <summary>Positive definite linear systems, solved in place without allocation.</summary>
internal static class Cholesky
{
    /// <summary>Solves M x = right. Cost n^3 / 6.</summary>
    /// <param name="matrix">M; only the lower triangle is read, and it is destroyed. Shape [n * n].</param>
    /// <param name="right">The right-hand side, overwritten with x. Shape [n].</param>
    /// <returns>False where M is not positive definite up to rounding; <paramref name="right"/> is then meaningless.</returns>
    public static bool Solve(Span<double> matrix, Span<double> right)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            var row = matrix.Slice(i * n, i + 1);
            for (var j = 0; j < i; j++)
            {
                var other = matrix.Slice(j * n, j + 1);
                row[j] = (row[j] - TensorPrimitives.Dot<double>(row[..j], other[..j])) / other[j];
            }

            var pivot = row[i] - TensorPrimitives.SumOfSquares<double>(row[..i]);
            if (!(pivot > 0))
            {
                return false;
            }

            row[i] = Math.Sqrt(pivot);
            right[i] = (right[i] - TensorPrimitives.Dot<double>(row[..i], right[..i])) / row[i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            right[i] /= matrix[(i * n) + i];
            TensorPrimitives.MultiplyAdd(matrix.Slice(i * n, i), -right[i], right[..i], right[..i]);
        }

        return true;
    }
}
