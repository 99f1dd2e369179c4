using Noether.Numerics;

namespace Noether.LieAlgebras.Closing;

/// <summary>Orthonormal bases of spans of matrices.</summary>
internal static class Orthonormal
{
    /// <summary>The orthonormal basis that is nearest to a basis of the same span: G^(-1/2) A with the Gram matrix G (Loewdin), so that each matrix stays the one it was.</summary>
    public static ImmutableArray<Matrix> Nearest(ImmutableArray<Matrix> basis)
    {
        var m = basis.Length;
        var gram = SymmetricEigen.Of(Matrix.Generate(m, m, (a, b) => basis[a].InnerProduct(basis[b])));
        var scaled = Matrix.Generate(m, m, (k, a) => gram.Vectors[k, a] / Math.Sqrt(gram.Values[k]));
        return Combined(basis, gram.Vectors.Transposed * scaled);
    }

    /// <summary>The matrices sum_b W_ab A_b.</summary>
    public static ImmutableArray<Matrix> Combined(ImmutableArray<Matrix> basis, Matrix weights)
    {
        var (size, entries) = (basis[0].Rows, basis[0].Entries.Length);
        var stacked = Matrix.FromEntries(basis.Length, entries, basis.SelectMany(matrix => matrix.Entries.ToArray()).ToArray());
        var combined = weights * stacked;
        return [.. Enumerable.Range(0, weights.Rows).Select(a => Matrix.FromEntries(size, size, combined.Row(a)))];
    }
}
