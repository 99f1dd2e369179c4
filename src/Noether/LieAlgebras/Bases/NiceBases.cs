using System.Numerics.Tensors;
using Noether.LieAlgebras.Catalogue;
using Noether.LieAlgebras.Structure;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.LieAlgebras.Bases;

/// <summary>Chooses a <see cref="NiceBasis"/>.</summary>
internal static class NiceBases
{
    /// <summary>The generators of a textbook where the algebra is so(n) on vectors or su(2) alone; otherwise sparse ones.</summary>
    /// <param name="span">The algebra, skew where <paramref name="root"/> is known.</param>
    /// <param name="root">The change to the coordinates of <paramref name="span"/>; null where no coordinates are known in which it is skew. Shape [n, n].</param>
    /// <param name="algebra">What it is.</param>
    /// <param name="seed">For a generic element of what commutes with the action.</param>
    public static NiceBasis Of(GeneratorSpan span, Matrix? root, IdentifiedAlgebra algebra, Seed seed)
    {
        var n = span.Size;
        if (root is null)
        {
            // A compact algebra as well, where noise hides the form that it leaves invariant: the textbook's matrices would not be its own.
            return new(Quartimax.Sparse(span.Basis), Matrix.Identity(n), Matrix.Identity(span.Dimension), "sparse");
        }

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

        return Sparse(span, root, seed);
    }

    /// <summary>The basis with the mixing that leads to it from given generators: the pseudoinverse of the least-squares expansion of these in it.</summary>
    public static NiceBasis From(ImmutableArray<Matrix> generators, NiceBasis basis)
    {
        // In the generators' own coordinates, where their noise is even: a long ellipsoid's axes enlarge it in the others.
        var back = LinearSystem.Inverse(basis.Coordinates);
        var own = basis.Matrices.Select(matrix => back * matrix * basis.Coordinates).ToArray();
        var gram = Matrix.Generate(own.Length, own.Length, (a, b) => own[a].InnerProduct(own[b]));
        var exponent = generators.Max(generator => Math.ILogB(TensorPrimitives.MaxMagnitude(generator.Entries))); // by a power of two, as for the span
        var expansion = Matrix.Generate(generators.Length, own.Length, (b, a) => Math.ScaleB(generators[b].InnerProduct(own[a]), -exponent)) * Pseudoinverse(gram);
        var mixing = Pseudoinverse(expansion.Transposed * expansion) * expansion.Transposed;
        return basis with { Mixing = Matrix.Generate(mixing.Rows, mixing.Columns, (a, b) => Math.ScaleB(mixing[a, b], -exponent)) };
    }

    /// <summary>The pseudoinverse of a Gram matrix: directions that are zero up to rounding stay zero.</summary>
    private static Matrix Pseudoinverse(Matrix gram)
    {
        var spectrum = SymmetricEigen.Of(gram);
        var least = Tolerance.Rounding.Absolute * spectrum.Values[^1];
        return spectrum.Vectors.Transposed * Matrix.Generate(gram.Rows, gram.Rows, (k, b) => spectrum.Values[k] > least ? spectrum.Vectors[k, b] / spectrum.Values[k] : 0);
    }

    /// <summary>Skew matrices in coordinates of their invariant parts, turned until they are sparse: planes of a torus, axes of rotations.</summary>
    private static NiceBasis Sparse(GeneratorSpan span, Matrix root, Seed seed)
    {
        var parts = InvariantParts.Of(Commutant.RandomElement(span.Basis, seed.For("invariant parts"), symmetric: true));
        var axes = Matrix.FromRows([.. parts.SelectMany(part => Enumerable.Range(0, part.Rows).Select(k => part.Row(k).ToArray()))]);
        var (matrices, turn) = Quartimax.SparseWithCoordinates([.. span.Basis.Select(matrix => axes * matrix * axes.Transposed)]);
        return new(matrices, turn * axes * root, Matrix.Identity(span.Dimension), "sparse");
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
