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
}
