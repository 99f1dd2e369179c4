using Noether.Data;
using Noether.Embeddings;
using Noether.Experiments.Discovery;
using Noether.Experiments.Measures;
using Noether.Experiments.RotatedDigits;
using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Science.Tests;

/// <summary>The experiment of Figure 9 on synthetic pictures, where no data set is needed.</summary>
public sealed class RotatedStrokesTests(ITestOutputHelper output)
{
    private static readonly RotatedDigitsOptions Small = new() { Images = 12, Rotations = 60, Together = [1, 3], Coordinates = [3, 5], FrequencyImages = 12 };

    [Fact]
    public void Turned_strokes_give_a_rotation_with_its_frequencies_and_upright_ones_do_not()
    {
        var run = Run(Strokes.Draw(600, new(5)), Small);
        foreach (var claim in run.Claims!.Value)
        {
            output.WriteLine($"{(claim.Holds ? "holds" : "FAILS")} {claim.Name}: {claim.Value}, expected {claim.Expected}, control {claim.Control}");
        }

        Assert.Equal("so(2)", run.Algebra!.Name);
        foreach (var part in (string[])["first standard deviation", "|cosine|", "off their orbits", "frequencies of the generator", "cosine of a picture moved"])
        {
            Assert.NotEmpty(Claims(run, part));
            Assert.All(Claims(run, part).Where(claim => !IsOfUnevenAngles(claim)), claim => Assert.True(claim.Holds, $"{claim.Name} is {claim.Value}"));
        }

        Assert.All(Claims(run, "off their orbits"), claim => Assert.InRange(claim.Control!.Number!.Value, 4, 100));
        Assert.DoesNotContain(run.Claims!.Value, claim => claim.Name.StartsWith("1 of the digit 8, orbits known: first", StringComparison.Ordinal)); // it could not fail
        Assert.DoesNotContain(run.Claims!.Value, claim => claim.Name.StartsWith("frequencies of the generator on 3", StringComparison.Ordinal)); // nor could this
        Assert.Contains(run.Figures, figure => figure is { Name: "orbits", Panels.Length: 2 });
    }

    // Sixty angles drawn independently leave gaps in a circle; its ratio is then no larger than that of upright pictures.
    private static bool IsOfUnevenAngles(Claim claim) => claim.Name.Contains("independently", StringComparison.Ordinal) && claim.Name.Contains("first standard deviation", StringComparison.Ordinal);

    [Fact]
    public void Where_nothing_was_found_the_claims_stay_and_fail()
    {
        var blob = new PointCloud(60, 3, [.. Enumerable.Range(0, 180).Select(_ => 0.0)]);
        var nothing = new OrbitGenerator(1, 3, GeneratorEstimate.FromOrbits([blob], HyperplaneOptions.Default, new(1), Execution.Default), Invariance: null);
        var generators = new DigitGenerators { Known = [nothing], Upright = [nothing], Independent = [], Learned = null };
        var frequencies = new AngularFrequencies { Coordinates = 5, Components = null, Found = [], Known = [], Drop = double.NaN, Dealt = [], DealtDrop = double.NaN, Planes = null };

        Claim[] claims =
        [
            .. RotatedDigitsClaims.Generators(generators, "8", new AlgebraIdentification.None { Reason = "none" }, new(2)),
            .. RotatedDigitsClaims.Frequencies([frequencies]),
            RotatedDigitsClaims.Moved(null),
        ];

        Assert.Equal(3, claims.Count(claim => claim.Name.Contains("from the network:", StringComparison.Ordinal)));
        Assert.Equal(9, claims.Length);
        Assert.All(claims, claim => Assert.False(claim.Holds, claim.Name));
        Assert.All(claims, claim => Assert.NotEqual(claim.Value, claim.Expected)); // never "none, expected none"
    }

    [Fact]
    public void Classes_without_samples_do_not_count_as_wrong()
    {
        var cells = new Labels("class", [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2], ["a", "b", "c"]);
        var truth = new KnownOrbits(cells, [.. Enumerable.Repeat(0, 13)], SmallestShare: 0.2);
        var line = new SingleMatrix(13, 1, [.. Enumerable.Range(0, 13).Select(i => (float)i)]);
        ImmutableArray<int> used = [.. Enumerable.Range(0, 12)]; // nothing of the third class

        var right = RepresentationQuality.Measure(line, truth, used, new() { Neighbours = 2, SmallestShare = 0.2 }, Execution.Default);
        var wrong = RepresentationQuality.Measure(line, truth with { OrbitOf = [0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0] }, used, new() { Neighbours = 2, SmallestShare = 0.2 }, Execution.Default);

        Assert.Equal(1, right.RightCounts);
        Assert.Equal(0.5, wrong.RightCounts);
    }

    [Fact]
    public void Options_and_sizes_out_of_range_are_refused_with_the_reason()
    {
        Assert.Contains("odd", Assert.Throws<ArgumentException>(() => Small with { Coordinates = [4] }).Message, StringComparison.Ordinal);
        Assert.Contains("none", Assert.Throws<ArgumentException>(() => Small with { Together = [] }).Message, StringComparison.Ordinal);
        Assert.Contains("from 1", Assert.Throws<ArgumentException>(() => Small with { Together = [3, 0] }).Message, StringComparison.Ordinal);
        Assert.Contains("100000", Assert.Throws<ArgumentException>(() => Run(Strokes.Draw(12, new(5)), Small with { Rotations = 10_000 })).Message, StringComparison.Ordinal);
        Assert.Contains("digit 7", Assert.Throws<InvalidDataException>(() => Run(Strokes.Draw(12, new(5)), Small with { Digit = "7" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_pictures_of_too_many_pixels_are_refused_with_the_file_and_the_limit()
    {
        const int side = PrincipalComponents.LargestSide + 1;
        var wide = new LabelledPoints(new PointCloud(side, side, new double[side * side]), new Labels("label", [.. new int[side]], ["a"]));
        var source = new SampleSource("pictures.npy", new string('0', 64), wide, [], Dropped: 0, []);

        var refused = Assert.Throws<InvalidDataException>(() => source.OnPrincipalComponents(3, Execution.Default));

        Assert.StartsWith("pictures.npy: expected at most 4096 samples", refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Claim> Claims(Report run, string part) => run.Claims!.Value.Where(claim => claim.Name.Contains(part, StringComparison.Ordinal));

    private static Report Run(DigitImages digits, RotatedDigitsOptions options)
    {
        var blank = new Report { Command = "test", Version = "test", Seed = 3, Threads = 2, Repeat = "test", Verdict = "" };
        return RotatedDigitsExperiment.Run(digits, options, new(blank, new(3), Execution.Default, new Progress<Report>()));
    }
}
