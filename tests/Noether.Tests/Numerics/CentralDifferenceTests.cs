using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Numerics;

public static class CentralDifferenceTests
{
    private const int Size = 40;
    private const double Spacing = 0.5;

    // Single precision: a difference of numbers of size 1, over the spacing.
    private const double Rounding = 4e-6;

    [Fact]
    public static void The_slopes_of_waves_with_eight_nodes_to_a_length_are_right_up_to_rounding()
    {
        var angle = 2 * Math.PI / 8;
        double Phase(int row, int column) => angle * (column + (0.5 * row));
        var (alongRows, alongColumns) = Slopes((row, column) => Math.Sin(Phase(row, column)));

        foreach (var i in Inner())
        {
            var slope = angle / Spacing * Math.Cos(Phase(i / Size, i % Size));
            Assert.Equal(slope, alongRows[i], Rounding);
            Assert.Equal(0.5 * slope, alongColumns[i], Rounding);
        }
    }

    [Fact]
    public static void Waves_with_three_nodes_to_a_length_are_right_to_a_twentieth_and_the_shortest_wave_is_not_seen()
    {
        var angle = 2 * Math.PI / 3;
        var (slopes, _) = Slopes((_, column) => Math.Sin(angle * column));
        var (shortest, _) = Slopes((_, column) => column % 2);

        Assert.All(Inner(), i => Assert.Equal(Math.Cos(angle * (i % Size)), slopes[i] * Spacing / angle, 0.044)); // by Eq. (T8): 4.39e-2
        Assert.All(Inner(), i => Assert.Equal(0, shortest[i], Rounding));
    }

    [Fact]
    public static void An_even_field_has_no_slope_at_its_centre_and_edges_are_left_alone()
    {
        var (alongRows, alongColumns) = Slopes((row, column) => 1 / (1.0 + ((row - 20) * (row - 20)) + ((column - 19) * (column - 19))));

        Assert.Equal((0, 0), (alongRows[(20 * Size) + 19], alongColumns[(20 * Size) + 19]));
        Assert.All(Enumerable.Range(0, Size * Size).Except(Inner()), i => Assert.Equal((7, 7), (alongRows[i], alongColumns[i])));
    }

    private static (float[] AlongRows, float[] AlongColumns) Slopes(Func<int, int, double> field)
    {
        var (alongRows, alongColumns) = (new float[Size * Size], new float[Size * Size]);
        Array.Fill(alongRows, 7);
        Array.Fill(alongColumns, 7);
        CentralDifference.Compute([.. Enumerable.Range(0, Size * Size).Select(i => (float)field(i / Size, i % Size))], Spacing, alongRows, alongColumns, Execution.Default);
        return (alongRows, alongColumns);
    }

    private static IEnumerable<int> Inner() => Enumerable.Range(0, Size * Size).Where(i => IsInner(i / Size) && IsInner(i % Size));

    private static bool IsInner(int place) => place is >= CentralDifference.Reach and < Size - CentralDifference.Reach;
}
