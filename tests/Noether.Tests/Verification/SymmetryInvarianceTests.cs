using Noether.Data;
using Noether.Functions;
using Noether.Numerics;
using Noether.Tests.Generators;
using Noether.Verification;
using static Noether.Tests.Verification.SymmetryRules;
using static Noether.Tests.Verification.SymmetrySamples;

namespace Noether.Tests.Verification;

/// <summary>What must not change the answer.</summary>
public static class SymmetryInvarianceTests
{
    private static readonly Matrix Map = Matrix.FromRows([2, 0.3, 0], [-1, 40, 0], [0, 3, 0.01]);
    private static readonly double[] Shift = [7, -200, 0.5];

    [Theory]
    [InlineData("rotations")]
    [InlineData("boosts")]
    [InlineData("nothing")]
    public static void Verdict_and_generators_do_not_depend_on_affine_coordinates(string which) => Assert.All(Seeds.Take(3), seed =>
    {
        var points = Box(800, 3, seed);
        var values = Values(points, Function(which), 0.02, seed);
        var (one, other) = (Find(new ValueSamples(points, [values]), seed), Find(new ValueSamples(Moved(points), [values]), seed));

        Assert.Equal(which == "nothing" ? SymmetryVerdict.None : SymmetryVerdict.Symmetric, one.Verdict);
        Assert.Equal(one.Verdict, other.Verdict);
        Assert.Equal(one.Generators?.Count, other.Generators?.Count);
        Assert.Equal(one.Algebra.Verdict, other.Algebra.Verdict);
        if (one.Generators is { } generators)
        {
            Assert.InRange(Spans.Sine([.. other.Generators!.Affine().Select(Back)], generators.Affine()), 0, 0.02);
        }
    });

    [Fact]
    public static void The_spectrum_does_not_depend_on_unit_and_offset_of_the_value() => Assert.All(Seeds, seed =>
    {
        var points = Box(300, 2, seed);
        var values = Values(points, x => Square(x) + (0.2 * x[0] * x[0] * x[0]), 0.02, seed);
        var spectra = new[] { 1, 1000, 1e-6 }.Select(unit => Find(new ValueSamples(points, [[.. values.Select(y => (unit * y) + (3 * unit))]]), seed)).ToArray();

        Assert.All(spectra, other => Assert.Equal(spectra[0].Verdict, other.Verdict));
        Assert.All(spectra, other => Assert.All(spectra[0].Spectrum.Zip(other.Spectrum), pair => Assert.Equal(pair.First.Value, pair.Second.Value, 1e-6)));
    });

    [Fact]
    public static void One_and_two_threads_give_the_same_bits()
    {
        var points = Box(400, 3, 1);
        var disc = Places(400, 1, random => InDisc(random, 0, 1));
        IFunctionLearner[] learners =
        [
            new ValueSamples(points, [Values(points, Function("rotations"), 0.1, 1)]),
            new ValueSamples(points, [Values(points, x => Math.Sin(5 * x[0] * x[1]) + x[2], 0.1, 1)]),
            new ClassSamples(Classes(disc, x => Square(x) > 0.5 ? 1 : 0)),
            new ClassSamples(Classes(disc, x => x[0] + x[1] > 0.2 ? 1 : 0), BySets: false),
            Set(SyntheticOrbits.Sphere(400, 3, 1, 0.01, new(1))),
        ];
        Assert.All(learners, learner =>
        {
            var found = new[] { 1, 2 }.Select(threads => SymmetryFinder.Find(learner, new(), new(1), new() { Threads = threads })).ToArray();
            Assert.Equal(found[0].Reason, found[1].Reason);
            Assert.Equal(found[0].Spectrum, found[1].Spectrum);
            Assert.Equal(found[0].Fit, found[1].Fit);
            Assert.Equal(found[0].Generators?.Generators ?? [], found[1].Generators?.Generators ?? []);
        });
    }

    [Fact]
    public static void Another_seed_deals_other_parts_and_finds_the_same_symmetry()
    {
        var points = Box(500, 3, 1);
        var learner = new ValueSamples(points, [Values(points, Function("boosts"), 0.02, 1)]);
        var found = Seeds.Select(seed => Find(learner, seed)).ToArray();

        Assert.All(found, one => Assert.Equal(3, one.Count()));
        Assert.All(found.Skip(1), one => Assert.InRange(Spans.Sine(one.Generators!.Affine(), found[0].Generators!.Affine()), 0, 0.02));
        Assert.NotEqual(found[0].Spectrum, found[1].Spectrum);
    }

    [Fact]
    public static void Dependence_names_the_combinations_that_matter() => Assert.All(Seeds, seed =>
    {
        var found = OfValues(Box(600, 4, seed), x => (x[0] + x[1]) * (x[0] + x[1] + (2 * x[2])), 0.02, seed);
        var dependence = found.Dependence!;

        Assert.Equal(2, dependence.Rank);
        Assert.Equal([3], dependence.Unused);
        Assert.Equal(2, dependence.Combinations.Length);
        Assert.InRange(dependence.Asymmetry!.Upper, 0, 0.05);
        foreach (var combination in dependence.Combinations)
        {
            Assert.Equal(combination[0], combination[1], 0.1); // x_0 and x_1 matter as their sum
            Assert.Equal(0, combination[3]);
        }

        Assert.Null(OfValues(Box(600, 3, seed), Function("rotations"), 0.02, seed).Dependence!.Asymmetry); // the control: all matter
    });

    private static Func<double[], double> Function(string which) => which switch
    {
        "rotations" => Square,
        "boosts" => x => (2 * x[0] * x[0]) - Square(x),
        _ => x => Math.Pow(x[0], 4) + Math.Pow(x[1], 4) + Math.Pow(x[2], 4) + (0.3 * x[0] * x[1] * x[2]),
    };

    private static PointCloud Moved(PointCloud points) => points.MappedBy(Map).RelativeTo([.. Shift.Select(x => -x)]);

    // T^-1 A T with T = [Map Shift; 0 1].
    private static Matrix Back(Matrix field)
    {
        var forward = Matrix.Generate(4, 4, (i, j) => i == 3 ? (j == 3 ? 1 : 0) : j == 3 ? Shift[i] : Map[i, j]);
        var inverse = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(4, 4, (i, j) => forward[i, j]).Inverse();
        return Matrix.Generate(4, 4, (i, j) => inverse[i, j]) * field * forward;
    }
}
