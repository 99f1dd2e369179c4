using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.LieAlgebras;

/// <summary>The numbers c_ab^k with [X_a, X_b] = sum_k c_ab^k X_k: a Lie algebra in a basis. Antisymmetric in a, b; they obey the Jacobi identity when the basis is closed.</summary>
internal sealed class StructureConstants
{
    private readonly ImmutableArray<Matrix> _adjoints;

    private StructureConstants(ImmutableArray<Matrix> adjoints) => _adjoints = adjoints;

    /// <summary>The dimension of the algebra, m, at least 1.</summary>
    public int Dimension => _adjoints.Length;

    /// <summary>c_ab^k.</summary>
    public double this[int a, int b, int k] => _adjoints[a][k, b];

    /// <summary>The structure constants of linearly independent matrices, Eq. (A1): each commutator is expanded in them by least squares.</summary>
    /// <param name="basis">Square matrices of one size, at least one; they need not be orthonormal. Shape [m][n, n].</param>
    /// <exception cref="ArgumentException">The matrices are linearly dependent.</exception>
    /// <remarks>Cost O(m^2 n^3 + m^3 n^2). A commutator that leaves the span is projected into it.</remarks>
    public static StructureConstants Of(ImmutableArray<Matrix> basis)
    {
        var m = basis.Length;
        var gram = SymmetricEigen.Of(Matrix.Generate(m, m, (a, b) => basis[a].InnerProduct(basis[b])));
        if (gram.Values[0] <= Tolerance.Rounding.Absolute * gram.Values[^1])
        {
            throw new ArgumentException($"A basis is linearly independent; these {m} matrices are not.", nameof(basis));
        }

        var inverse = gram.Vectors.Transposed * Matrix.Generate(m, m, (k, a) => gram.Vectors[k, a] / gram.Values[k]);
        var adjoints = new double[m][];
        for (var a = 0; a < m; a++)
        {
            adjoints[a] = new double[m * m];
        }

        for (var a = 0; a < m; a++)
        {
            for (var b = a + 1; b < m; b++)
            {
                var bracket = basis[a].Commutator(basis[b]);
                var products = basis.Select(matrix => matrix.InnerProduct(bracket)).ToArray();
                for (var k = 0; k < m; k++)
                {
                    var coordinate = TensorPrimitives.Dot(inverse.Row(k), products);
                    adjoints[a][(k * m) + b] = coordinate;
                    adjoints[b][(k * m) + a] = -coordinate;
                }
            }
        }

        return new([.. adjoints.Select(entries => Matrix.FromEntries(m, m, entries))]);
    }

    /// <summary>ad X_a in this basis: column b holds the coordinates of [X_a, X_b]. Shape [m, m].</summary>
    public Matrix Adjoint(int a) => _adjoints[a];

    /// <summary>ad X of a combination X = sum_a x_a X_a. Shape [m, m].</summary>
    /// <param name="coordinates">x. Shape [m].</param>
    public Matrix Adjoint(ReadOnlySpan<double> coordinates)
    {
        var sum = new double[Dimension * Dimension];
        for (var a = 0; a < Dimension; a++)
        {
            TensorPrimitives.MultiplyAdd(_adjoints[a].Entries, coordinates[a], sum, sum);
        }

        return Matrix.FromEntries(Dimension, Dimension, sum);
    }

    /// <summary>The coordinates of [X, Y], given those of X and Y. Shape [m].</summary>
    public double[] Bracket(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var image = new double[Dimension];
        Adjoint(x).Apply(y, image);
        return image;
    }

    /// <summary>The Killing form, kappa_ab = tr(ad X_a ad X_b) = sum_mn c_am^n c_bn^m, Eq. (A4). Shape [m, m].</summary>
    /// <remarks>Negative definite exactly when the algebra is compact and semisimple: so(3) with [L_x, L_y] = L_z gives -2 times the identity.</remarks>
    public Matrix KillingForm()
    {
        var transposed = _adjoints.Select(adjoint => adjoint.Transposed).ToArray();
        return Matrix.Generate(Dimension, Dimension, (a, b) => _adjoints[a].InnerProduct(transposed[b]));
    }

    /// <summary>The quotient by an ideal, in an orthonormal basis of the ideal's complement; null when nothing is left.</summary>
    /// <param name="ideal">An ideal; for another subspace the result obeys no Jacobi identity.</param>
    public StructureConstants? Quotient(Subspace ideal)
    {
        var complement = ideal.Complement();
        if (complement.Dimension == 0)
        {
            return null;
        }

        var rows = complement.Rows();
        return new([.. Enumerable.Range(0, rows.Rows).Select(a => rows * Adjoint(rows.Row(a)) * rows.Transposed)]);
    }

    /// <summary>The same algebra in the basis Y_a = sum_b W_ab X_b.</summary>
    /// <param name="weights">W, invertible. Shape [m, m].</param>
    /// <exception cref="ArgumentException">W is not a square matrix of the algebra's dimension, or it is singular.</exception>
    public StructureConstants InBasis(Matrix weights)
    {
        if (weights.Rows != Dimension || weights.Columns != Dimension)
        {
            throw new ArgumentException($"A change of basis is {Dimension} x {Dimension}; this one is {weights.Rows} x {weights.Columns}.", nameof(weights));
        }

        // Y = W X, so coordinates change by the inverse transpose: ad' = W^-T ad W^T.
        var coordinates = weights.Transposed;
        var back = LinearSystem.Inverse(coordinates);
        return new([.. Enumerable.Range(0, Dimension).Select(a => back * Adjoint(weights.Row(a)) * coordinates)]);
    }
}
