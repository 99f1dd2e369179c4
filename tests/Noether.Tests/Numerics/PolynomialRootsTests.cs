using System.Numerics;
using CsCheck;
using Noether.Numerics;

namespace Noether.Tests.Numerics;

public static class PolynomialRootsTests
{
    private static readonly Gen<Complex> Number = Gen.Select(Gen.Double[-2, 2], Gen.Double[-2, 2], (real, imaginary) => new Complex(real, imaginary));

    [Fact]
    public static void The_product_of_the_root_factors_is_the_polynomial() =>
        Gen.Select(Number.Array[1, 5], Number).Sample((rest, at) =>
        {
            Complex[] coefficients = [.. rest, Complex.One];
            var value = coefficients.Reverse().Aggregate(Complex.Zero, (sum, coefficient) => (sum * at) + coefficient);
            var product = PolynomialRoots.Of(coefficients).Aggregate(Complex.One, (product, root) => product * (at - root));
            return Complex.Abs(value - product) < 1e-6 * (1 + Complex.Abs(value));
        });

    [Fact]
    public static void A_constant_has_no_roots_and_a_double_root_comes_twice()
    {
        Assert.Empty(PolynomialRoots.Of([Complex.One]));
        Assert.All(PolynomialRoots.Of([1, -2, 1]), root => Assert.InRange(Complex.Abs(root - 1), 0, 1e-5));
    }
}
