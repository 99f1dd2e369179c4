using System.Numerics;
using System.Runtime.Intrinsics;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Numerics;

public static class FourierTransformTests
{
    // Single precision: each output is a sum of as many terms of size 1 as the sequence is long.
    private const double Rounding = 1e-6;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(48)]
    [InlineData(64)]
    [InlineData(144)]
    public static void The_transform_is_the_sum_that_defines_it(int length)
    {
        var sequences = Sequences(length);

        var transformed = Transformed(sequences);

        for (var lane = 0; lane < FourierTransform.Lanes; lane++)
        {
            for (var k = 0; k < length; k++)
            {
                var sum = Complex.Zero;
                for (var j = 0; j < length; j++)
                {
                    sum += sequences[lane][j] * Complex.FromPolarCoordinates(1, -2 * Math.PI * j * k / length);
                }

                Assert.True((sum - transformed[lane][k]).Magnitude < Rounding * length, $"length {length}, lane {lane}, frequency {k}");
            }
        }
    }

    [Fact]
    public static void The_transform_keeps_the_sum_of_squares_up_to_the_length()
    {
        var sequences = Sequences(1536);

        var transformed = Transformed(sequences);

        Assert.All(Enumerable.Range(0, FourierTransform.Lanes), lane =>
            Assert.Equal(1536, transformed[lane].Sum(x => x.Magnitude * x.Magnitude) / sequences[lane].Sum(x => x.Magnitude * x.Magnitude), 1536 * Rounding));
    }

    [Fact]
    public static void Lengths_are_products_of_twos_and_threes()
    {
        Assert.Equal([16, 48, 64, 144, 192, 256, 288, 1024, 1152, 1296], new[] { 1, 33, 49, 144, 145, 217, 257, 1000, 1025, 1200 }.Select(FourierTransform.LengthOfAtLeast));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FourierTransform(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FourierTransform(14));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FourierTransform(0));
    }

    private static Complex[][] Sequences(int length)
    {
        var stream = new Seed(1).Stream();
        return [.. Enumerable.Range(0, FourierTransform.Lanes).Select(_ =>
            Enumerable.Range(0, length).Select(_ => new Complex(stream.NextGaussian(), stream.NextGaussian())).ToArray())];
    }

    private static Complex[][] Transformed(Complex[][] sequences)
    {
        var length = sequences[0].Length;
        var real = Enumerable.Range(0, length).Select(j => Vector256.Create([.. sequences.Select(s => (float)s[j].Real)])).ToArray();
        var imaginary = Enumerable.Range(0, length).Select(j => Vector256.Create([.. sequences.Select(s => (float)s[j].Imaginary)])).ToArray();
        new FourierTransform(length).Forward(real, imaginary, new Vector256<float>[length], new Vector256<float>[length]);
        return [.. Enumerable.Range(0, FourierTransform.Lanes).Select(lane =>
            Enumerable.Range(0, length).Select(k => new Complex(real[k][lane], imaginary[k][lane])).ToArray())];
    }
}
