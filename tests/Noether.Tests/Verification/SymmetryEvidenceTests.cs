using Noether.Data;
using Noether.Generators;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Tests.Verification;

public static class SymmetryEvidenceTests
{
    [Fact]
    public static void Concentric_circles_are_symmetric() => Expect(SymmetryVerdict.Symmetric, Curves((_, _) => 1));

    [Fact]
    public static void Concentric_trefoils_are_not() => Expect(SymmetryVerdict.None, Curves((_, angle) => 1 + (0.1 * Math.Cos(3 * angle))));

    [Fact]
    public static void Ellipses_of_different_shape_are_not() =>
        Expect(SymmetryVerdict.None, Curves((curve, angle) => 1 / Math.Sqrt(1 + (0.2 * curve * Math.Pow(Math.Sin(angle), 2)))));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public static void Quantiles_of_the_radius_are_symmetric(int dimension) =>
        Expect(SymmetryVerdict.Symmetric, Quantiles(dimension, x => x.ToArray().Sum(y => y * y)));

    [Fact]
    public static void Quantiles_of_a_function_without_symmetry_are_not() =>
        Expect(SymmetryVerdict.None, Quantiles(2, x => Math.Pow(x[0], 4) + Math.Pow(x[1], 3) + (x[0] * x[1])));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public static void Random_labels_are_not(int dimension)
    {
        var random = new Seed(8).Stream();
        Expect(SymmetryVerdict.None, Quantiles(dimension, _ => random.NextDouble()));
    }

    [Fact]
    public static void One_orbit_without_classes_is_judged_by_distance()
    {
        var circle = SyntheticOrbits.Sphere(300, 2, 1, 0.01, new(2));
        var estimate = GeneratorEstimate.FromOrbit(circle, HyperplaneOptions.Default, new(1), Execution.Default);
        var evidence = SymmetryEvidence.Weigh([circle], estimate, VerificationOptions.Default, new(1), Execution.Default);

        Assert.Equal(SymmetryVerdict.Symmetric, evidence.Verdict);
        Assert.InRange(evidence.Invariance!.Error, 0.8, 1.2);
        Assert.InRange(evidence.Invariance.Control, 3, double.MaxValue);
    }

    private static void Expect(SymmetryVerdict verdict, LabelledPoints samples)
    {
        var orbits = samples.Cells.Members().Select(members => samples.Points.Select(members.AsSpan())).ToArray();
        var estimate = GeneratorEstimate.FromOrbits(orbits, HyperplaneOptions.Default, new(1), Execution.Default);
        var evidence = SymmetryEvidence.Weigh(samples, estimate, VerificationOptions.Default, new(1), Execution.Default);

        Assert.True(verdict == evidence.Verdict, evidence.Reason);
    }

    /// <summary>Four closed curves about one centre, of radius 1, 1.4, 1.8 and 2.2 times a shape.</summary>
    private static LabelledPoints Curves(Func<int, double, double> shape)
    {
        var random = new Seed(6).Stream();
        var (values, classes) = (new List<double>(), new List<int>());
        for (var i = 0; i < 1200; i++)
        {
            var (curve, angle) = (i % 4, random.NextUniform(0, 2 * Math.PI));
            var radius = (1 + (0.4 * curve)) * shape(curve, angle) * (1 + (0.005 * random.NextGaussian()));
            values.AddRange([0.3 + (radius * Math.Cos(angle)), (radius * Math.Sin(angle)) - 1]);
            classes.Add(curve);
        }

        return new(new(1200, 2, [.. values]), new Labels("curve", [.. classes], ["0", "1", "2", "3"]));
    }

    /// <summary>Samples of a box, in seven classes of equal size by the value of a function.</summary>
    private static LabelledPoints Quantiles(int dimension, Func<ReadOnlySpan<double>, double> function)
    {
        const int Count = 2800;
        var random = new Seed(6).Stream();
        var points = new PointCloud(Count, dimension, [.. Enumerable.Range(0, Count * dimension).Select(_ => random.NextUniform(-1, 1))]);
        var values = Enumerable.Range(0, Count).Select(i => function(points.Row(i))).ToArray();
        var classes = new int[Count];
        foreach (var (rank, sample) in Enumerable.Range(0, Count).OrderBy(i => values[i]).Index())
        {
            classes[sample] = rank * 7 / Count;
        }

        return new(points, new Labels("value", [.. classes], [.. Enumerable.Range(0, 7).Select(i => i.ToString())]));
    }
}
