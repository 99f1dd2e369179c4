namespace Noether.Numerics;

/// <summary>The inverse of a symmetric matrix where it has one, and zero on its kernel.</summary>
internal static class PseudoInverse
{
    /// <summary>Inverts the eigenvalues above rounding, relative to the largest. Cost O(d^3).</summary>
    public static Matrix Of(Matrix symmetric)
    {
        var eigen = SymmetricEigen.Of(symmetric);
        var largest = Math.Max(Math.Abs(eigen.Values[0]), Math.Abs(eigen.Values[^1]));
        var inverse = eigen.Values.Select(value => Math.Abs(value) > Tolerance.Rounding.Relative * largest ? 1 / value : 0).ToArray();
        var scaled = Matrix.Generate(symmetric.Rows, symmetric.Rows, (k, i) => inverse[k] * eigen.Vectors[k, i]);
        return eigen.Vectors.Transposed * scaled;
    }
}
