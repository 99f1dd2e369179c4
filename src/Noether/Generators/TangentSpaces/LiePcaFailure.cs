using Noether.Data;
using Noether.Generators.Frames;
using Noether.Generators.Neighbourhoods;
using Noether.Neighbours;

namespace Noether.Generators.TangentSpaces;

/// <summary>What to say when no orbit has tangent spaces: it fills the space, or its points are too few.</summary>
internal static class LiePcaFailure
{
    public static GeneratorEstimate Of(FieldFrame frame, IReadOnlyList<PointCloud> orbits)
    {
        var empty = EmptyEstimate.Of("lie-pca", frame.Centre, frame.Spanned);
        var largest = frame.Units.MaxBy(unit => unit.Count)!;
        var fewest = LocalDimension.FewestPoints(largest.Dimension);
        if (largest.Count < fewest)
        {
            return CannotTell(empty, fewest, largest.Count);
        }

        var scaling = LocalDimension.Scaling(largest, PointTree.Build(largest));
        return scaling < LiePcaOrbit.LowestScaling * largest.Dimension
            ? CannotTell(empty, (int)Math.Ceiling(largest.Count * Math.Pow(2, scaling)), largest.Count) // half the distances between neighbours
            : empty with { Findings = [GeneratorFindings.FillsSpace(scaling, largest.Dimension, orbits.Count)] };
    }

    /// <summary>Some directions look like generators, but no number of them stands out.</summary>
    public static GeneratorEstimate Open(FieldFrame frame)
    {
        var largest = frame.Units.MaxBy(unit => unit.Count)!;
        var scaling = LocalDimension.Scaling(largest, PointTree.Build(largest));
        return CannotTell(EmptyEstimate.Of("lie-pca", frame.Centre, frame.Spanned), (int)Math.Ceiling(largest.Count * Math.Pow(2, scaling)), largest.Count);
    }

    private static GeneratorEstimate CannotTell(GeneratorEstimate empty, int needed, int points) =>
        empty with { Support = GeneratorSupport.CannotTell, PointsNeeded = needed, Findings = [GeneratorFindings.NoTangentSpaces(points, needed)] };
}
