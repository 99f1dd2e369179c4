using Noether.Functions;
using Noether.Runs;
using Noether.Tests.Verification;

namespace Noether.Tests.Functions;

public static class HigherStructureTests
{
    private static readonly ulong[] Seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    [Fact]
    public static void Noise_has_none_within_its_error_and_is_not_called_structure()
    {
        var deviations = Seeds.Select(seed => Measure(300, 3, Square, 0.2, seed)!).Select(structure => structure.Share / structure.Error).ToArray();

        Assert.All(deviations, deviation => Assert.InRange(deviation, -4, 4));
        Assert.InRange(deviations.Average(), -0.7, 0.7);
    }

    [Fact]
    public static void R2_Structure_of_higher_degree_is_seen_by_all_samples_where_a_part_is_too_small_to_learn_it() => Assert.All(Seeds, seed =>
    {
        // Eight parts have 25 samples each for the 35 products of degree 4. The cubic term is 3 % of the variance, the noise 5 %.
        var structure = Measure(200, 3, x => Square(x) + (0.65 * x[0] * x[1] * x[2]), 0.115, seed)!;

        Assert.InRange(structure.Share, 0.005, 0.08);
        Assert.True(structure.Upper > structure.Share && structure.Share > 2 * Measure(200, 3, Square, 0.115, seed)!.Share);
    });

    [Fact]
    public static void Two_samples_are_needed_for_every_product_of_coordinates()
    {
        Assert.Null(Measure(69, 3, Square, 0.1, 1));
        Assert.NotNull(Measure(70, 3, Square, 0.1, 1));
    }

    private static double Square(double[] x) => SymmetryRules.Square(x);

    // Quadratic fits in eight parts, held against degree 4.
    private static HigherStructure? Measure(int count, int dimension, Func<double[], double> function, double noise, ulong seed)
    {
        var points = SymmetrySamples.Box(count, dimension, seed);
        var targets = new Targets(ValueTransform.Standardised([.. SymmetrySamples.Values(points, function, noise, seed)]), 1);
        var parts = SampleParts.Assign(points, 8, 1, new(seed));
        return HigherStructure.Measure(points, targets, parts, SymmetrySamples.Fits(points, targets, parts, 2), 2, 4, Execution.Default);
    }
}
