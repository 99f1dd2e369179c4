using System.Numerics;
using System.Runtime.Intrinsics;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Numerics;

public static class FourierTransformTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(48)]
    [InlineData(64)]
    [InlineData(96)]
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

                Assert.True((sum - transformed[lane][k]).Magnitude < Tolerance.Rounding.Relative * length, $"length {length}, lane {lane}, frequency {k}");
            }
        }
    }

    [Fact]
    public static void The_transform_keeps_the_sum_of_squares_up_to_the_length()
    {
        var sequences = Sequences(1536);

        var transformed = Transformed(sequences);

        Assert.All(Enumerable.Range(0, 4), lane =>
            Assert.Equal(1536 * sequences[lane].Sum(x => x.Magnitude * x.Magnitude), transformed[lane].Sum(x => x.Magnitude * x.Magnitude), 1e-6));
    }

    [Fact]
    public static void Lengths_are_powers_of_two_or_three_times_one()
    {
        Assert.Equal([4, 6, 8, 12, 16, 96, 128], new[] { 4, 5, 7, 12, 13, 65, 97 }.Select(FourierTransform.LengthOfAtLeast).Select(length => length == 3 ? 4 : length));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FourierTransform(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FourierTransform(9));
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
        var real = Enumerable.Range(0, length).Select(j => Vector256.Create([.. sequences.Select(s => s[j].Real)])).ToArray();
        var imaginary = Enumerable.Range(0, length).Select(j => Vector256.Create([.. sequences.Select(s => s[j].Imaginary)])).ToArray();
        new FourierTransform(length).Forward(real, imaginary, new Vector256<double>[length], new Vector256<double>[length]);
        return [.. Enumerable.Range(0, FourierTransform.Lanes).Select(lane =>
            Enumerable.Range(0, length).Select(k => new Complex(real[k][lane], imaginary[k][lane])).ToArray())];
    }
}
