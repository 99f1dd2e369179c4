using Noether.Functions;
using Noether.Groups;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Tests.Verification;

/// <summary>Groups that a user names, (Y2) and (R11), each beside one that does not hold.</summary>
public sealed class GroupTestTests
{
    [Theory]
    [InlineData("so(2)", "D3")]
    [InlineData("C3", "C2")]
    [InlineData("D3", "C4")]
    public void R11_A_large_invariant_part_hides_no_element_that_breaks_the_rest(string group, string broken)
    {
        // so(2) is asked of the round part alone, the others of a function that is round but for three waves.
        var function = group == "so(2)" ? Square : Waves(0.3);
        var other = group == "so(2)" ? Values(Waves(0.3), "so(2)") : Values(function, broken);

        Assert.Equal(SymmetryVerdict.Symmetric, Values(function, group).Verdict);
        Assert.Equal(SymmetryVerdict.None, other.Verdict);
    }

    [Fact]
    public void R11_A_small_turn_of_small_waves_on_a_large_bowl_is_no_symmetry()
    {
        var (points, turn) = (SymmetrySamples.Box(3000, 2, 3), SymmetryGroup.Named("C36", 2));
        var tested = GroupTest.OfValues(points, SymmetrySamples.Values(points, Waves(0.03), 0.001, 4).AsSpan(), turn, seed: new(5));
        var third = GroupTest.OfValues(points, SymmetrySamples.Values(points, Waves(0.03), 0.001, 4).AsSpan(), SymmetryGroup.Named("C3", 2), seed: new(5));

        // Against twice the variance a turn by ten degrees would have an asymmetry of .03, within the tolerance.
        Assert.InRange(tested.Members.Single(member => member.Name == "rotation by 10 degrees").Asymmetry.Lower, 0.1, 1);
        Assert.Equal(SymmetryVerdict.Symmetric, third.Verdict);
    }

    [Theory]
    [InlineData("Oh", true)]
    [InlineData("S3", true)]
    [InlineData("so(3)", false)]
    [InlineData("Ih", false)]
    public void Point_groups_and_permutations_of_space_are_told_apart(string group, bool holds)
    {
        var points = SymmetrySamples.Box(3000, 3, 6);
        var values = SymmetrySamples.Values(points, x => x.Sum(c => c * c * c * c), 0.01, 7);
        var tested = GroupTest.OfValues(points, values.AsSpan(), SymmetryGroup.Named(group, 3), seed: new(8));

        Assert.Equal(holds ? SymmetryVerdict.Symmetric : SymmetryVerdict.None, tested.Verdict);
    }

    [Fact]
    public void Boosts_are_tested_like_rotations_and_rotations_of_four_vectors_are_refused()
    {
        var points = SymmetrySamples.Gaussian(2000, 4, 9);
        var values = SymmetrySamples.Values(points, x => (x[0] * x[0]) - (x[1] * x[1]) - (x[2] * x[2]) - (x[3] * x[3]), 0.05, 10);
        var lorentz = GroupTest.OfValues(points, values.AsSpan(), SymmetryGroup.Named("so(1,3)", 4), seed: new(11));
        var rotations = GroupTest.OfValues(points, values.AsSpan(), SymmetryGroup.Named("so(4)", 4), seed: new(11));

        Assert.Equal(SymmetryVerdict.Symmetric, lorentz.Verdict);
        Assert.Null(lorentz.PValue); // no distribution is invariant under boosts
        Assert.Equal(SymmetryVerdict.None, rotations.Verdict);
        Assert.All(rotations.Members.Where(member => member.Name.Contains('1', StringComparison.Ordinal)), member => Assert.InRange(member.Asymmetry.Lower, 0.3, 1));
        Assert.All(rotations.Members.Where(member => !member.Name.Contains('1', StringComparison.Ordinal)), member => Assert.InRange(member.Asymmetry.Upper, 0, 0.05));
    }

    [Fact]
    public void Labels_of_noise_say_nothing()
    {
        var points = SymmetrySamples.Box(1500, 2, 12);
        var random = new Seed(13).Stream();
        var tested = GroupTest.OfLabels(SymmetrySamples.Classes(points, _ => random.NextIndex(3)), SymmetryGroup.Named("C4", 2), seed: new(14));

        Assert.Equal(SymmetryVerdict.CannotTell, tested.Verdict);
    }

    [Fact]
    public void Labels_by_quadrants_have_the_mirrors_of_a_square_and_no_other()
    {
        var points = SymmetrySamples.Box(3000, 2, 15);
        var labels = SymmetrySamples.Classes(points, x => Math.Abs(x[0]) + Math.Abs(x[1]) < 0.7 ? 0 : 1);
        var square = GroupTest.OfLabels(labels, SymmetryGroup.Named("D4", 2), new() { Tolerance = 0.1 }, new(16));
        var hexagon = GroupTest.OfLabels(labels, SymmetryGroup.Named("C3", 2), new() { Tolerance = 0.1 }, new(16));

        Assert.NotEqual(SymmetryVerdict.None, square.Verdict);
        Assert.Equal(SymmetryVerdict.None, hexagon.Verdict);
    }

    [Fact]
    public void Samples_in_a_plane_cannot_be_asked_about_turns_out_of_it()
    {
        var flat = SymmetrySamples.Places(1000, 17, random => [random.NextGaussian(), random.NextGaussian(), 0]);
        var values = SymmetrySamples.Values(flat, Square, 0, 0);

        Assert.Equal(SymmetryVerdict.Symmetric, GroupTest.OfValues(flat, values.AsSpan(), SymmetryGroup.Named("so(2)", ["x", "y", "z"], [[0, 1]])).Verdict);
        Assert.Contains("leads out of these", GroupTest.OfValues(flat, values.AsSpan(), SymmetryGroup.Named("so(3)", 3)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1e-3)]
    [InlineData(1e-6)]
    public void What_breaks_a_known_function_is_measured_within_a_tenth(double size)
    {
        var points = SymmetrySamples.Gaussian(4000, 3, 18);
        var deviation = Math.Sqrt(6); // of the square of a normal vector of space
        var broken = Known(3, 1, x => [(Square(x) / deviation) + (size * x[0])]);
        var share = GroupTest.OfFunction(broken, points, SymmetryGroup.Named("so(3)", 3), seed: new(19)).BrokenShare!.Value;
        var whole = GroupTest.OfFunction(Known(3, 1, x => [Square(x)]), points, SymmetryGroup.Named("so(3)", 3), seed: new(19));

        Assert.InRange(share, 0.9 * size, 1.1 * size);
        Assert.InRange(whole.BrokenShare!.Value, 0, 1e-12);
        Assert.All(whole.Members, member => Assert.InRange(member.Change!.Value, 0, 1e-10));
    }

    [Fact]
    public void A_field_that_turns_with_its_place_is_equivariant_and_not_invariant()
    {
        var (points, rotations) = (SymmetrySamples.Gaussian(1000, 3, 20), SymmetryGroup.Named("so(3)", 3));
        var radial = Known(3, 3, x => [.. x.Select(c => c * (1 + Square(x)))]);

        Assert.InRange(GroupTest.OfFunction(radial, points, rotations, rotations).Asymmetry!.Upper, 0, 1e-6);
        Assert.Equal(SymmetryVerdict.None, GroupTest.OfFunction(radial, points, rotations).Verdict);
        Assert.Throws<ArgumentException>(() => GroupTest.OfFunction(radial, points, SymmetryGroup.Named("C4", 3), SymmetryGroup.Named("C5", 3)));
        Assert.Throws<ArgumentException>(() => GroupTest.OfFunction(radial, points, rotations, SymmetryGroup.Named("t(3)", 3)));
    }

    private static GroupTest Values(Func<double[], double> function, string group)
    {
        var points = SymmetrySamples.Box(2000, 2, 1);
        return GroupTest.OfValues(points, SymmetrySamples.Values(points, function, 0.01, 2).AsSpan(), SymmetryGroup.Named(group, 2), seed: new(3));
    }

    private static double Square(double[] x) => x.Sum(c => c * c);

    private static Func<double[], double> Waves(double size) => x => Square(x) + (size * ((x[0] * x[0] * x[0]) - (3 * x[0] * x[1] * x[1])));

    private static KnownFunction Known(int inputs, int outputs, Func<double[], double[]> function) => new(
        inputs,
        outputs,
        places => [.. Enumerable.Range(0, places.Count).SelectMany(i => function(places.Row(i).ToArray()))],
        [.. Enumerable.Repeat(1e-4, inputs)]);
}
