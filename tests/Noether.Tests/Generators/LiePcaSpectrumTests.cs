using Noether.Generators.TangentSpaces;
using Noether.Numerics;

namespace Noether.Tests.Generators;

/// <summary>How many eigenvalues of a tangency form belong to generators, Eq. (G14), on spectra that are written down.</summary>
public static class LiePcaSpectrumTests
{
    private const double Random = 1;

    [Theory]
    [InlineData(1.9, 50, false, 2)] // noise explains both: any rise of more than twice will do
    [InlineData(1.9, 50, true, 2)]
    [InlineData(3, 50, false, 1)] // noise does not explain the second one
    [InlineData(3, 50, true, 1)]
    [InlineData(3, 200, false, 1)]
    [InlineData(3, 200, true, 2)] // beyond its noise by chance, and the rise behind it is clear
    [InlineData(3.9, 101, true, 2)]
    [InlineData(4.1, 1000, true, 1)] // so far beyond noise only where the symmetry is broken
    public static void A_value_beyond_its_noise_is_counted_only_where_the_noise_is_rough_and_the_rise_behind_it_clear(double ratio, double rise, bool rough, int count)
    {
        // The first generator is well within its noise, and the rise behind it is large enough for a count of 1.
        double[] values = [1e-7, ratio * 1e-6, rise * ratio * 1e-6];

        Assert.Equal(count, Spectrum(values, [1e-6, 1e-6, 1e-6], rough).Count(Random));
    }

    [Fact]
    public static void No_value_is_counted_where_noise_explains_none()
    {
        var spectrum = Spectrum([0.5, 0.6, 0.7], [0.01, 0.01, 0.01], rough: true);

        Assert.Equal(0, spectrum.Count(Random));
        Assert.False(spectrum.IsOpen(Random));
    }

    [Fact]
    public static void The_number_is_open_where_noise_explains_all_and_none_stands_out() =>
        Assert.True(Spectrum([0.5, 0.6, 0.7], [1, 1, 1], rough: true).IsOpen(Random));

    [Theory]
    [InlineData(0)]
    [InlineData(1e-30)]
    [InlineData(1e-17)]
    public static void Values_that_differ_by_rounding_alone_are_counted_together(double exact) =>
        Assert.Equal(2, Spectrum([exact, 1e-17, 0.1, 0.1], [1e-11, 1e-11, 1e-11, 1e-11], rough: false).Count(Random));

    [Fact]
    public static void Of_values_above_rounding_those_are_counted_behind_which_they_rise_most() =>
        Assert.Equal(1, Spectrum([1e-12, 2e-6, 0.1, 0.1], [1e-6, 1e-6, 1e-6, 1e-6], rough: false).Count(Random));

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(1, double.PositiveInfinity)]
    public static void Numbers_that_are_not_finite_are_refused_rather_than_read_as_no_generator(double value, double noise) =>
        Assert.Throws<ArgumentException>(() => Spectrum([0, value], [1, noise], rough: true));

    private static LiePcaSpectrum Spectrum(double[] values, double[] noise, bool rough) =>
        new LiePcaForms(Diagonal(values), [], Diagonal(noise), Random) { NoiseIsRough = rough }.SpectrumOf(Diagonal(values));

    private static Matrix Diagonal(double[] entries) => Matrix.Generate(entries.Length, entries.Length, (i, j) => i == j ? entries[i] : 0);
}
