using Noether.Groups;
using Noether.Verification;

namespace Noether.Tests.Verification;

/// <summary>The exact test of (Y14), and the distance of (Y15).</summary>
public sealed class InvariantDistributionTests
{
    private const int Runs = 300;
    private const double Level = 0.05;

    [Theory]
    [InlineData("so(2)", 50)]
    [InlineData("C5", 200)]
    [InlineData("o(2)", 200)]
    public void An_invariant_distribution_is_rejected_as_seldom_as_the_level_says(string group, int count)
    {
        var rejected = Enumerable.Range(0, Runs).Count(run => PValue(group, count, (ulong)run, [1, 1]) <= Level);

        Assert.InRange(rejected / (double)Runs, 0.01, Level + (3 * Math.Sqrt(Level * (1 - Level) / Runs)));
    }

    [Fact]
    public void A_distribution_that_is_longer_one_way_is_rejected() =>
        Assert.InRange(Enumerable.Range(0, 20).Count(run => PValue("so(2)", 200, (ulong)run, [1.5, 1]) <= Level), 16, 20);

    [Fact]
    public void A_square_has_quarter_turns_and_not_all_rotations()
    {
        var square = SymmetrySamples.Box(3000, 2, 21);
        var quarter = GroupTest.OfPoints(square, SymmetryGroup.Named("C4", 2), seed: new(22));
        var all = GroupTest.OfPoints(square, SymmetryGroup.Named("so(2)", 2), seed: new(22));

        Assert.Equal(SymmetryVerdict.Symmetric, quarter.Verdict);
        Assert.InRange(quarter.PValue!.Value, 0.01, 1);
        Assert.NotEqual(SymmetryVerdict.Symmetric, all.Verdict);
        Assert.InRange(all.PValue!.Value, 0, 0.01);
    }

    [Theory]
    [InlineData(1, SymmetryVerdict.Symmetric)]
    [InlineData(2, SymmetryVerdict.None)]
    public void Points_far_from_the_origin_turn_about_their_own_centre(double length, SymmetryVerdict verdict)
    {
        var far = SymmetrySamples.Places(1000, 25, random => [2e6 + (length * random.NextGaussian()), -3e6 + random.NextGaussian()]);

        Assert.Equal(verdict, GroupTest.OfPoints(far, SymmetryGroup.Named("so(2)", 2).About([2e6, -3e6]), seed: new(26)).Verdict);
    }

    [Fact]
    public void Columns_of_one_distribution_can_be_exchanged_and_others_not()
    {
        var same = SymmetrySamples.Places(2000, 23, random => [random.NextDouble(), random.NextDouble(), random.NextDouble()]);
        var other = SymmetrySamples.Places(2000, 23, random => [random.NextDouble(), random.NextDouble(), Math.Pow(random.NextDouble(), 2)]);

        Assert.Equal(SymmetryVerdict.Symmetric, GroupTest.OfPoints(same, SymmetryGroup.Named("S3", 3), seed: new(24)).Verdict);
        Assert.NotEqual(SymmetryVerdict.Symmetric, GroupTest.OfPoints(other, SymmetryGroup.Named("S3", 3), seed: new(24)).Verdict);
        Assert.InRange(GroupTest.OfPoints(other, SymmetryGroup.Named("S3", 3), seed: new(24)).PValue!.Value, 0, 0.01);
    }

    [Fact]
    public void No_points_are_invariant_under_translations()
    {
        var tested = GroupTest.OfPoints(SymmetrySamples.Box(500, 2, 25), SymmetryGroup.Named("se(2)", 2));

        Assert.Equal(SymmetryVerdict.CannotTell, tested.Verdict);
        Assert.Null(tested.PValue);
    }

    [Fact]
    public void The_answer_has_the_same_bits_on_any_number_of_threads()
    {
        var (points, group) = (SymmetrySamples.Gaussian(700, 3, 26), SymmetryGroup.Named("so(3)", 3));

        var one = GroupTest.OfPoints(points, group, seed: new(27), execution: new() { Threads = 1 });
        var three = GroupTest.OfPoints(points, group, seed: new(27), execution: new() { Threads = 3 });

        Assert.Equal((one.PValue, one.Asymmetry), (three.PValue, three.Asymmetry));
    }

    private static double PValue(string group, int count, ulong run, double[] spreads)
    {
        var points = SymmetrySamples.Places(count, run + 1000, random => [spreads[0] * random.NextGaussian(), spreads[1] * random.NextGaussian()]);
        return InvariantDistribution.PValue(points, SymmetryGroup.Named(group, 2), new(run), new() { Threads = 1 }, copies: 99);
    }
}
