using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Numerics;

public static class GridFieldTests
{
    // Sums of some hundred numbers of size 1 in single precision.
    private const double Rounding = 2e-5;

    [Fact]
    public static void A_wave_of_the_periodic_grid_is_multiplied_and_differentiated_as_it_should_be()
    {
        // With the multiplier 1 / N^2 the potential is the weights themselves: a smooth bump, whose gradient is known.
        const int Size = 32;
        const int Length = 64;
        const double Spacing = 0.5;
        double Bump(int row, int column) => Math.Exp(-0.25 * Spacing * Spacing * (((row - 15) * (row - 15)) + ((column - 17) * (column - 17))));
        var weights = Enumerable.Range(0, Size * Size).Select(i => (float)Bump(i / Size, i % Size)).ToArray();
        var (alongRows, alongColumns) = (new float[Size * Size], new float[Size * Size]);

        var sum = new GridField(Size, Spacing, Constant(Length)).Compute(weights, alongRows, alongColumns, Execution.Default);

        Assert.Equal(weights.Sum(x => (double)x * x), sum, 1e-4);
        for (var i = 0; i < Size * Size; i++)
        {
            var (row, column) = (i / Size, i % Size);
            Assert.Equal(-0.5 * Spacing * (column - 17) * Bump(row, column), alongRows[i], 1e-3);
            Assert.Equal(-0.5 * Spacing * (row - 15) * Bump(row, column), alongColumns[i], 1e-3);
        }
    }

    [Fact]
    public static void The_sum_of_weight_times_potential_is_that_over_all_pairs_of_nodes()
    {
        const int Size = 16;
        const int Length = 48;
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

        var multiplier = KernelTransform.Of(Length, Kernel, Execution.Default).Select(x => x / (Length * Length)).ToArray();
        var sum = new GridField(Size, 1, multiplier).Compute(weights, new float[Size * Size], new float[Size * Size], Execution.Default);

        Assert.Equal(expected, sum, Rounding * weights.Sum(Math.Abs));
    }

    [Fact]
    public static void A_grid_whose_period_would_wrap_around_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new GridField(16, 1, new float[13 * 13]));
        Assert.Throws<ArgumentException>(() => new GridField(12, 1, new float[13 * 13]));
    }

    private static double Kernel(int row, int column) => 1 / (1.0 + (0.1 * row * row) + (0.1 * column * column));

    private static float[] Constant(int length) => [.. Enumerable.Repeat(1f / (length * length), ((length / 2) + 1) * ((length / 2) + 1))];
}
