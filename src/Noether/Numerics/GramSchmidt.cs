using System.Numerics.Tensors;

namespace Noether.Numerics;

/// <summary>Orthonormal vectors with a given span.</summary>
internal static class GramSchmidt
{
    /// <summary>Rows with the same span, by Gram-Schmidt in their order.</summary>
    /// <param name="rows">Linearly independent.</param>
    public static Matrix Rows(Matrix rows)
    {
        var result = new double[rows.Rows][];
        for (var a = 0; a < rows.Rows; a++)
        {
            result[a] = rows.Row(a).ToArray();
            for (var b = 0; b < a; b++)
            {
                TensorPrimitives.MultiplyAdd(result[b], -TensorPrimitives.Dot<double>(result[a], result[b]), result[a], result[a]);
            }

            TensorPrimitives.Divide(result[a], TensorPrimitives.Norm<double>(result[a]), result[a]);
        }

        return Matrix.FromRows(result);
    }

    /// <summary>What is left of a matrix outside of the span of others, under the inner product tr(A^T B).</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="span">Matrices that are orthogonal to each other, of any norm above 0.</param>
    public static Matrix Leaving(Matrix matrix, IEnumerable<Matrix> span)
    {
        var rest = matrix;
        foreach (var direction in span)
        {
            rest -= direction.InnerProduct(rest) / direction.InnerProduct(direction) * direction;
        }

        return rest;
    }
}
