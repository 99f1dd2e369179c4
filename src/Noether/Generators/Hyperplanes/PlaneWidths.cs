using Noether.Data;
using Noether.Generators.Frames;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators.Hyperplanes;

/// <summary>How thick the planes are and how far apart a pair may be, for an orbit of radius 1.</summary>
/// <param name="Delta">Half the thickness of a plane.</param>
/// <param name="Epsilon">The largest distance of a pair.</param>
internal readonly record struct PlaneWidths(double Delta, double Epsilon)
{
    // A chord shows a direction to within (noise / length): pairs reach to twenty noise widths and over ten neighbours, whichever is longer.
    private const double NoiseWidths = 20;
    private const int NeighboursInReach = 10;

    // Chords and planes longer than half the radius no longer look like tangents and planes.
    private const double Longest = 0.5;

    // Constraints wanted per plane: a hundred for each of the 2 k entries of a candidate that the pairs decide.
    private const int PointsPerUnknown = 20;

    /// <summary>The widths that the orbit's noise and neighbour distances call for, Eq. (G5), where the options leave them open.</summary>
    /// <param name="orbit">The orbit about its fixed point, of radius 1. Shape [n, k].</param>
    /// <param name="thickness">Root mean square deviation from a sphere, in units of the radius.</param>
    /// <param name="options">Widths that were asked for.</param>
    public static PlaneWidths For(PointCloud orbit, double thickness, HyperplaneOptions options)
    {
        var k = orbit.Dimension;
        var wanted = Math.Min(1, PointsPerUnknown * 2.0 * k / orbit.Count);
        // A plane of half-thickness delta holds a share of about delta^(k-2) of a sphere's points.
        var delta = options.Delta ?? (k == 2 ? Longest : Math.Min(Longest, Math.Max(Math.Pow(wanted, 1.0 / (k - 2)), 2 * thickness)));
        var share = Math.Min(1, Math.Pow(delta, k - 2));
        var reach = Reach(orbit, Math.Min(orbit.Count - 1, (int)Math.Ceiling(NeighboursInReach / share)));
        return new(delta, options.Epsilon ?? Math.Min(Longest, Math.Max(NoiseWidths * thickness, reach)));
    }

    /// <summary>
    /// The widths for several fields: planes cut through the first one, whose orbit need not be a sphere, so that the share of points in them is
    /// counted in some planes; distances are root mean square over the fields.
    /// </summary>
    /// <param name="joint">The orbit, its first field of radius 1. Shape [n, fields * k].</param>
    /// <param name="k">The length of a field.</param>
    /// <param name="options">Widths that were asked for.</param>
    /// <param name="seed">Where the planes come from.</param>
    public static PlaneWidths ForFields(PointCloud joint, int k, HyperplaneOptions options, Seed seed)
    {
        var first = joint.MappedBy(Matrix.Generate(k, joint.Dimension, (i, j) => i == j ? 1 : 0));
        var thickness = SphereFit.Of(first, Matrix.Identity(k))?.Thickness ?? 0;
        var wanted = Math.Min(joint.Count - 1, PointsPerUnknown * 2 * k);
        var delta = options.Delta ?? (k == 2 ? Longest : Math.Clamp(HalfThickness(first, wanted, seed), Math.Min(2 * thickness, Longest), Longest));
        var share = k == 2 ? 1 : Math.Max(1.0, wanted) / joint.Count;
        var reach = Reach(joint, Math.Min(joint.Count - 1, (int)Math.Ceiling(NeighboursInReach / share))) / Math.Sqrt((double)joint.Dimension / k);
        return new(delta, options.Epsilon ?? Math.Min(Longest, Math.Max(NoiseWidths * thickness, reach)));
    }

    /// <summary>The half-thickness with which a plane holds as many points as wanted, median over some planes.</summary>
    private static double HalfThickness(PointCloud first, int wanted, Seed seed)
    {
        const int Sample = 25;
        var widths = new List<double>();
        for (var plane = 0; plane < Sample; plane++)
        {
            if (PlaneAxes.Draw(first, seed.For(plane).Stream()) is { } axes)
            {
                var outside = Enumerable.Range(0, first.Count).Select(i => LargestOutside(first.Row(i), axes)).Order().ToArray();
                widths.Add(outside[wanted]);
            }
        }

        widths.Sort();
        return widths.Count == 0 ? Longest : widths[widths.Count / 2];
    }

    private static double LargestOutside(ReadOnlySpan<double> point, Matrix axes)
    {
        var largest = 0.0;
        for (var axis = 2; axis < axes.Rows; axis++)
        {
            largest = Math.Max(largest, Math.Abs(System.Numerics.Tensors.TensorPrimitives.Dot(axes.Row(axis), point)));
        }

        return largest;
    }

    /// <summary>The median distance to the <paramref name="neighbour"/>-th neighbour.</summary>
    private static double Reach(PointCloud orbit, int neighbour)
    {
        const int Sample = 101;
        var tree = PointTree.Build(orbit);
        var probes = EvenSpread.Of(orbit.Count, Sample);
        var (indices, distances) = (new int[neighbour + 1], new double[neighbour + 1]);
        var reach = new double[probes.Length];
        for (var i = 0; i < probes.Length; i++)
        {
            tree.Nearest(orbit.Row(probes[i]), indices, distances);
            reach[i] = distances[^1];
        }

        Array.Sort(reach);
        return reach[probes.Length / 2];
    }
}
