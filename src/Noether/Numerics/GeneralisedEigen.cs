namespace Noether.Numerics;

/// <summary>The solutions of S v = a M v for symmetric S and positive definite M.</summary>
/// <param name="Values">The eigenvalues a in increasing order. Shape [d].</param>
/// <param name="Vectors">The eigenvectors as rows, with v^T M v = 1. Shape [d, d].</param>
internal sealed record GeneralisedEigen(ImmutableArray<double> Values, Matrix Vectors)
{
    /// <summary>Solves the problem; null where M is not positive definite beyond rounding. Cost O(d^3).</summary>
    /// <param name="s">S. Shape [d, d].</param>
    /// <param name="m">M. Shape [d, d].</param>
    public static GeneralisedEigen? Of(Matrix s, Matrix m)
    {
        if (InverseRoot(m) is not { } root)
        {
            return null;
        }

        var eigen = SymmetricEigen.Of(root * s * root.Transposed);
        return new(eigen.Values, eigen.Vectors * root);
    }

    /// <summary>The largest eigenvalue; null where M is not positive definite.</summary>
    public static double? Largest(Matrix s, Matrix m) => s.Rows == 1
        ? m[0, 0] > 0 ? s[0, 0] / m[0, 0] : null
        : Of(s, m)?.Values[^1];

    /// <summary>R with R M R^T = 1: the eigenvectors of M, each divided by the root of its eigenvalue.</summary>
    private static Matrix? InverseRoot(Matrix m)
    {
        var eigen = SymmetricEigen.Of(m);
        return eigen.Values[0] > Tolerance.Rounding.Absolute * Math.Abs(eigen.Values[^1])
            ? Matrix.Generate(m.Rows, m.Rows, (i, j) => eigen.Vectors[i, j] / Math.Sqrt(eigen.Values[i]))
            : null;
    }
}
