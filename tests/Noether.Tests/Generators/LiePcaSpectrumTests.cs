using Noether.Generators.TangentSpaces;
using Noether.Numerics;

namespace Noether.Tests.Generators;

/// <summary>How many values of a tangency form belong to generators.</summary>
public static class LiePcaSpectrumTests
{
    private const double Random = 0.2;

    [Theory]
    [InlineData(0.0)]
    [InlineData(1e-30)]
    [InlineData(1e-17)]
    public static void Values_that_differ_by_rounding_alone_are_counted_together(double exact) =>
        Assert.Equal(2, LiePcaSpectrum.Of(Diagonal(exact, 1e-17, 0.1, 0.1), Diagonal(1e-11, 1e-11, 1e-11, 1e-11)).Count(Random));

    [Fact]
    public static void Values_above_rounding_that_rise_most_behind_the_first_are_not() =>
        Assert.Equal(1, LiePcaSpectrum.Of(Diagonal(1e-12, 2e-6, 0.1, 0.1), Diagonal(1e-6, 1e-6, 1e-6, 1e-6)).Count(Random));

    [Fact]
    public static void Values_above_their_noise_are_none() =>
        Assert.Equal(0, LiePcaSpectrum.Of(Diagonal(0.05, 0.06, 0.1, 0.1), Diagonal(1e-3, 1e-3, 1e-3, 1e-3)).Count(Random));

    private static Matrix Diagonal(params double[] values) => Matrix.Generate(values.Length, values.Length, (i, j) => i == j ? values[i] : 0);
}
