using CsCheck;
using Noether.Numerics;

namespace Noether.Tests.Numerics;

public static class MatrixTests
{
    private static readonly Gen<Matrix> Small = Gen.Double[-3, 3].Array[9].Select(entries => Matrix.FromEntries(3, 3, entries));

    [Fact]
    public static void The_product_is_associative() =>
        Gen.Select(Small, Small, Small).Sample((a, b, c) => ((a * b) * c).Equals(a * (b * c), Tolerance.Rounding with { Absolute = 1e-9 }));

    [Fact]
    public static void The_transpose_of_a_product_is_the_product_of_the_transposes_turned_round() =>
        Gen.Select(Small, Small).Sample((a, b) => (a * b).Transposed.Equals(b.Transposed * a.Transposed, Tolerance.Rounding));

    [Fact]
    public static void The_commutator_obeys_the_Jacobi_identity() => Gen.Select(Small, Small, Small).Sample((x, y, z) =>
    {
        var jacobiator = x.Commutator(y.Commutator(z)) - x.Commutator(y).Commutator(z) - y.Commutator(x.Commutator(z));
        return jacobiator.Norm <= 1e-10 * (1 + (x.Norm * y.Norm * z.Norm));
    });

    [Fact]
    public static void The_inner_product_is_the_trace_of_A_transposed_B() =>
        Gen.Select(Small, Small).Sample((a, b) => Tolerance.Rounding.Equal(a.InnerProduct(b), (a.Transposed * b).Trace) || Math.Abs(a.InnerProduct(b)) < 1e-9);

    [Fact]
    public static void Matrices_with_equal_entries_are_equal()
    {
        var a = Matrix.FromRows([1, 2], [3, 4]);

        Assert.Equal(a, Matrix.FromEntries(2, 2, [1, 2, 3, 4]));
        Assert.Equal(a.GetHashCode(), Matrix.FromEntries(2, 2, [1, 2, 3, 4]).GetHashCode());
        Assert.NotEqual(a, a.Transposed);
        Assert.NotEqual(Matrix.Zero(1, 4), Matrix.Zero(4, 1));
        Assert.Equal("[[1, 2], [3, 4]]", a.ToString());
    }

    [Fact]
    public static void Shapes_that_do_not_fit_are_refused()
    {
        Assert.Contains("Row 1 has 1 entries; row 0 has 2", Assert.Throws<ArgumentException>(() => Matrix.FromRows([1, 2], [3])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Matrix.Identity(2) * Matrix.Identity(3));
        Assert.Throws<ArgumentException>(() => Matrix.Identity(2) + Matrix.Identity(3));
    }

    [Fact]
    public static void The_eigenvectors_of_a_symmetric_matrix_are_orthonormal_and_rebuild_it() => Small.Sample(a =>
    {
        var symmetric = a + a.Transposed;
        var eigen = SymmetricEigen.Of(symmetric);
        var diagonal = Matrix.Generate(3, 3, (i, j) => i == j ? eigen.Values[i] : 0);
        var rounding = new Tolerance(1e-9, 1e-9);

        return (eigen.Vectors * eigen.Vectors.Transposed).Equals(Matrix.Identity(3), rounding)
            && (eigen.Vectors.Transposed * diagonal * eigen.Vectors).Equals(symmetric, rounding)
            && eigen.Values.SequenceEqual(eigen.Values.Order());
    });

    [Fact]
    public static void A_matrix_that_is_not_finite_has_no_eigenvalues() =>
        Assert.Throws<ArgumentException>(() => SymmetricEigen.Of(Matrix.FromRows([double.NaN])));
}
