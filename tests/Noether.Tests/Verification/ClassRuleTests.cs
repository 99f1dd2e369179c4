using Noether.Data;
using Noether.Functions;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Runs;
using Noether.Verification;
using static Noether.Tests.Verification.SymmetryRules;
using static Noether.Tests.Verification.SymmetrySamples;

namespace Noether.Tests.Verification;

/// <summary>Rules (R10) and (R15) of classes that touch, of classes with few points, and of columns that classes do not depend on.</summary>
public static class ClassRuleTests
{
    private static readonly ulong[] Seeds = [1, 2, 3];

    [Fact]
    public static void R15_Thick_classes_that_touch_are_judged_where_they_meet() => Assert.All(Seeds, seed =>
    {
        var bowl = Find(Quantiles(Box(2000, 2, seed), x => (x[0] * x[0]) + (1.3 * x[1] * x[1]), 5), seed);
        var square = Find(Quantiles(Gaussian(1000, 2, seed), x => Math.Pow(x[0], 4) + Math.Pow(x[1], 4), 11), seed);

        Assert.Equal("logits of degree 2", bowl.Fit.Method);
        Assert.Equal("so(2)", Name(bowl)); // as sets: "none", since the corners of the box bend the surfaces in the middle
        Assert.NotEqual(SymmetryVerdict.Symmetric, square.Verdict); // as sets: so(2)
    });

    [Fact]
    public static void R4_Small_classes_and_wrong_labels_are_learned_and_the_gap_between_classes_is_not() => Assert.All(Seeds, seed =>
    {
        var points = Gaussian(2500, 2, seed);
        var random = new Seed(seed).For("labels").Stream();
        int Rings(double[] x) => Square(x) < 0.09 ? 0 : Square(x) < 4.8 ? 1 : 2;
        int Squares(double[] x) => Math.Max(Math.Abs(x[0]), Math.Abs(x[1])) < 0.7 ? 0 : 1;
        int Half(double[] x) => Square(x) < 1.4 ? 0 : 1;
        int WithErrors(Func<double[], int> classOf, double[] x) => random.NextUniform(0, 1) < 0.1 ? random.NextIndex(2) : classOf(x);

        Assert.Equal("so(2)", Name(Find(new ClassSamples(Classes(points, Rings)), seed))); // 4 % in the smallest class
        Assert.Equal("so(2)", Name(Find(new ClassSamples(Classes(points, x => WithErrors(Half, x))), seed)));
        Assert.NotEqual(SymmetryVerdict.Symmetric, Find(new ClassSamples(Classes(points, Squares)), seed).Verdict);
        Assert.NotEqual(SymmetryVerdict.Symmetric, Find(new ClassSamples(Classes(points, x => WithErrors(Squares, x))), seed).Verdict);
    });

    [Fact]
    public static void R15_Networks_are_not_asked_about_classes_that_lie_apart() => Assert.All(Seeds, seed =>
    {
        var rings = Find(Rings(1000, 2, seed), seed);

        Assert.StartsWith("polynomials", rings.Fit.Method, StringComparison.Ordinal);
        Assert.Equal(0, rings.Fit.Confused);
        Assert.Null(((IFunctionLearner)Rings(1000, 2, seed)).Alternative(rings.Fit));
    });

    [Fact]
    public static void R10_Small_classes_share_the_fit_of_what_a_conic_leaves() => Assert.All(Seeds, seed =>
    {
        Assert.Equal("so(2)", Name(Find(Rings(1000, 2, seed), seed)));
        Assert.NotEqual(SymmetryVerdict.Symmetric, Find(Rings(1000, 2.5, seed), seed).Verdict);
    });

    [Fact]
    public static void R15_A_column_that_matters_weakly_stays_and_one_that_does_not_goes() => Assert.All(Seeds, seed =>
    {
        var points = Box(4000, 3, seed);
        var weak = Find(Quantiles(points, x => Square(x[..2]) + (0.1 * x[2]), 8), seed).Dependence!;
        var nuisance = Find(Quantiles(points, x => Square(x[..2]), 8), seed).Dependence!;

        Assert.Equal(3, weak.Rank);
        Assert.Null(weak.PValue);
        Assert.Equal([2], nuisance.Unused);
        Assert.InRange(nuisance.PValue!.Value, 0.011, 1);
    });

    [Fact]
    public static void A_translation_that_is_small_beside_a_weak_direction_is_not_lost_with_the_fixed_point() => Assert.All(Seeds, seed =>
    {
        // (1, 0, -20 x) keeps x^2 + y^2 + z / 10; (0, 0, -20 x), what is left of it about a fixed point, does not.
        double[] Gradient(double[] x) => [2 * x[0], 2 * x[1], 0.1];
        var points = Box(4000, 3, seed);
        var found = Find(Quantiles(points, x => Square(x[..2]) + (0.1 * x[2]), 8), seed);

        Assert.All(found.Generators is null ? [] : found.Generators.Affine(), field =>
        {
            var (across, total) = (0.0, 0.0);
            foreach (var x in Enumerable.Range(0, 1000).Select(i => points.Row(i).ToArray()))
            {
                var moved = new double[4];
                field.Apply([.. x, 1], moved);
                var gradient = Gradient(x);
                var product = Enumerable.Range(0, 3).Sum(j => gradient[j] * moved[j]);
                (across, total) = (across + (product * product), total + (Square(gradient) * Square(moved)));
            }

            Assert.InRange(Math.Sqrt(across / total), 0, 0.04);
        });
    });

    [Fact]
    public static void R15_Permuting_unused_directions_has_an_exact_p_value()
    {
        double[] Of(double slope) => [.. Enumerable.Range(1, 60).Select(seed => PValue(ThinRings(400, (ulong)seed, slope), (ulong)seed))];
        var (unused, used) = (Of(0), Of(0.1));

        Assert.InRange(unused.Count(p => p <= 0.1), 0, 13); // 6 expected, 13 once in 200
        Assert.InRange(unused.Count(p => p <= 0.5), 18, 42);
        Assert.InRange(used.Count(p => p <= 0.01), 55, 60); // the control: a column that matters
    }

    [Fact]
    public static void R15_A_column_that_follows_those_that_matter_is_not_taken_for_one_of_them()
    {
        // The third column is the square of the first with noise, and networks may use it in its place.
        var p = Enumerable.Range(1, 10).Select(seed =>
        {
            var points = Places(1500, (ulong)seed, random => random.NextUniform(-1, 1) is var x ? [x, random.NextUniform(-1, 1), (x * x) + (0.1 * random.NextGaussian())] : []);
            var learned = (Quantiles(points, x => Square(x[..2]), 5) with { BySets = false }).Learn(Identity(3), new((ulong)seed), new() { Threads = 1 });
            return UnusedTest.PValue(learned, points, Matrix.FromRows([0, 0, 1]), new((ulong)seed), Execution.Default)!.Value;
        });

        Assert.InRange(p.Count(value => value <= 0.01), 0, 2);
    }

    // Of the third column, by sets that were learned in all three.
    private static double PValue(LabelledPoints samples, ulong seed)
    {
        var learned = new PointSets(samples).Learn(Identity(3), new(seed), new() { Threads = 1 });
        return UnusedTest.PValue(learned, samples.Points, Matrix.FromRows([0, 0, 1]), new(seed), Execution.Default)!.Value;
    }

    // Noisy cylinders about the third axis, two radii; with a slope they are cones.
    private static LabelledPoints ThinRings(int count, ulong seed, double slope)
    {
        var points = Places(count, seed, random =>
        {
            var (angle, radius) = (random.NextUniform(0, 2 * Math.PI), (double)(1 + random.NextIndex(2)));
            var noisy = radius + (0.05 * random.NextGaussian());
            var z = random.NextGaussian();
            noisy += slope * z;
            return [noisy * Math.Cos(angle), noisy * Math.Sin(angle), z];
        });
        return Classes(points, x => Math.Sqrt(Square(x[..2])) - (slope * x[2]) > 1.5 ? 1 : 0);
    }

    // Eight quantile classes of |x|^p + |y|^p, of which the middle three tenths are kept: few points each, gaps between them.
    private static ClassSamples Rings(int count, double power, ulong seed)
    {
        double Value(double[] x) => Math.Pow(Math.Abs(x[0]), power) + Math.Pow(Math.Abs(x[1]), power);
        var drawn = Gaussian(count * 10 / 3, 2, seed);
        var sorted = Enumerable.Range(0, drawn.Count).OrderBy(i => Value(drawn.Row(i).ToArray())).ToArray();
        (int Sample, int Class)[] kept = [.. sorted.Index().Select(at => (at.Item, Place: at.Index * 8.0 / drawn.Count)).Where(at => Math.Abs(at.Place - Math.Floor(at.Place) - 0.5) < 0.15).Select(at => (at.Item, (int)at.Place))];
        return new(new(drawn.Select([.. kept.Select(at => at.Sample)]), [Labels.FromNames("class", [.. kept.Select(at => $"{at.Class}")])]));
    }

    private static ClassSamples Quantiles(PointCloud points, Func<double[], double> value, int count)
    {
        var rank = new int[points.Count];
        foreach (var (place, sample) in Enumerable.Range(0, points.Count).OrderBy(i => value(points.Row(i).ToArray())).Index())
        {
            rank[sample] = place;
        }

        return new(new(points, [Labels.FromNames("class", [.. rank.Select(place => $"{(long)place * count / points.Count}")])]));
    }

    private static string Name(FoundSymmetry found) => found is { Verdict: SymmetryVerdict.Symmetric, Algebra: AlgebraIdentification.Unique unique } ? unique.Algebra.Name : found.Verdict.ToString();
}
