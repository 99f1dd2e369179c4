using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Numerics;

public static class GridFieldTests
{
    // Sums of some hundred numbers of size 1 in single precision.
    private const double Rounding = 2e-5;

    [Fact]
    public static void The_potential_is_the_sum_over_all_nodes()
    {
        // Weights keep off the edges, as they must for a period of twice the grid less an edge.
        const int Size = 32;
        const int Length = 48;
        var stream = new Seed(5).Stream();
        var weights = new float[Size * Size];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = i / Size is >= 8 and < 24 && i % Size is >= 8 and < 24 ? (float)stream.NextGaussian() : 0;
        }

        var potential = new float[Size * Size];
        new GridField(Size, Multiplier(Length)).Compute(weights, potential, Execution.Default);

        for (var i = 0; i < Size * Size; i++)
        {
            var sum = Enumerable.Range(0, Size * Size).Sum(j => weights[j] * Kernel(Math.Abs((i / Size) - (j / Size)), Math.Abs((i % Size) - (j % Size))));
            Assert.Equal(sum, potential[i], Rounding * weights.Sum(Math.Abs));
        }
    }

    [Fact]
    public static void The_sum_of_weight_times_potential_is_that_over_all_pairs_of_nodes()
    {
        const int Size = 16;
        const int Length = 36;
        var stream = new Seed(4).Stream();
        var weights = Enumerable.Range(0, Size * Size).Select(_ => (float)stream.NextGaussian()).ToArray();
        var expected = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            for (var j = 0; j < weights.Length; j++)
            {
                expected += weights[i] * weights[j] * Kernel(Math.Abs((i / Size) - (j / Size)), Math.Abs((i % Size) - (j % Size)));
            }
        }

        var sum = new GridField(Size, Multiplier(Length)).Compute(weights, new float[Size * Size], Execution.Default);

        Assert.Equal(expected, sum, Rounding * weights.Sum(Math.Abs));
    }

    [Fact]
    public static void A_grid_whose_period_would_wrap_around_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new GridField(32, new float[24 * 24]));
        Assert.Throws<ArgumentException>(() => new GridField(12, new float[13 * 13]));
    }

    private static double Kernel(int row, int column) => 1 / (1.0 + (0.1 * row * row) + (0.1 * column * column));

    private static float[] Multiplier(int length) => [.. KernelTransform.Of(length, Kernel, Execution.Default).Select(x => x / (length * length))];
}
