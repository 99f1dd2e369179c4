using CsCheck;
using Noether.Data;
using Noether.Functions;
using Noether.Runs;

namespace Noether.Tests.Functions;

public static class PolynomialBasisTests
{
    private static readonly double[] Scales = [1, 2, 0.5];
    private static readonly Gen<double[]> Points = Gen.Double[-1, 1].Array[3].Select(x => x.Zip(Scales, (u, scale) => u * scale).ToArray());

    [Theory]
    [InlineData(1, 6)]
    [InlineData(2, 5)]
    [InlineData(5, 3)]
    public static void There_are_n_plus_degree_over_n_products_and_those_of_lower_degree_come_first(int dimension, int degree)
    {
        var basis = new PolynomialBasis([.. Enumerable.Repeat(1.0, dimension)], degree);

        Assert.Equal(Binomial(dimension + degree, dimension), basis.Count);
        for (var d = 0; d <= degree; d++)
        {
            Assert.Equal(Binomial(dimension + d, dimension), basis.CountTo(d));
            Assert.Equal(basis.CountTo(d), PolynomialBasis.CountOf(dimension, d));
        }
    }

    [Fact]
    public static void Values_are_all_products_of_Legendre_polynomials_in_closed_form() => Points.Sample(point =>
    {
        var basis = new PolynomialBasis(Scales, 4);
        var values = new double[basis.Count];
        basis.Values(point, values);
        double[] u = [.. point.Zip(Scales, (x, scale) => x / scale)];
        var expected = from a in Enumerable.Range(0, 5)
                       from b in Enumerable.Range(0, 5 - a)
                       from c in Enumerable.Range(0, 5 - a - b)
                       select Legendre(a, u[0]) * Legendre(b, u[1]) * Legendre(c, u[2]);
        return values.Order().Zip(expected.Order()).All(pair => Math.Abs(pair.First - pair.Second) < 1e-12);
    });

    [Fact]
    public static void Gradients_are_central_differences_of_the_values() => Points.Sample(point =>
    {
        var basis = new PolynomialBasis(Scales, 5);
        var (values, gradients) = (new double[basis.Count], new double[basis.Count * 3]);
        var (ahead, behind) = (new double[basis.Count], new double[basis.Count]);
        basis.ValuesAndGradients(point, values, gradients);
        basis.Values(point, ahead);
        Assert.Equal(ahead, values);
        for (var axis = 0; axis < 3; axis++)
        {
            const double Step = 1e-5;
            basis.Values([.. point.Select((x, j) => j == axis ? x + Step : x)], ahead);
            basis.Values([.. point.Select((x, j) => j == axis ? x - Step : x)], behind);
            for (var i = 0; i < values.Length; i++)
            {
                Assert.Equal((ahead[i] - behind[i]) / (2 * Step), gradients[(i * 3) + axis], 1e-6);
            }
        }
    });

    [Fact]
    public static void A_polynomial_of_the_basis_is_recovered_with_its_gradient_and_one_of_higher_degree_is_not()
    {
        var random = new Seed(1).Stream();
        var points = new PointCloud(100, 2, [.. Enumerable.Range(0, 200).Select(_ => random.NextUniform(-1, 1))]);
        var targets = new Targets([.. Enumerable.Range(0, 100).SelectMany(i => new[] { Cubic(points[i, 0], points[i, 1]), Math.Pow(points[i, 0], 6) })], 2);
        var basis = new PolynomialBasis([1, 1], 3);
        var fit = new PolynomialFunction(basis, PolynomialFunction.Sums(points, targets, [.. Enumerable.Range(0, 100)], basis).Solve(basis.Count), 2);

        var jets = fit.At(points, Execution.Default);

        Assert.All(Enumerable.Range(0, 100), i =>
        {
            var (x, y) = (points[i, 0], points[i, 1]);
            Assert.Equal(Cubic(x, y), jets.Values[2 * i], 1e-10);
            Assert.Equal((3 * x * x) - y, jets.Jacobians[4 * i], 1e-9);
            Assert.Equal((2 * y) - x, jets.Jacobians[(4 * i) + 1], 1e-9);
        });
        Assert.InRange(Enumerable.Range(0, 100).Max(i => Math.Abs(jets.Values[(2 * i) + 1] - targets.Row(i)[1])), 0.01, 1);
        Assert.Equal(jets.Values, fit.ValuesAt(points, Execution.Default));

        static double Cubic(double x, double y) => (x * x * x) - (x * y) + (y * y) - 0.3;
    }

    private static int Binomial(int n, int k) => k == 0 ? 1 : Binomial(n - 1, k - 1) * n / k;

    private static double Legendre(int degree, double u) => degree switch
    {
        0 => 1,
        1 => u,
        2 => ((3 * u * u) - 1) / 2,
        3 => ((5 * u * u * u) - (3 * u)) / 2,
        _ => ((35 * u * u * u * u) - (30 * u * u) + 3) / 8,
    };
}
