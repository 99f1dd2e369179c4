using Noether.Data;
using Noether.Numerics;

namespace Noether.Generators.Frames;

/// <summary>Several orbits about their common fixed point.</summary>
/// <param name="Points">The orbits that extend in two directions or more. Shape [orbits][n, d].</param>
/// <param name="Numbers">Their places among the orbits that were given.</param>
/// <param name="Fits">The sphere of each.</param>
/// <param name="Spanned">The directions they span together. Shape [k, d].</param>
/// <param name="Centre">The common fixed point.</param>
internal sealed record OrbitSet(ImmutableArray<PointCloud> Points, ImmutableArray<int> Numbers, ImmutableArray<SphereFit> Fits, Matrix Spanned, CommonCentre Centre)
{
    /// <summary>The orbits whose own centre agrees with the common one.</summary>
    public IEnumerable<int> Agreeing => Enumerable.Range(0, Points.Length).Where(i => Centre.Deviations[i] <= CommonCentre.LargestDeviation);

    /// <summary>Whether at least half of the orbits agree on a centre.</summary>
    public bool HasCommonCentre => 2 * Agreeing.Count() >= Points.Length;

    /// <summary>Finds directions, spheres and the common centre. Null when no orbit extends in two directions.</summary>
    /// <exception cref="ArgumentException">There is no orbit, or two lie in spaces of different dimension.</exception>
    public static OrbitSet? Of(IReadOnlyList<PointCloud> orbits)
    {
        RequireOneSpace(orbits);
        var large = orbits.Index().Where(orbit => orbit.Item.Count > orbits[0].Dimension + 1).ToArray();
        if (large.Length == 0 || SpannedDirections.Of([.. large.Select(orbit => orbit.Item)]) is not { } spanned)
        {
            return null;
        }

        var fits = large.Select(orbit => (orbit.Index, orbit.Item, Fit: SphereFit.Of(orbit.Item, spanned))).Where(orbit => orbit.Fit is { Basis.Rows: >= 2 }).ToArray();
        return fits.Length == 0
            ? null
            : new([.. fits.Select(f => f.Item)], [.. fits.Select(f => f.Index)], [.. fits.Select(f => f.Fit!)], spanned, CommonCentre.Of([.. fits.Select(f => f.Fit!)], spanned));
    }

    /// <summary>Refuses what no common action can move.</summary>
    /// <exception cref="ArgumentException">There is no orbit, or two lie in spaces of different dimension.</exception>
    public static void RequireOneSpace(IReadOnlyList<PointCloud> orbits)
    {
        if (orbits.Count == 0)
        {
            throw new ArgumentException("Generators need at least one orbit; got none.", nameof(orbits));
        }

        for (var i = 1; i < orbits.Count; i++)
        {
            if (orbits[i].Dimension != orbits[0].Dimension)
            {
                throw new ArgumentException($"Orbits lie in one space; orbit {i} lies in R^{orbits[i].Dimension}, orbit 0 in R^{orbits[0].Dimension}.", nameof(orbits));
            }
        }
    }
}
