using CsCheck;
using Noether.Numerics;

namespace Noether.Tests.Numerics;

public static class GeneralisedEigenTests
{
    private static readonly Gen<Matrix> Square = Gen.Double[-2, 2].Array[16].Select(entries => Matrix.FromEntries(4, 4, entries));

    [Fact]
    public static void Every_vector_solves_S_v_equals_a_M_v_and_all_are_orthonormal_in_M() => Gen.Select(Square, Square).Sample((a, b) =>
    {
        var (s, m) = (a + a.Transposed, (b * b.Transposed) + Matrix.Identity(4));
        var eigen = GeneralisedEigen.Of(s, m)!;
        var values = Matrix.Generate(4, 4, (i, j) => i == j ? eigen.Values[i] : 0);
        var rounding = new Tolerance(1e-9, 1e-9);

        return (eigen.Vectors * s).Equals(values * eigen.Vectors * m, rounding)
            && (eigen.Vectors * m * eigen.Vectors.Transposed).Equals(Matrix.Identity(4), rounding)
            && eigen.Values.SequenceEqual(eigen.Values.Order())
            && Math.Abs(GeneralisedEigen.Largest(s, m)!.Value - eigen.Values[^1]) < 1e-9;
    });

    [Fact]
    public static void No_combination_has_a_larger_quotient_than_the_largest_eigenvalue() => Gen.Select(Square, Square, Gen.Double[-1, 1].Array[4]).Sample((a, b, v) =>
    {
        var (s, m) = (a + a.Transposed, (b * b.Transposed) + Matrix.Identity(4));
        var row = Matrix.FromRows(v);
        var (numerator, denominator) = ((row * s * row.Transposed).Trace, (row * m * row.Transposed).Trace);
        return numerator <= (GeneralisedEigen.Largest(s, m)!.Value + 1e-9) * denominator;
    });

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(-5)]
    public static void Without_a_positive_definite_M_there_is_no_spectrum(double least)
    {
        var m = Matrix.FromRows([1, 0], [0, least]);

        Assert.Null(GeneralisedEigen.Of(Matrix.Identity(2), m));
        Assert.Null(GeneralisedEigen.Largest(Matrix.Identity(2), m));
        Assert.Null(GeneralisedEigen.Largest(Matrix.Identity(1), Matrix.FromRows([Math.Min(least, 0)])));
        Assert.NotNull(GeneralisedEigen.Of(Matrix.Identity(2), Matrix.FromRows([1, 0], [0, 0.1])));
    }
}
