using Noether.Data;
using Noether.Generators;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Tests.Verification;

public static class FilledSpaceTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public static void A_filled_ball_is_kept_by_rotations_but_shows_no_group(int dimension)
    {
        var evidence = Weigh(Ball(dimension));

        Assert.Equal(SymmetryVerdict.None, evidence.Verdict);
        Assert.Contains("no orbit within it", evidence.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 0.2)]
    [InlineData(3, 0.1)]
    public static void A_thick_shell_is_not_taken_for_a_ball(int dimension, double noise) =>
        Assert.Equal(SymmetryVerdict.Symmetric, Weigh(SyntheticOrbits.Sphere(1000, dimension, 1, noise, new(2))).Verdict);

    private static SymmetryEvidence Weigh(PointCloud points)
    {
        var estimate = GeneratorEstimate.FromOrbit(points, HyperplaneOptions.Default, new(1), Execution.Default);
        Assert.NotEqual(0, estimate.Count);
        return SymmetryEvidence.Weigh([points], estimate, VerificationOptions.Default, new(1), Execution.Default);
    }

    private static PointCloud Ball(int dimension)
    {
        var random = new Seed(5).Stream();
        var values = new List<double>();
        while (values.Count < 1000 * dimension)
        {
            double[] place = [.. Enumerable.Range(0, dimension).Select(_ => random.NextUniform(-1, 1))];
            if (place.Sum(x => x * x) <= 1)
            {
                values.AddRange(place);
            }
        }

        return new(1000, dimension, [.. values]);
    }
}
