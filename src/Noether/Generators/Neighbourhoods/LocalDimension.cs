using Noether.Data;
using Noether.Neighbours;
using Noether.Runs;

namespace Noether.Generators.Neighbourhoods;

/// <summary>A possible dimension of an orbit and the size of the neighbourhoods that show its tangent spaces best.</summary>
/// <param name="Dimension">The dimension m, below that of the space.</param>
/// <param name="Neighbours">Points per neighbourhood k, its own included.</param>
/// <param name="Gap">The ratio of the m-th to the next variance of a neighbourhood, over the same in isotropic noise, at the size where it is largest.</param>
/// <param name="IsShown">Whether the neighbourhoods show this dimension; otherwise only generators whose flows connect the points can.</param>
internal sealed record LocalDimension(int Dimension, int Neighbours, double Gap, bool IsShown = true)
{
    /// <summary>The gap, next to that of isotropic noise, above which the points plainly lie on something thinner than the space.</summary>
    public const double PlainGap = 2;

    private const int Probes = 120;
    private const int ScalingNeighbours = 8;

    // The halves of neighbourhoods must agree better than those of noise; what little better is worth, the generators found with it show.
    private const double LargestDisagreement = 0.9;

    // A neighbourhood of more than a tenth of the points is no longer local; smaller sets have no choice but a fifth.
    private const int FewestNeighbourhoods = 10;
    private const int FewestNeighbourhoodsOfAll = 5;
    private const int LargestSmallSize = 16;

    private static readonly int[] Sizes = [5, 8, 12, 16, 24, 32, 48, 64, 96, 128];

    /// <summary>Fewest points that neighbourhoods can be formed from.</summary>
    public static int FewestPoints(int dimension) => FewestNeighbourhoodsOfAll * SmallestSize(dimension);

    /// <summary>The dimension that distances to the nearest neighbours grow with, Eq. (G15).</summary>
    public static double Scaling(PointCloud orbit, PointTree tree) =>
        orbit.Count < ScalingNeighbours ? 0 : LocalProbes.ScalingDimension(orbit, LocalProbes.Of(orbit, tree, Probes, ScalingNeighbours));

    /// <summary>All dimensions below that of the space, smallest first, and whether neighbourhoods show them, by Eq. (G12) and (G13); the one that was asked for alone; none when the points are too few.</summary>
    public static ImmutableArray<LocalDimension> Candidates(PointCloud orbit, PointTree tree, LiePcaOptions options, Seed seed)
    {
        var sizes = SizesFor(orbit, options);
        if (sizes.Length == 0 || sizes[0] > orbit.Count)
        {
            return [];
        }

        var neighbours = LocalProbes.Of(orbit, tree, Probes, sizes[^1]);
        var seen = sizes.Select(k => LocalProfile.Of(orbit, neighbours, k)).ToArray();
        var noise = sizes.Select(k => LocalProfile.OfNoise(orbit.Dimension, k, seed.For(k))).ToArray();
        var found = ImmutableArray.CreateBuilder<LocalDimension>();
        var plain = false;
        for (var m = 1; m < orbit.Dimension; m++)
        {
            // Each half of a neighbourhood must hold more points than there are tangent directions.
            var usable = Enumerable.Range(0, sizes.Length).Where(s => sizes[s] / 2 > m).DefaultIfEmpty(sizes.Length - 1).ToArray();
            var best = usable.MinBy(s => seen[s].Disagreements[m - 1]);
            var gap = usable.Max(s => seen[s].Gap(m, noise[s], sizes[s]));
            plain |= gap > PlainGap;
            if (options.OrbitDimension is null || m == options.OrbitDimension)
            {
                found.Add(new(m, sizes[best], gap, options.OrbitDimension is not null || seen[best].Disagreements[m - 1] < LargestDisagreement * noise[best].Disagreements[m - 1]));
            }
        }

        return plain || options.OrbitDimension is not null ? found.ToImmutable() : [.. found.Select(local => local with { IsShown = false })];
    }

    /// <summary>The sizes of neighbourhoods to choose from, smallest first: the one that was asked for, or a ladder.</summary>
    public static int[] SizesFor(PointCloud orbit, LiePcaOptions options) => options.Neighbours is { } given ? [given] : [.. Sizes.Where(k => IsLocal(k, orbit))];

    private static bool IsLocal(int size, PointCloud orbit) =>
        size >= SmallestSize(orbit.Dimension) && size * (size <= LargestSmallSize ? FewestNeighbourhoodsOfAll : FewestNeighbourhoods) <= orbit.Count;

    private static int SmallestSize(int dimension) => dimension == 2 ? 5 : 8;
}
