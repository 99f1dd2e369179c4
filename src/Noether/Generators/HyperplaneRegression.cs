using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators;

/// <summary>Steps 1 to 6 of the paper for one orbit: random thick planes, pairs, least squares.</summary>
internal static class HyperplaneRegression
{
    /// <summary>Fewest pairs per entry of a candidate that the pairs decide: with ten, a candidate's error is a third of the noise of one pair.</summary>
    public const int PairsPerUnknown = 10;

    private const int LeastPlanes = 200;
    private const int PlanesPerGenerator = 20;

    /// <summary>The candidates of an orbit.</summary>
    /// <param name="orbit">The points, in the coordinates of the input. Shape [n, d].</param>
    /// <param name="fit">The directions that the orbit spans, its radius and thickness.</param>
    /// <param name="centre">The point about which generators act. Shape [d].</param>
    /// <param name="options">Planes and widths.</param>
    /// <param name="seed">Where the planes come from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static Candidates Of(PointCloud orbit, SphereFit fit, double[] centre, HyperplaneOptions options, Seed seed, Execution execution)
    {
        var unit = Unit(orbit, fit, centre, out var radius);
        var k = unit.Dimension;
        var widths = PlaneWidths.For(unit, fit.Thickness / radius, options);
        var part = Parts(orbit.Count, options.Parts, seed.For("parts"));
        var planes = k == 2 ? 1 : options.Planes ?? Math.Max(LeastPlanes, PlanesPerGenerator * k * (k - 1) / 2);
        var regressions = new PlaneRegression?[planes];
        var pairs = new int[planes];
        execution.ForEachBlock(planes, plane =>
        {
            if (PlaneAxes.Draw(unit, seed.For(plane).Stream()) is { } axes)
            {
                var sums = PairSums.Of(PlanePoints.Near(unit, axes, widths.Delta), part, options.Parts, widths.Epsilon);
                pairs[plane] = sums.Pairs;
                regressions[plane] = sums.Pairs >= PairsPerUnknown * 2 * k ? Mapped(PlaneRegression.Solve(sums, part), fit.Basis) : null;
            }
        });
        Array.Sort(pairs);
        var kept = regressions.OfType<PlaneRegression>().ToImmutableArray();
        return new(orbit.Count, kept, planes - kept.Length, pairs[planes / 2], new(radius * widths.Delta, radius * widths.Epsilon));
    }

    private static PointCloud Unit(PointCloud orbit, SphereFit fit, double[] centre, out double radius)
    {
        var reduced = orbit.RelativeTo(centre).MappedBy(fit.Basis);
        radius = TensorPrimitives.Norm(reduced.Values) / Math.Sqrt(orbit.Count);
        return reduced.MappedBy(1 / radius * Matrix.Identity(reduced.Dimension));
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
}
