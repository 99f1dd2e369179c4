using Noether.LieAlgebras.Catalogue;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Bases;

/// <summary>Chooses a <see cref="NiceBasis"/>.</summary>
internal static class NiceBases
{
    /// <summary>The generators of a textbook where the algebra is so(n) on vectors or su(2) alone; otherwise sparse ones.</summary>
    /// <param name="span">The algebra, skew where it is compact.</param>
    /// <param name="root">The change to the coordinates of <paramref name="span"/>. Shape [n, n].</param>
    /// <param name="algebra">What it is.</param>
    /// <param name="seed">For a generic element of what commutes with the action.</param>
    public static NiceBasis Of(GeneratorSpan span, Matrix root, IdentifiedAlgebra algebra, Seed seed)
    {
        var n = span.Size;
        if (algebra.IsCompact && span.Dimension == n * (n - 1) / 2)
        {
            return new(n == 3 ? Axes() : OrthogonalAlgebras.Rotations(n), root, Matrix.Identity(span.Dimension), "rotations of coordinate planes");
        }

        if (algebra is { IsCompact: true, Dimension: 3, Ideals.Length: 1 })
        {
            var spins = Representations.Spins([.. algebra.Representation.SelectMany(irrep => Enumerable.Repeat(int.Parse(irrep.Label), irrep.Multiplicity))]);
            var turn = Intertwiner.Orthogonal(Angular(span.Basis), spins, seed.For("intertwiner"));
            return new(spins, turn * root, Matrix.Identity(span.Dimension), "irreps of su(2)");
        }

        return new(Quartimax.Sparse(span.Basis), root, Matrix.Identity(span.Dimension), "sparse");
    }

    /// <summary>The basis with the mixing that leads to it from given generators, by least squares.</summary>
    public static NiceBasis From(ImmutableArray<Matrix> generators, NiceBasis basis)
    {
        var back = LinearSystem.Inverse(basis.Coordinates);
        var moved = generators.Select(matrix => basis.Coordinates * matrix * back).ToArray();
        var gram = SymmetricEigen.Of(Matrix.Generate(moved.Length, moved.Length, (a, b) => moved[a].InnerProduct(moved[b])));
        var pseudoinverse = gram.Vectors.Transposed * Matrix.Generate(moved.Length, moved.Length, (k, b) => gram.Values[k] > Tolerance.Rounding.Relative * gram.Values[^1] ? gram.Vectors[k, b] / gram.Values[k] : 0);
        var products = Matrix.Generate(basis.Matrices.Length, moved.Length, (a, b) => basis.Matrices[a].InnerProduct(moved[b]));
        return basis with { Mixing = products * pseudoinverse };
    }

    /// <summary>L_x, L_y, L_z.</summary>
    private static ImmutableArray<Matrix> Axes()
    {
        var planes = OrthogonalAlgebras.Rotations(3);
        return [planes[2], Matrix.Zero(3, 3) - planes[1], planes[0]]; // not -planes[1], whose zeros are negative
    }

    /// <summary>The basis of an su(2) in which [J_1, J_2] = J_3, from an orthonormal basis of skew matrices.</summary>
    private static ImmutableArray<Matrix> Angular(ImmutableArray<Matrix> basis)
    {
        var structure = StructureConstants.Of(basis)[0, 1, 2]; // the same for every cyclic order, by the invariant inner product
        return [.. basis.Select(matrix => 1 / structure * matrix)];
    }
}
