using System.Runtime.InteropServices;
using Noether.Data;
using Noether.Generators.Frames;
using Noether.Generators.Neighbourhoods;
using Noether.Neighbours;
using Noether.Runs;

namespace Noether.Generators.TangentSpaces;

/// <summary>What to say when no orbit has tangent spaces: it fills the space, or its points are too few.</summary>
internal static class LiePcaFailure
{
    public static GeneratorEstimate Of(FieldFrame frame, IReadOnlyList<PointCloud> orbits)
    {
        var empty = EmptyEstimate.Of("lie-pca", frame.Centre, frame.Spanned);
        var (largest, points) = Largest(frame);
        var fewest = LocalDimension.FewestPoints(largest.Dimension);
        if (points < fewest)
        {
            return CannotTell(empty, fewest, GeneratorFindings.NoTangentSpaces(points, fewest));
        }

        var scaling = LocalDimension.Scaling(largest, PointTree.Build(largest));
        var needed = Halved(points, scaling);
        return scaling < LiePcaOrbit.LowestScaling * largest.Dimension
            ? CannotTell(empty, needed, GeneratorFindings.NoTangentSpaces(points, needed))
            : empty with { Findings = [GeneratorFindings.FillsSpace(scaling, largest.Dimension, orbits.Count)] };
    }

    /// <summary>Some directions look like generators, but no number of them stands out.</summary>
    public static GeneratorEstimate Open(FieldFrame frame)
    {
        var (largest, points) = Largest(frame);
        var needed = Halved(points, LocalDimension.Scaling(largest, PointTree.Build(largest)));
        return CannotTell(EmptyEstimate.Of("lie-pca", frame.Centre, frame.Spanned), needed, GeneratorFindings.OpenCount(points, needed));
    }

    /// <summary>The largest orbit, and how many different points it has.</summary>
    private static (PointCloud Orbit, int Points) Largest(FieldFrame frame)
    {
        var largest = frame.Units.MaxBy(unit => unit.Count)!;
        return (largest, Enumerable.Range(0, largest.Count).Select(i => Convert.ToHexString(MemoryMarshal.AsBytes(largest.Row(i)))).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>How many points halve the distances between neighbours; a set of points is a curve at least.</summary>
    private static int Halved(int points, double scaling) => (int)Math.Ceiling(points * Math.Pow(2, Math.Max(1, scaling)));

    private static GeneratorEstimate CannotTell(GeneratorEstimate empty, int needed, Finding why) =>
        empty with { Support = GeneratorSupport.CannotTell, PointsNeeded = needed, Findings = [why] };
}
