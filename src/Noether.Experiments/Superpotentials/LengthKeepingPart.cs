using Noether.Numerics;

namespace Noether.Experiments.Superpotentials;

/// <summary>The part of an algebra of matrices that keeps the lengths of vectors, and what its commutators span: the paper's SU(2) within all that keeps p, Eq. (S9).</summary>
internal static class LengthKeepingPart
{
    /// <summary>
    /// An algebra that is closed under transposition splits into antisymmetric matrices, which keep lengths, and symmetric ones, which change them as much as a matrix of their norm can;
    /// errors of the generators stay far from the middle.
    /// </summary>
    private const double HalfWay = 0.5;

    /// <summary>The combinations of generators that are antisymmetric but for noise. Shape [at most count][n, n].</summary>
    /// <param name="generators">Orthogonal to each other and of one norm. Shape [count][n, n].</param>
    public static ImmutableArray<Matrix> Of(ImmutableArray<Matrix> generators)
    {
        if (generators.IsEmpty)
        {
            return [];
        }

        var stretching = SymmetricEigen.Of(Gram([.. generators.Select(generator => 0.5 * (generator + generator.Transposed))]));
        var largest = HalfWay * generators[0].InnerProduct(generators[0]);
        return [.. Enumerable.Range(0, generators.Length).Where(k => stretching.Values[k] < largest).Select(k => Combined(generators, stretching.Vectors.Row(k)))];
    }

    /// <summary>The strongest directions among the commutators: a basis of the derived algebra, where its dimension is known.</summary>
    /// <param name="generators">A basis of the algebra.</param>
    /// <param name="dimension">At most that of the algebra.</param>
    public static ImmutableArray<Matrix> Derived(ImmutableArray<Matrix> generators, int dimension)
    {
        if (dimension == 0)
        {
            return [];
        }

        ImmutableArray<Matrix> commutators = [.. from a in generators from b in generators select a.Commutator(b)];
        var eigen = SymmetricEigen.Of(Gram(commutators));
        return [.. Enumerable.Range(1, dimension).Select(k => Combined(commutators, eigen.Vectors.Row(commutators.Length - k)))];
    }

    private static Matrix Gram(ImmutableArray<Matrix> matrices) => Matrix.Generate(matrices.Length, matrices.Length, (a, b) => matrices[a].InnerProduct(matrices[b]));

    private static Matrix Combined(ImmutableArray<Matrix> matrices, ReadOnlySpan<double> weights)
    {
        var sum = Matrix.Zero(matrices[0].Rows, matrices[0].Columns);
        for (var k = 0; k < matrices.Length; k++)
        {
            sum += weights[k] * matrices[k];
        }

        return sum;
    }
}
