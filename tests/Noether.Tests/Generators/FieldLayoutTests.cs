using Noether.Generators;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Generators;

public static class FieldLayoutTests
{
    [Fact]
    public static void A_conjugate_field_keeps_the_product_with_a_plain_one()
    {
        var joint = MatrixExponential.Of(new FieldLayout(2, 1).Joint(Random(3, new(1))));
        var (point, image) = (Vector(6, new(2)), new double[6]);
        joint.Apply(point, image);

        Assert.Equal(Product(point, 3), Product(image, 3), 1e-9);
        MatrixExponential.Of(new FieldLayout(2).Joint(Random(3, new(1)))).Apply(point, image);
        Assert.NotEqual(Product(point, 3), Product(image, 3), 1e-3);
    }

    [Theory]
    [InlineData(ComplexLayout.Pairs)]
    [InlineData(ComplexLayout.Blocks)]
    public static void A_complex_conjugate_field_keeps_the_complex_product(ComplexLayout layout)
    {
        // A complex 2 x 2 matrix X + iY in real coordinates.
        var (x, y) = (Random(2, new(3)), Random(2, new(4)));
        var generator = Matrix.Generate(4, 4, (i, j) =>
        {
            var (row, rowIsImaginary) = Place(i);
            var (column, columnIsImaginary) = Place(j);
            return rowIsImaginary == columnIsImaginary ? x[row, column] : rowIsImaginary ? y[row, column] : -y[row, column];
        });
        var joint = MatrixExponential.Of(new FieldLayout(2, 1) { Complex = layout }.Joint(generator));
        var (point, image) = (Vector(8, new(5)), new double[8]);
        joint.Apply(point, image);

        Assert.Equal(ComplexProduct(point), ComplexProduct(image));

        (int Component, bool IsImaginary) Place(int i) => layout == ComplexLayout.Pairs ? (i / 2, i % 2 == 1) : (i % 2, i >= 2);

        (double Real, double Imaginary) ComplexProduct(double[] at)
        {
            var sum = System.Numerics.Complex.Zero;
            for (var component = 0; component < 2; component++)
            {
                sum += Component(at, component) * Component(at.AsSpan(4), component);
            }

            return (Math.Round(sum.Real, 9), Math.Round(sum.Imaginary, 9));
        }

        System.Numerics.Complex Component(ReadOnlySpan<double> at, int component)
        {
            var (real, imaginary) = (0.0, 0.0);
            for (var i = 0; i < 4; i++)
            {
                var (of, isImaginary) = Place(i);
                (real, imaginary) = of != component ? (real, imaginary) : isImaginary ? (real, at[i]) : (at[i], imaginary);
            }

            return new(real, imaginary);
        }
    }

    [Fact]
    public static void A_field_that_does_not_exist_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => new FieldLayout(2, 2));

        Assert.Contains("Field 2 was called conjugate; there are 2 fields", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void Coordinates_that_cannot_be_divided_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new FieldLayout(3).DimensionOf(4));
        Assert.Throws<ArgumentException>(() => new FieldLayout(2) { Complex = ComplexLayout.Pairs }.DimensionOf(6));
        Assert.Equal(2, new FieldLayout(2) { Complex = ComplexLayout.Pairs }.DimensionOf(4));
    }

    private static double Product(double[] point, int d) => Enumerable.Range(0, d).Sum(i => point[i] * point[d + i]);

    private static Matrix Random(int d, Seed seed)
    {
        var random = seed.Stream();
        return Matrix.Generate(d, d, (_, _) => random.NextUniform(-0.5, 0.5));
    }

    private static double[] Vector(int d, Seed seed)
    {
        var random = seed.Stream();
        return [.. Enumerable.Range(0, d).Select(_ => random.NextUniform(-1, 1))];
    }
}
