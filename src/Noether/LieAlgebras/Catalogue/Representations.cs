using Noether.Numerics;

namespace Noether.LieAlgebras.Catalogue;

/// <summary>New representations of an algebra from given ones; generator a stays generator a.</summary>
internal static class Representations
{
    /// <summary>The adjoint representation: the algebra acts on itself. Shape [m][m, m].</summary>
    public static ImmutableArray<Matrix> Adjoint(ImmutableArray<Matrix> generators)
    {
        var constants = StructureConstants.Of(generators);
        return [.. Enumerable.Range(0, generators.Length).Select(constants.Adjoint)];
    }

    /// <summary>The dual representation, -A^T.</summary>
    public static ImmutableArray<Matrix> Dual(ImmutableArray<Matrix> generators) => [.. generators.Select(matrix => -matrix.Transposed)];

    /// <summary>Two representations side by side: A on the first coordinates, B on the others.</summary>
    /// <exception cref="ArgumentException">The numbers of generators differ.</exception>
    public static ImmutableArray<Matrix> Sum(ImmutableArray<Matrix> first, ImmutableArray<Matrix> second)
    {
        RequireSameAlgebra(first, second);
        return [.. first.Zip(second, Block)];
    }

    /// <summary>The tensor product, A x 1 + 1 x B.</summary>
    /// <exception cref="ArgumentException">The numbers of generators differ.</exception>
    public static ImmutableArray<Matrix> Tensor(ImmutableArray<Matrix> first, ImmutableArray<Matrix> second)
    {
        RequireSameAlgebra(first, second);
        return [.. first.Zip(second, (a, b) => Kronecker(a, Matrix.Identity(b.Rows)) + Kronecker(Matrix.Identity(a.Rows), b))];
    }

    /// <summary>The symmetric part of the tensor square, of dimension n (n + 1) / 2; it holds the invariant form of an orthogonal representation.</summary>
    public static ImmutableArray<Matrix> SymmetricSquare(ImmutableArray<Matrix> generators) => Square(generators, 1);

    /// <summary>The antisymmetric part of the tensor square, of dimension n (n - 1) / 2.</summary>
    public static ImmutableArray<Matrix> ExteriorSquare(ImmutableArray<Matrix> generators) => Square(generators, -1);

    /// <summary>The direct sum of two algebras: each acts on its own coordinates and leaves the other's alone.</summary>
    public static ImmutableArray<Matrix> Product(ImmutableArray<Matrix> first, ImmutableArray<Matrix> second)
    {
        var (nothing, noneElse) = (Matrix.Zero(first[0].Rows, first[0].Rows), Matrix.Zero(second[0].Rows, second[0].Rows));
        return [.. first.Select(a => Block(a, noneElse)), .. second.Select(b => Block(nothing, b))];
    }

    /// <summary>The direct sum of two algebras on the tensor product of their coordinates, A x 1 and 1 x B.</summary>
    public static ImmutableArray<Matrix> TensorProduct(ImmutableArray<Matrix> first, ImmutableArray<Matrix> second)
    {
        var (one, other) = (Matrix.Identity(first[0].Rows), Matrix.Identity(second[0].Rows));
        return [.. first.Select(a => Kronecker(a, other)), .. second.Select(b => Kronecker(one, b))];
    }

    /// <summary>The representation beside coordinates that nothing moves.</summary>
    public static ImmutableArray<Matrix> WithFixed(ImmutableArray<Matrix> generators, int coordinates) => [.. generators.Select(matrix => Block(matrix, Matrix.Zero(coordinates, coordinates)))];

    /// <summary>Linear maps of R^n together with all translations, on (x, 1) in R^(n + 1).</summary>
    public static ImmutableArray<Matrix> WithTranslations(ImmutableArray<Matrix> generators) =>
        [.. WithFixed(generators, 1), .. LinearAlgebras.Translations(generators[0].Rows)];

    /// <summary>The irreps of su(2) of these dimensions side by side, in real coordinates: an odd dimension d takes d of them, an even one 2d.</summary>
    /// <param name="dimensions">Each at least 1.</param>
    /// <returns>Generators with [J_1, J_2] = J_3. Shape [3][n, n].</returns>
    public static ImmutableArray<Matrix> Spins(params ReadOnlySpan<int> dimensions)
    {
        var all = SpinMatrices.Of(dimensions[0]);
        foreach (var dimension in dimensions[1..])
        {
            all = Sum(all, SpinMatrices.Of(dimension));
        }

        return all;
    }

    private static ImmutableArray<Matrix> Square(ImmutableArray<Matrix> generators, int sign)
    {
        var n = generators[0].Rows;
        var pairs = (from i in Enumerable.Range(0, n) from j in Enumerable.Range(i, n - i) where sign > 0 || i < j select (I: i, J: j)).ToArray();
        var embedding = Matrix.Generate(pairs.Length, n * n, (pair, ij) => (ij / n, ij % n) == pairs[pair] ? Share(pairs[pair]) : (ij % n, ij / n) == pairs[pair] ? sign * Share(pairs[pair]) : 0);
        return [.. Tensor(generators, generators).Select(matrix => embedding * matrix * embedding.Transposed)];

        static double Share((int I, int J) pair) => pair.I == pair.J ? 1 : Math.Sqrt(0.5);
    }

    private static Matrix Block(Matrix a, Matrix b) => Matrix.Generate(a.Rows + b.Rows, a.Rows + b.Rows, (i, j) =>
        i < a.Rows && j < a.Rows ? a[i, j] : i >= a.Rows && j >= a.Rows ? b[i - a.Rows, j - a.Rows] : 0);

    private static Matrix Kronecker(Matrix a, Matrix b) =>
        Matrix.Generate(a.Rows * b.Rows, a.Rows * b.Rows, (i, j) => a[i / b.Rows, j / b.Rows] * b[i % b.Rows, j % b.Rows]);

    private static void RequireSameAlgebra(ImmutableArray<Matrix> first, ImmutableArray<Matrix> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"Two representations of one algebra have equally many generators; got {first.Length} and {second.Length}.", nameof(second));
        }
    }
}
