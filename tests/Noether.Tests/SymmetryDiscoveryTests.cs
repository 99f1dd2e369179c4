using Noether.Data;
using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Runs;
using Noether.Verification;
using static Noether.Tests.Verification.SymmetryRules;
using static Noether.Tests.Verification.SymmetrySamples;

namespace Noether.Tests;

public static class SymmetryDiscoveryTests
{
    private const int Samples = 3000;
    private const int Classes = 8;

    private static readonly DiscoveryOptions Rotations = new() { Symmetry = new() { Space = GeneratorSpace.Rotations } };

    [Fact]
    public static void Turns_about_one_axis_are_found_among_rotations_where_classes_are_no_spheres()
    {
        var found = Discover(x => (x[0] * x[0]) + (x[1] * x[1]) + (3 * x[2] * x[2]), new(1), Rotations);

        Assert.Equal("so(2)", Assert.IsType<AlgebraIdentification.Unique>(found.Algebra).Algebra.Name);
        var generator = Assert.Single(found.Generators!.Generators);
        Assert.NotEqual("hyperplane", found.Generators.Method); // planes need whole spheres or circles
        Assert.InRange(Math.Abs(generator[0, 1]), 0.99, 1.01);
        Assert.InRange(Math.Sqrt((generator[0, 2] * generator[0, 2]) + (generator[1, 2] * generator[1, 2])), 0, 0.1);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 4)]
    public static void Ellipsoids_of_any_axes_turn_in_their_own_metric(double second, double third)
    {
        var found = Discover(x => (x[0] * x[0]) + (second * x[1] * x[1]) + (third * x[2] * x[2]), new(1), isOfValues: true);

        Assert.Equal("so(3)", Assert.IsType<AlgebraIdentification.Unique>(found.Algebra).Algebra.Name);
        Assert.Equal(SymmetryVerdict.Symmetric, found.Symmetry.Verdict);
        Assert.InRange(found.Symmetry.Metric![1, 1] / found.Symmetry.Metric[0, 0], 0.9 * second, 1.1 * second);
        Assert.InRange(found.Symmetry.Metric[2, 2] / found.Symmetry.Metric[0, 0], 0.9 * third, 1.1 * third);
    }

    [Fact]
    public static void Three_different_axes_have_no_turns_and_a_cubic_function_no_symmetry_at_all()
    {
        // The control: the same samples and stages.
        var axes = Discover(x => (x[0] * x[0]) + (2 * x[1] * x[1]) + (4 * x[2] * x[2]), new(1), Rotations);
        var cubic = Discover(x => Math.Pow(x[0], 3) - x[1] + (x[0] * x[1] * x[2]) + (x[2] * x[2]), new(1));

        Assert.All([axes, cubic], found => Assert.IsType<AlgebraIdentification.None>(found.Algebra));
        Assert.All([axes, cubic], found => Assert.Equal(SymmetryVerdict.None, found.Symmetry.Verdict));
    }

    [Fact]
    public static void Each_stage_is_told_as_soon_as_it_is_there_and_stays_true_when_the_run_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var told = new List<DiscoveryStage>();
        var data = new MexicanHat { SamplesPerClass = 60 }.Sample(new(1), Execution.Default);
        var options = DiscoveryOptions.Default with { Training = new() { MaximumEpochs = 2 } };

        Assert.Throws<OperationCanceledException>(() => SymmetryDiscovery.Run(
            data, options, new(1), Execution.Default with { Cancellation = cancellation.Token }, new Stages(told, cancellation)));
        var whole = SymmetryDiscovery.Run(data, options, new(1), Execution.Default, new Stages(told, null));

        Assert.Equal([typeof(EmbeddedSamples), typeof(EmbeddedOrbits), .. Every], told.Select(stage => stage.GetType()));
        Assert.Equal(whole.Orbits.OrbitOf, Assert.IsType<EmbeddedOrbits>(told[1]).Orbits.OrbitOf);
        Assert.Equal(whole.Timings, told[^1].Timings);
    }

    private static Type[] Every { get; } =
    [
        typeof(EmbeddedSamples), typeof(EmbeddedOrbits), typeof(SymmetryDiscovery), typeof(SymmetryDiscovery), typeof(SymmetryDiscovery),
    ];

    [Fact]
    public static void An_interruption_of_the_repeats_leaves_the_answer()
    {
        using var cancellation = new CancellationTokenSource();
        var told = new List<DiscoveryStage>();
        var data = new MexicanHat { SamplesPerClass = 60 }.Sample(new(1), Execution.Default);
        var options = DiscoveryOptions.Default with { Training = new() { MaximumEpochs = 2 }, Repeats = 1 };
        var progress = new Watch(stage => stage.StartsWith("repeats", StringComparison.Ordinal), cancellation);

        Assert.Throws<OperationCanceledException>(() => SymmetryDiscovery.Run(
            data, options, new(1), new() { Cancellation = cancellation.Token, Progress = progress }, new Stages(told, null)));

        Assert.IsType<SymmetryDiscovery>(told[^1]);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0)]
    public static void Classes_of_a_value_claim_nothing_that_the_value_itself_does_not_admit(double cubic) => Assert.All(Seeds, seed =>
    {
        var points = Gaussian(2000, 3, seed);
        var values = Values(points, x => Square(x) + (cubic * x[0] * x[0] * x[1]), 0.07, seed); // broken by .06
        var classes = ValueQuantiles.Of(values.AsSpan(), 5);
        var data = new LabelledPoints(points, new Labels("value", [.. classes.ClassesOf(values.AsSpan())], classes.Names)) { Values = [values] };

        var found = SymmetryDiscovery.RunOnEmbedding(
            data, new SingleMatrix(points.Count, 1, [.. values.Select(value => (float)value)]), DiscoveryOptions.Default, new(seed), Execution.Default);

        Assert.Equal(cubic == 0, found.Symmetry.Verdict == SymmetryVerdict.Symmetric);
    });

    private sealed class Watch(Func<string, bool> isReached, CancellationTokenSource cancellation) : IProgress<StageProgress>
    {
        public void Report(StageProgress value)
        {
            if (isReached(value.Stage))
            {
                cancellation.Cancel();
            }
        }
    }

    /// <summary>Keeps what it is told, and cancels the run at the orbits.</summary>
    private sealed class Stages(List<DiscoveryStage> told, CancellationTokenSource? cancellation) : IProgress<DiscoveryStage>
    {
        public void Report(DiscoveryStage value)
        {
            told.Add(value);
            if (value is EmbeddedOrbits)
            {
                cancellation?.Cancel();
            }
        }
    }

    /// <summary>Samples of a cube, in classes of equal size by the value of a function, on an embedding that knows the value.</summary>
    private static SymmetryDiscovery Discover(
        Func<double[], double> function, Seed seed, DiscoveryOptions? options = null, bool isOfValues = false)
    {
        var random = seed.For("points").Stream();
        var points = Enumerable.Range(0, Samples).Select(_ => new[] { random.NextUniform(-1, 1), random.NextUniform(-1, 1), random.NextUniform(-1, 1) }).ToArray();
        var values = points.Select(function).ToArray();
        var classes = new int[Samples];
        foreach (var (sample, rank) in Enumerable.Range(0, Samples).OrderBy(i => values[i]).Select((sample, rank) => (sample, rank)))
        {
            classes[sample] = rank * Classes / Samples;
        }

        var data = new LabelledPoints(
            new(Samples, 3, [.. points.SelectMany(point => point)]), new Labels("value", [.. classes], [.. Enumerable.Range(0, Classes).Select(k => $"{k}")]));
        data = isOfValues ? new(data.Points, data.Heads) { Values = [[.. values]] } : data;
        var embedding = new SingleMatrix(Samples, 1, [.. values.Select(value => (float)value)]);
        return SymmetryDiscovery.RunOnEmbedding(data, embedding, options ?? DiscoveryOptions.Default, seed, Execution.Default);
    }
}
