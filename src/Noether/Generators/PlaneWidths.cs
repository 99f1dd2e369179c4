using Noether.Data;
using Noether.Neighbours;

namespace Noether.Generators;

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

    /// <summary>The median distance to the <paramref name="neighbour"/>-th neighbour.</summary>
    private static double Reach(PointCloud orbit, int neighbour)
    {
        const int Sample = 101;
        var tree = PointTree.Build(orbit);
        var count = Math.Min(Sample, orbit.Count);
        var (indices, distances) = (new int[neighbour + 1], new double[neighbour + 1]);
        var reach = new double[count];
        for (var i = 0; i < count; i++)
        {
            tree.Nearest(orbit.Row((int)((long)i * orbit.Count / count)), indices, distances);
            reach[i] = distances[^1];
        }

        Array.Sort(reach);
        return reach[count / 2];
    }
}
