using Noether.Functions;
using Noether.Runs;
using Noether.Tests.Verification;

namespace Noether.Tests.Functions;

public static class ValueTransformTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public static void The_square_of_a_norm_is_found_and_learned_exactly(ulong seed)
    {
        var learned = Learn(400, 3, x => Math.Sqrt(x.Sum(value => value * value)), 0, seed);

        Assert.Equal("polynomials of degree 2 for the value and its square", learned.Fit.Method);
        Assert.InRange(learned.Fit.Unexplained, 0, 1e-9);
    }

    [Theory]
    [InlineData("the inverse of the value and its square")]
    [InlineData("the logarithm of the value")]
    public static void Inverse_and_logarithm_are_found_where_they_are_polynomials(string family)
    {
        Func<double[], double> function = family.Contains("logarithm", StringComparison.Ordinal) ? x => Math.Exp(3 * (x[0] + (x[1] * x[1]))) : x => 1 / (0.2 + (x[0] * x[0]) + (x[1] * x[1]));

        Assert.All(new ulong[] { 1, 2, 3 }, seed => Assert.EndsWith($" for {family}", Learn(300, 2, function, 0, seed).Fit.Method, StringComparison.Ordinal));
    }

    [Fact]
    public static void The_value_itself_stays_where_it_is_a_polynomial() =>
        Assert.All(new ulong[] { 1, 2, 3 }, seed => Assert.Equal("polynomials of degree 2", Learn(300, 2, x => x[0] + (x[1] * x[1]) + 5, 0.01, seed).Fit.Method));

    [Fact]
    public static void A_combination_that_is_not_monotone_is_refused()
    {
        // y = x is linear in x, and so is nothing of y^2; what predicts y^2 exactly and y not at all asks for the square alone, which folds y over.
        double[] plain = [.. Enumerable.Range(0, 41).Select(i => (i - 20) / 10.0)];
        int[] rows = [.. Enumerable.Range(0, 41)];
        var random = new Seed(1).Stream();
        double[] squares = [.. plain.Select(y => y * y)];
        var columns = new Targets([.. plain.Zip(ValueTransform.Standardised(squares), (y, s) => new[] { y, s }).SelectMany(pair => pair)], 2);
        double[] foldsOver = [.. rows.SelectMany(_ => new[] { random.NextGaussian(), 1e-6 * random.NextGaussian() })];
        double[] monotone = [.. rows.SelectMany(_ => new[] { 1e-6 * random.NextGaussian(), random.NextGaussian() })];

        Assert.Null(ValueTransform.Best(columns, rows, foldsOver, plain));
        Assert.InRange(ValueTransform.Best(columns, rows, monotone, plain)!.Value.Unexplained, 0, 1e-9);
    }

    [Fact]
    public static void Every_column_has_mean_0_and_variance_1_and_values_about_zero_have_no_inverse()
    {
        var random = new Seed(2).Stream();
        double[] positive = [.. Enumerable.Range(0, 200).Select(_ => random.NextUniform(1, 2))];
        double[] mixed = [.. positive.Select(y => y - 1.5)];

        Assert.Equal([1, 1, 1, 1, 1, 1], Variances(ValueTransform.Columns(positive)));
        Assert.Equal([1, 1, 0, 0, 0, 1], Variances(ValueTransform.Columns(mixed)));
        Assert.Equal([0, 0, 0, 0, 0, 0], Variances(ValueTransform.Columns([3.0, 3, 3, 3])));

        static double[] Variances(Targets columns) => [.. Enumerable.Range(0, columns.Count).Select(a =>
        {
            var column = columns.Select([a]).Values;
            Assert.Equal(0, column.Average(), 1e-9);
            return Math.Round(column.Average(x => x * x), 9);
        })];
    }

    [Fact]
    public static void Ranks_are_the_same_for_every_increasing_function_of_the_value_and_equal_values_share_one()
    {
        double[] values = [1, 5, 2, 2, 9, 7];
        var ranks = ValueTransform.Columns(values).Select([5]).Values;

        Assert.Equal(ranks, ValueTransform.Columns([.. values.Select(Math.Exp)]).Select([5]).Values);
        Assert.Equal(ranks[2], ranks[3]);
        Assert.True(ranks[0] < ranks[2] && ranks[3] < ranks[1] && ranks[1] < ranks[5] && ranks[5] < ranks[4]);
    }

    private static LearnedFunction Learn(int count, int dimension, Func<double[], double> function, double noise, ulong seed)
    {
        var points = SymmetrySamples.Box(count, dimension, seed);
        return new ValueSamples(points, [SymmetrySamples.Values(points, function, noise, seed)]).Learn(SymmetrySamples.Identity(dimension), new(seed), new() { Threads = 1 });
    }
}
