using Noether.Data;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Tests;

public static class SymmetryDiscoveryTests
{
    private const int Samples = 3000;
    private const int Classes = 8;

    [Fact]
    public static void Turns_about_one_axis_are_found_where_classes_are_no_spheres()
    {
        var found = Discover(x => (x[0] * x[0]) + (x[1] * x[1]) + (3 * x[2] * x[2]), new(1));

        Assert.Equal("so(2)", Assert.IsType<AlgebraIdentification.Unique>(found.Algebra).Algebra.Name);
        var generator = Assert.Single(found.Generators!.Generators);
        Assert.NotEqual("hyperplane", found.Generators.Method); // planes need whole spheres or circles
        Assert.InRange(Math.Abs(generator[0, 1]), 0.99, 1.01);
        Assert.InRange(Math.Sqrt((generator[0, 2] * generator[0, 2]) + (generator[1, 2] * generator[1, 2])), 0, 0.1);
    }

    [Fact]
    public static void Three_different_axes_and_a_cubic_function_have_no_turns() // the control: the same samples and stages
    {
        Assert.IsType<AlgebraIdentification.None>(Discover(x => (x[0] * x[0]) + (2 * x[1] * x[1]) + (4 * x[2] * x[2]), new(1)).Algebra);
        Assert.IsType<AlgebraIdentification.None>(Discover(x => Math.Pow(x[0], 3) - x[1] + (x[0] * x[1] * x[2]) + (x[2] * x[2]), new(1)).Algebra);
    }

    /// <summary>Samples of a cube, in classes of equal size by the value of a function, on an embedding that knows the value.</summary>
    private static SymmetryDiscovery Discover(Func<double[], double> function, Seed seed)
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
        return SymmetryDiscovery.RunOnEmbedding(data, new SingleMatrix(Samples, 1, [.. values.Select(value => (float)value)]), DiscoveryOptions.Default, seed, Execution.Default);
    }
}
