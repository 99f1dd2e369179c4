using CsCheck;
using Noether.CalabiYau.Configurations;
using Noether.CalabiYau.Graphs;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.CalabiYau.Tests.Graphs;

public static class SpectrumTests
{
    [Fact]
    public static void Eigenvalues_agree_with_those_of_a_full_decomposition() =>
        Gen.Select(Gen.Int[1, 45], Gen.ULong).Sample(
            (size, seed) =>
            {
                var stream = new Seed(seed).Stream();
                var half = Matrix.Generate(size, size, (_, _) => stream.NextIndex(4) == 0 ? stream.NextGaussian() : 0);
                var symmetric = half + half.Transposed;
                return Close(Own(symmetric), [.. SymmetricEigen.Of(symmetric).Values.Reverse()], symmetric.Norm);
            },
            iter: 300);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(17)]
    public static void A_complete_graph_has_the_eigenvalues_of_all_ones(int size)
    {
        double[] expected = [size, .. Enumerable.Repeat(0.0, size - 1)];

        Assert.True(Close(Own(Matrix.Generate(size, size, (_, _) => 1)), expected, size));
    }

    [Fact]
    public static void A_path_has_the_eigenvalues_of_the_textbook()
    {
        const int Size = 30;
        var path = Matrix.Generate(Size, Size, (i, j) => Math.Abs(i - j) == 1 ? 1 : 0);
        double[] expected = [.. Enumerable.Range(1, Size).Select(k => 2 * Math.Cos(k * Math.PI / (Size + 1)))];

        Assert.True(Close(Own(path), expected, 2));
    }

    [Fact]
    public static void Zero_and_diagonal_matrices_are_no_trouble()
    {
        Assert.Equal([0, 0, 0, 0, 0], Own(Matrix.Zero(5, 5)));
        Assert.Equal([5, 4, 3, 2, 1, 0], Own(Matrix.Generate(6, 6, (i, j) => i == j ? i : 0)));
    }

    [Fact]
    public static void Permutations_do_not_change_the_spectrum_and_a_changed_degree_does()
    {
        var matrix = ConfigurationMatrix.Parse("1 1 1 0; 1 0 0 1; 0 2 1 0; 0 0 1 3");
        var changed = ConfigurationMatrix.Parse("1 1 1 0; 1 0 0 1; 0 1 2 0; 0 0 1 3");
        var spectrum = ConfigurationGraph.Of(matrix).Spectrum(GraphOptions.Default);

        Assert.True(Close([.. spectrum], [.. ConfigurationGraph.Of(Generators.Shuffled(matrix, new(1))).Spectrum(GraphOptions.Default)], 4));
        Assert.False(Close([.. spectrum], [.. ConfigurationGraph.Of(changed).Spectrum(GraphOptions.Default)], 4));
    }

    private static double[] Own(Matrix matrix)
    {
        var stride = SymmetricEigenvalues.Stride(matrix.Rows);
        var entries = new double[stride * stride];
        for (var row = 0; row < matrix.Rows; row++)
        {
            matrix.Row(row).CopyTo(entries.AsSpan(row * stride));
        }

        var values = new double[matrix.Rows];
        SymmetricEigenvalues.Find(entries, values);
        return values;
    }

    // Rounding of a backward stable method grows with the size times the norm.
    private static bool Close(double[] own, double[] expected, double norm) =>
        own.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) <= 50 * own.Length * (double.BitIncrement(1) - 1) * Math.Max(norm, 1));
}
