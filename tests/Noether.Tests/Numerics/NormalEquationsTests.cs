using CsCheck;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests.Numerics;

public static class NormalEquationsTests
{
    private static readonly Gen<double[]> Rows = Gen.Double[-2, 2].Array[12 * 4];
    private static readonly Gen<double[]> Quantities = Gen.Double[-2, 2].Array[12 * 2];

    [Fact]
    public static void The_coefficients_are_those_of_least_squares_by_QR() => Gen.Select(Rows, Quantities).Sample((rows, quantities) =>
    {
        var found = Sums(rows, 4, quantities, 2).Solve(4);
        var x = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(12, 4, (i, j) => rows[(i * 4) + j]);
        var y = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(12, 2, (i, a) => quantities[(i * 2) + a]);
        var condition = x.ConditionNumber();
        var expected = x.QR().Solve(y);
        return condition > 1e4 || Enumerable.Range(0, 8).All(k => Math.Abs(found[k] - expected[k / 2, k % 2]) < 1e-12 * condition * condition * (1 + expected.FrobeniusNorm()));
    });

    [Fact]
    public static void Weighted_rows_count_like_rows_that_occur_several_times()
    {
        var random = new Seed(1).Stream();
        double[] row() => [.. Enumerable.Range(0, 3).Select(_ => random.NextGaussian())];
        var (weighted, repeated) = (new NormalEquations(3, 1), new NormalEquations(3, 1));
        for (var i = 0; i < 8; i++)
        {
            var (x, y, times) = (row(), random.NextGaussian(), 1 + random.NextIndex(3));
            weighted.Add(x, [y], times);
            for (var k = 0; k < times; k++)
            {
                repeated.Add(x, [y]);
            }
        }

        Assert.All(weighted.Solve(3).Zip(repeated.Solve(3)), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    [Fact]
    public static void Leading_features_are_solved_as_if_the_others_did_not_exist()
    {
        var random = new Seed(2).Stream();
        double[] rows = [.. Enumerable.Range(0, 40).Select(_ => random.NextGaussian())];
        double[] quantities = [.. Enumerable.Range(0, 10).Select(_ => random.NextGaussian())];
        double[] leading = [.. Enumerable.Range(0, 20).Select(k => rows[(k / 2 * 4) + (k % 2)])];

        Assert.All(Sums(rows, 4, quantities, 1).Solve(2).Zip(Sums(leading, 2, quantities, 1).Solve(2)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public static void A_feature_that_others_explain_gets_no_coefficient_and_predictions_stay()
    {
        var random = new Seed(3).Stream();
        var (all, independent) = (new NormalEquations(4, 1), new NormalEquations(2, 1));
        for (var i = 0; i < 20; i++)
        {
            var (a, b, y) = (random.NextGaussian(), random.NextGaussian(), random.NextGaussian());
            all.Add([a, b, (2 * a) - b, 0], [y]);
            independent.Add([a, b], [y]);
        }

        var (four, two) = (all.Solve(4), independent.Solve(2));

        Assert.Equal([two[0], two[1], 0, 0], four.Select(c => Math.Round(c, 10)).Zip([two[0], two[1], 0, 0], (found, expected) => Math.Abs(found - expected) < 1e-9 ? expected : found));
    }

    [Fact]
    public static void Sums_of_two_parts_are_the_sums_of_the_whole()
    {
        var random = new Seed(4).Stream();
        double[] rows = [.. Enumerable.Range(0, 30).Select(_ => random.NextGaussian())];
        double[] quantities = [.. Enumerable.Range(0, 10).Select(_ => random.NextGaussian())];
        var joined = Sums(rows[..12], 3, quantities[..4], 1);
        joined.Add(Sums(rows[12..], 3, quantities[4..], 1));

        Assert.Equal(10, joined.Rows);
        Assert.All(joined.Solve(3).Zip(Sums(rows, 3, quantities, 1).Solve(3)), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    private static NormalEquations Sums(double[] rows, int features, double[] quantities, int targets)
    {
        var sums = new NormalEquations(features, targets);
        for (var i = 0; i < rows.Length / features; i++)
        {
            sums.Add(rows.AsSpan(i * features, features), quantities.AsSpan(i * targets, targets));
        }

        return sums;
    }
}
