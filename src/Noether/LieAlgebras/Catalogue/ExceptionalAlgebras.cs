using Noether.Numerics;

namespace Noether.LieAlgebras.Catalogue;

/// <summary>Generators of exceptional algebras.</summary>
internal static class ExceptionalAlgebras
{
    /// <summary>The triples (i, j, k) with e_i e_j = e_k among the imaginary octonion units.</summary>
    private static readonly (int I, int J, int K)[] Triples = [(0, 1, 3), (1, 2, 4), (2, 3, 5), (3, 4, 6), (4, 5, 0), (5, 6, 1), (6, 0, 2)];

    /// <summary>g2, compact, of dimension 14, on the imaginary octonions R^7: the skew matrices A with sum_jk phi_ijk A_jk = 0, phi the octonions' structure constants.</summary>
    public static ImmutableArray<Matrix> G2()
    {
        var planes = OrthogonalAlgebras.Rotations(7);
        var conditions = Matrix.Generate(7, planes.Length, (i, plane) => Contracted(i, planes[plane]));
        var spectrum = SymmetricEigen.Of(conditions.Transposed * conditions);
        return [.. Enumerable.Range(0, 14).Select(k => planes.Select((plane, p) => spectrum.Vectors[k, p] * plane).Aggregate((a, b) => a + b))];
    }

    private static double Contracted(int i, Matrix matrix)
    {
        var sum = 0.0;
        foreach (var (a, b, c) in Triples)
        {
            sum += (i == a ? matrix[b, c] : 0) + (i == b ? matrix[c, a] : 0) + (i == c ? matrix[a, b] : 0);
        }

        return sum;
    }
}
