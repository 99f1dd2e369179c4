using Noether.Functions;
using Noether.Numerics;
using Noether.Runs;
using Noether.Tests.Verification;
using Noether.Verification;

namespace Noether.Tests.Functions;

public static class ClassLearnerTests
{
    private static readonly ulong[] Seeds = [1, 2, 3];

    [Fact]
    public static void Touching_concentric_classes_are_invariant_under_rotation_and_under_nothing_else() => Assert.All(Seeds, seed =>
    {
        var points = SymmetrySamples.Places(800, seed, random => SymmetryRules.InDisc(random, 0, 1));
        var learned = Learn(new(SymmetrySamples.Classes(points, x => SymmetryRules.Square(x) > 0.5 ? 1 : 0), BySets: false), seed);
        var test = SymmetryTest.Of(learned, points, new(), Execution.Default);

        Assert.Null(learned.Fit.Obstacle);
        Assert.False(learned.Fit.LiesApart);
        Assert.InRange(learned.Fit.Overlap, 0.001, 0.05); // a sharp boundary
        Assert.Equal("logits of degree 2", learned.Fit.Method);
        Assert.InRange(test.Judge(SymmetrySamples.Field(Matrix.FromRows([0, -1], [1, 0])))!.Asymmetry.Value, 0, 0.1);
        Assert.InRange(test.Judge(SymmetrySamples.Field(Matrix.Zero(2, 2), 1, 0))!.Asymmetry.Lower, 0.3, 1);
        Assert.InRange(test.Judge(SymmetrySamples.Field(Matrix.Identity(2)))!.Asymmetry.Lower, 0.6, 1.01); // an estimate may exceed 1
    });

    [Fact]
    public static void Random_labels_teach_nothing_and_it_says_so() => Assert.All(Seeds, seed =>
    {
        var random = new Seed(seed).For("labels").Stream();
        var learned = Learn(new(SymmetrySamples.Classes(SymmetrySamples.Box(400, 2, seed), _ => random.NextIndex(2))), seed);

        Assert.Contains("do not predict the classes", learned.Fit.Obstacle, StringComparison.Ordinal);
    });

    [Fact]
    public static void Clouds_that_gaps_separate_lie_apart() => Assert.All(Seeds, seed =>
    {
        var points = SymmetrySamples.Places(400, seed, random => [(0.3 * random.NextGaussian()) + (random.NextIndex(2) == 0 ? 3 : -3), random.NextGaussian()]);
        var learned = Learn(new(SymmetrySamples.Classes(points, x => x[0] > 0 ? 1 : 0)), seed);

        Assert.True(learned.Fit.LiesApart);
        Assert.Contains("lie apart", learned.Fit.Obstacle, StringComparison.Ordinal);
    });

    [Fact]
    public static void The_Jacobians_whitened_by_probabilities_have_no_part_along_the_sum_of_logits()
    {
        // sum_c sqrt(p_c) J_c = 0, since J_c = sqrt(p_c) (dlogit_c - mean): the softmax does not see what all logits share.
        var points = SymmetrySamples.Box(300, 2, 1);
        var learned = Learn(new(SymmetrySamples.Classes(points, x => x[0] > 0.2 ? 1 : 0), BySets: false), 1);
        var jets = learned.AtSamples([.. Enumerable.Range(0, 50)], Execution.Default);

        // With two classes the rows are parallel and of opposite sign.
        Assert.All(jets, jet => Assert.All(Enumerable.Range(0, 50), i =>
        {
            var (a, b) = (jet.Jacobians.AsSpan(i * 4, 2).ToArray(), jet.Jacobians.AsSpan((i * 4) + 2, 2).ToArray());
            Assert.Equal(0, (a[0] * b[1]) - (a[1] * b[0]), 1e-5);
            Assert.True((a[0] * b[0]) + (a[1] * b[1]) <= 0);
        }));
    }

    private static LearnedFunction Learn(ClassSamples samples, ulong seed) => samples.Learn(SymmetrySamples.Identity(2), new(seed), new() { Threads = 1 });
}
