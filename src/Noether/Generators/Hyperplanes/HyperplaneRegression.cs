using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.Frames;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators.Hyperplanes;

/// <summary>Steps 1 to 6 of the paper for one orbit: random thick planes, pairs, least squares.</summary>
internal static class HyperplaneRegression
{
    /// <summary>Fewest pairs per entry of a candidate that the pairs decide: with ten, a candidate's error is a third of the noise of one pair.</summary>
    public const int PairsPerUnknown = 10;

    private const int LeastPlanes = 200;
    private const int PlanesPerGenerator = 20;

    /// <summary>The candidates of an orbit of one field.</summary>
    /// <param name="orbit">The points, in the coordinates of the input. Shape [n, d].</param>
    /// <param name="fit">The directions that the orbit spans, its radius and thickness.</param>
    /// <param name="centre">The point about which generators act. Shape [d].</param>
    /// <param name="options">Planes and widths.</param>
    /// <param name="seed">Where the planes come from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static Candidates Of(PointCloud orbit, SphereFit fit, double[] centre, HyperplaneOptions options, Seed seed, Execution execution)
    {
        var unit = ScaledToUnit(orbit.RelativeTo(centre).MappedBy(fit.Basis), fit.Basis.Rows, out var radius);
        var widths = PlaneWidths.For(unit, fit.Thickness / radius, options);
        return Of(new(unit, fit.Basis, radius, widths), options, seed, execution);
    }

    /// <summary>The candidates of an orbit of several fields, step 8 of the paper.</summary>
    /// <param name="joint">The points about their fixed points, in the coordinates of a <see cref="FieldFrame"/>. Shape [n, fields * k].</param>
    /// <param name="k">The length of a field.</param>
    /// <param name="options">Planes, widths and fields.</param>
    /// <param name="seed">Where the planes come from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static Candidates OfFields(PointCloud joint, int k, HyperplaneOptions options, Seed seed, Execution execution)
    {
        var unit = ScaledToUnit(joint, k, out var radius);
        var widths = PlaneWidths.ForFields(unit, k, options, seed.For("widths"));
        return Of(new(unit, Matrix.Identity(k), radius, widths), options, seed, execution);
    }

    private static Candidates Of(Problem problem, HyperplaneOptions options, Seed seed, Execution execution)
    {
        var k = problem.Basis.Rows;
        var first = problem.First;
        var part = Parts(first.Count, options.Parts, seed.For("parts"));
        var planes = k == 2 ? 1 : options.Planes ?? Math.Max(LeastPlanes, PlanesPerGenerator * k * (k - 1) / 2);
        var regressions = new PlaneRegression?[planes];
        var pairs = new int[planes];
        execution.ForEachBlock(planes, plane =>
        {
            if (PlaneAxes.Draw(first, seed.For(plane).Stream()) is { } axes)
            {
                var sums = PairSums.Of(PlanePoints.Near(problem.Unit, axes, problem.Widths.Delta), part, options.Parts, problem.Widths.Epsilon);
                pairs[plane] = sums.Pairs;
                regressions[plane] = sums.Pairs >= PairsPerUnknown * 2 * k ? Mapped(PlaneRegression.Solve(sums, part, options.Fields), problem.Basis) : null;
            }
        });
        Array.Sort(pairs);
        var kept = regressions.OfType<PlaneRegression>().ToImmutableArray();
        var widths = new PlaneWidths(problem.Radius * problem.Widths.Delta, problem.Radius * problem.Widths.Epsilon);
        return new(first.Count, kept, planes - kept.Length, pairs[planes / 2], widths);
    }

    /// <summary>The points with their first field's root mean square length 1.</summary>
    private static PointCloud ScaledToUnit(PointCloud points, int k, out double radius)
    {
        var sum = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            sum += TensorPrimitives.SumOfSquares(points.Row(i)[..k]);
        }

        radius = Math.Sqrt(sum / points.Count);
        return points.MappedBy(1 / radius * Matrix.Identity(points.Dimension));
    }

    private static PlaneRegression Mapped(PlaneRegression regression, Matrix basis)
    {
        return new(Map(regression.Whole), [.. regression.WithoutPart.Select(Map)], regression.Explained);

        Matrix Map(Matrix generator) => basis.Transposed * (generator * basis);
    }

    private static int[] Parts(int count, int parts, Seed seed)
    {
        var part = Enumerable.Range(0, count).Select(i => i % parts).ToArray();
        seed.Stream().Shuffle<int>(part);
        return part;
    }

    /// <summary>An orbit about its fixed point, its first field of radius 1. Shape of Unit [n, fields * k], of Basis [k, d].</summary>
    private sealed record Problem(PointCloud Unit, Matrix Basis, double Radius, PlaneWidths Widths)
    {
        public PointCloud First { get; } = Unit.Dimension == Basis.Rows ? Unit : Unit.MappedBy(Matrix.Generate(Basis.Rows, Unit.Dimension, (i, j) => i == j ? 1 : 0));
    }
}
