using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Numerics;

public static class GridConvolutionTests
{
    [Theory]
    [InlineData(8, 16)]
    [InlineData(16, 48)]
    public static void The_convolution_is_the_sum_over_all_pairs_of_nodes(int size, int length)
    {
        var stream = new Seed(4).Stream();
        var grid = Enumerable.Range(0, size * size).Select(_ => stream.NextGaussian()).ToArray();
        var expected = new double[grid.Length];
        for (var i = 0; i < grid.Length; i++)
        {
            for (var j = 0; j < grid.Length; j++)
            {
                expected[i] += grid[j] * Kernel(Math.Abs((i / size) - (j / size)), Math.Abs((i % size) - (j % size)));
            }
        }

        var transform = KernelTransform.Of(length, Kernel, Execution.Default);
        var convolution = new GridConvolution(size, length, [.. transform.Select(x => x / ((double)length * length))]);
        convolution.Apply(grid, Execution.Default);

        Assert.All(expected.Zip(grid), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    [Fact]
    public static void A_grid_whose_period_would_wrap_around_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new GridConvolution(16, 24, new double[13 * 13]));
        Assert.Throws<ArgumentException>(() => new GridConvolution(12, 24, new double[13 * 13]));
    }

    private static double Kernel(int row, int column) => 1 / (1.0 + (0.1 * row * row) + (0.1 * column * column));
}
