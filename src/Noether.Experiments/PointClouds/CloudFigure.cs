using Noether.Data;
using Noether.Experiments.Discovery;
using Noether.Reports;
using Noether.Runs;

namespace Noether.Experiments.PointClouds;

/// <summary>The points of orbits as a figure.</summary>
internal static class CloudFigure
{
    /// <summary>Dots; more only hide each other.</summary>
    private const int MostDots = 12_000;

    /// <summary>The points coloured by orbit; many are thinned evenly.</summary>
    public static Figure Of(PointCloud points, Labels orbits, ImmutableArray<string> names, Execution execution)
    {
        var every = (points.Count + MostDots - 1) / MostDots;
        ImmutableArray<int> shown = [.. Enumerable.Range(0, points.Count).Where(i => i % every == 0)];
        var cells = orbits.Select(shown.AsSpan());
        var projected = points.Dimension > 3 ? "; of the coordinates, the first three principal components" : "";
        return new(
            "points",
            "The points",
            $"Coloured by orbit{projected}.",
            [InputPlane.Of(points, names, execution).Panel($"{orbits.ClassCount} {(orbits.ClassCount == 1 ? "orbit" : "orbits")}", shown, [new("orbit", cells.Classes, cells.ClassNames)], [])]);
    }
}
