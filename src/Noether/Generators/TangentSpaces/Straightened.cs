using Noether.Generators.Flows;
using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>Orbits whose neighbourhoods are straightened by flows that were fitted to them.</summary>
internal sealed class Straightened
{
    private const int MostPairs = 1500;

    // Points per neighbourhood from which pairs are taken, as long as a neighbourhood is a tenth of the orbit at most.
    private static readonly int[] Reaches = [5, 16, 64];
    private const int FewestNeighbourhoods = 10;

    // Flows that miss by less than this share of the way are those of the orbit; no other reach can do better.
    private const double ExactMiss = 0.01;

    // Generators with flows as exact as can be may still be off by this share, where a point lies near a smaller orbit.
    private const double SmallestError = 0.03;

    // The lower quartile of a standard normal variable, without its sign.
    private const double NormalQuartile = 0.319;

    // Multiplications per Gauss-Newton step, and unknowns: many generators get fewer pairs, so that a step takes tenths of a second.
    private const double MostWork = 1e8;
    private const int MostUnknowns = 400;

    private readonly ImmutableArray<(LiePcaOrbit Orbit, Straightening? Flows)> _orbits;
    private readonly LiePcaSetting _setting;

    private Straightened(ImmutableArray<(LiePcaOrbit Orbit, Straightening? Flows)> orbits, LiePcaSetting setting)
    {
        _orbits = orbits;
        _setting = setting;
        Preview = Solved((orbit, flows) => TangencyForm.Preview(orbit.Source.Points, orbit.Source.Tree, orbit.Local, setting, flows));
    }

    /// <summary>What a few hundred points say.</summary>
    public LiePcaResult Preview { get; }

    /// <summary>Fits flows to the orbits that are as large as what their generators sweep out; null where there is none, or flows reach too few neighbours.</summary>
    /// <param name="flat">The orbits, with flat neighbourhoods.</param>
    /// <param name="start">A first guess at the generators, orthonormal rows. Shape [count, size].</param>
    /// <param name="setting">Coordinates of generators, options and threads.</param>
    public static Straightened? By(LiePcaResult flat, Matrix start, LiePcaSetting setting)
    {
        var swept = flat.Orbits.Where(orbit => orbit.Swept == orbit.Local.Dimension && orbit.Local.Dimension <= start.Rows).ToArray();
        if (swept.Length == 0 || start.Rows == start.Columns || start.Rows * start.Columns > MostUnknowns)
        {
            return null;
        }

        if (Fit(swept, start, setting) is not { } fit || swept.Any(orbit => SweepsMore(fit, orbit, setting)))
        {
            return null;
        }

        var field = FlowField.Of(fit.Generators, setting.Constraint, swept[0].Source.Points.Dimension);
        var orbits = ImmutableArray.CreateBuilder<(LiePcaOrbit, Straightening?)>();
        foreach (var orbit in flat.Orbits)
        {
            if (!swept.Contains(orbit))
            {
                orbits.Add((orbit, null));
                continue;
            }

            var flows = new Straightening(field, orbit.Local.Dimension, fit.Miss);
            if (StraightNeighbours.Of(orbit, flows, setting.Options) is not { } neighbours)
            {
                return null;
            }

            orbits.Add((orbit with { Local = orbit.Local with { Neighbours = neighbours } }, flows));
        }

        var straightened = new Straightened(orbits.ToImmutable(), setting);
        return straightened.IsConfirmed(straightened.Preview) ? straightened : null;
    }

    /// <summary>What all points say; null where their generators do not sweep out the orbits after all.</summary>
    public LiePcaResult? Full()
    {
        var full = Solved((orbit, flows) => TangencyForm.Of(orbit.Source.Points, orbit.Source.Tree, orbit.Local, _setting, flows));
        return IsConfirmed(full) ? full : null;
    }

    private LiePcaResult Solved(Func<LiePcaOrbit, Straightening, TangencyForm> form) => LiePcaResult.Of(
        [.. _orbits.Select(of => of.Flows is { } flows ? of.Orbit with { Form = form(of.Orbit, flows), IsStraightened = true } : of.Orbit)], _setting);

    private bool IsConfirmed(LiePcaResult result) =>
        result.Count > 0 && _orbits.All(of => of.Flows is null || result.SweptOn(of.Orbit, _setting) == of.Orbit.Local.Dimension);

    /// <summary>Whether flows miss little only because they lead in more directions than the orbit has.</summary>
    private static bool SweepsMore(FlowFit fit, LiePcaOrbit orbit, LiePcaSetting setting)
    {
        var error = Math.Max(fit.RelativeMiss, SmallestError);
        var points = orbit.Source.Points;
        return SweptDimension.MedianRank(points, fit.Generators, error * error / points.Dimension, fit.Generators.Rows, setting.Constraint) > orbit.Local.Dimension;
    }

    /// <summary>Near neighbours are on the same sheet of the orbit, far ones show more than noise: the reach is taken at which flows miss least, next to the way; null where they miss by far at all.</summary>
    private static FlowFit? Fit(LiePcaOrbit[] swept, Matrix start, LiePcaSetting setting)
    {
        FlowFit? best = null;
        var dimension = swept.Max(orbit => orbit.Local.Dimension);
        foreach (var reach in Reaches.Where(reach => reach == Reaches[0] || reach * FewestNeighbourhoods <= swept[0].Source.Points.Count))
        {
            var fit = Fit(swept, reach, start, setting);
            best = best is null || fit.RelativeMiss < best.RelativeMiss ? fit : best;

            // Misses by noise stay as they are where the way grows, with the root of the number of points; what is missed by more than noise no other reach mends.
            if (best.RelativeMiss < ExactMiss || best.RelativeMiss * Math.Pow((double)reach / Reaches[^1], 1.0 / dimension) > LargestMiss(dimension))
            {
                break;
            }
        }

        return best!.RelativeMiss < LargestMiss(dimension) ? best : null;
    }

    /// <summary>
    /// Half of the lower quartile by which flows miss on an orbit with one dimension more than they sweep out. Beyond that a dimension may be missing, or
    /// noise hides the curvature, and flat neighbourhoods serve as well.
    /// </summary>
    private static double LargestMiss(int swept) => 0.5 * NormalQuartile / Math.Sqrt(swept + 1);

    private static FlowFit Fit(LiePcaOrbit[] swept, int reach, Matrix start, LiePcaSetting setting)
    {
        var points = swept.Sum(orbit => (double)orbit.Source.Points.Count);
        var most = Math.Min(MostPairs, MostWork / (start.Rows * (start.Rows + 1) / 2.0 * start.Columns * start.Columns));
        var pairs = swept.SelectMany((orbit, i) => FlowPairs.Of(i, orbit.Source.Points, orbit.Source.Tree, reach, (int)(most * orbit.Source.Points.Count / points)));
        return new FlowRegression([.. swept.Select(orbit => orbit.Source.Points)], [.. pairs], setting.Constraint, [.. swept.Select(orbit => orbit.Local.Dimension)])
            .Run(start, setting.Execution);
    }
}
