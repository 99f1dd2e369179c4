using Noether.Data;
using Noether.Generators.Frames;
using Noether.Generators.Hyperplanes;
using Noether.Generators.TangentSpaces;
using Noether.Runs;

namespace Noether.Generators;

/// <summary>What a careful reader should know about generators, in words; the ids are explained in docs/findings.md.</summary>
internal static class GeneratorFindings
{
    /// <summary>The id of the finding that states planes and widths.</summary>
    public const string PlaneChoices = "GEN011";

    public static Finding NoExtent(IReadOnlyList<PointCloud> orbits) => new(
        "GEN001",
        Severity.Caution,
        $"None of the {orbits.Count} orbits has enough points and extends in two directions, beyond noise; no rotation can be seen in them. The largest has {orbits.Max(orbit => orbit.Count)} points.");

    /// <summary>Orbits without extent and orbits about another centre.</summary>
    public static IEnumerable<Finding> OfOrbits(OrbitSet set, int given)
    {
        foreach (var finding in Missing(set.Numbers, given))
        {
            yield return finding;
        }

        if (!set.HasCommonCentre)
        {
            yield return new("GEN005", Severity.Caution, $"The {set.Points.Length} orbits have no common centre within their errors: either no rotations about one point make them all, or the noise is far from equal in all directions.");
            yield break;
        }

        var disagreeing = Enumerable.Range(0, set.Points.Length).Except(set.Agreeing).ToArray();
        if (disagreeing.Length > 0)
        {
            var names = string.Join(", ", disagreeing.Select(i => $"{set.Numbers[i]} ({set.Centre.Deviations[i]:0} standard errors away)"));
            yield return new("GEN003", Severity.Caution, $"The centre of orbits {names} is not the common one; they were not used for the generators.");
        }
    }

    /// <summary>Orbits that say nothing, by their places among those given.</summary>
    public static IEnumerable<Finding> Missing(IReadOnlyCollection<int> used, int given)
    {
        if (used.Count < given)
        {
            yield return new("GEN002", Severity.Note, $"Orbits {string.Join(", ", Enumerable.Range(0, given).Except(used))} have too few points or extend in one direction only; they were not used.");
        }
    }

    /// <summary>Planes with too few pairs.</summary>
    public static IEnumerable<Finding> OfPlanes(IReadOnlyList<Candidates> candidates)
    {
        var (used, rejected) = (candidates.Sum(orbit => orbit.Planes.Length), candidates.Sum(orbit => orbit.Rejected));
        if (rejected > 0)
        {
            yield return new(
                "GEN004",
                rejected > used ? Severity.Caution : Severity.Note,
                $"{rejected} of {used + rejected} planes hold too few pairs of neighbours and were left out; more points per orbit would help.");
        }
    }

    public static Finding FillsSpace(double scaling, int dimension, int orbits) => new(
        "GEN006",
        Severity.Caution,
        $"The points of the {orbits} orbits fill the {dimension} directions in which they extend, or their noise hides the surface that they lie on (distances grow as in {scaling:0.0} dimensions); without a surface there are no tangent spaces and no generators. Classes that are bins of a value need narrower bins, or the value itself.");

    public static Finding NoTangentSpaces(int points, int needed) => new(
        "GEN007",
        Severity.Caution,
        $"The largest orbit has {points} different points, too few to show tangent spaces; about {needed} would be needed.");

    public static Finding OpenCount(int points, int needed) => new(
        "GEN015",
        Severity.Caution,
        $"Some matrices keep the orbits better than others, but no number of them stands apart from the rest. The largest orbit has {points} different points; about {needed} might show it.");

    /// <summary>Orbits that could not be used, and level sets larger than what the generators sweep out.</summary>
    public static IEnumerable<Finding> OfLiePca(IReadOnlyList<LiePcaOrbit> used, int given)
    {
        if (used.Count < given)
        {
            var missing = Enumerable.Range(0, given).Except(used.Select(orbit => orbit.Source.Number));
            yield return new("GEN002", Severity.Note, $"Orbits {string.Join(", ", missing)} have too few points or show no tangent spaces; they were not used.");
        }

        var larger = used.Where(orbit => orbit.Swept > 0 && orbit.Swept < orbit.Local.Dimension).ToArray();
        if (larger.Length > 0)
        {
            yield return new(
                "GEN008",
                Severity.Note,
                $"{larger.Length} of {used.Count} point sets have dimension {larger[0].Local.Dimension} but their generators sweep out {larger[0].Swept}: they are level sets made of many orbits.");
        }
    }

    /// <summary>The choices that the hyperplane method made.</summary>
    public static Finding Planes(GeneratorEstimate estimate) => new(
        PlaneChoices,
        Severity.Note,
        $"hyperplane: {estimate.Used} planes of half-thickness {estimate.Delta:G3} and pairs up to {estimate.Epsilon:G3} apart, in the units of the input.");

    /// <summary>The choices that Lie-PCA made.</summary>
    public static Finding Neighbourhoods(IReadOnlyList<LiePcaOrbit> orbits, LiePcaOptions options)
    {
        var dimensions = string.Join(", ", orbits.Select(orbit => orbit.Local.Dimension).Distinct().Order());
        var neighbours = string.Join(", ", orbits.Select(orbit => orbit.Local.Neighbours).Distinct().Order());
        var how = (options.OrbitDimension, options.Neighbours) switch
        {
            (null, null) => "the dimension that the generators sweep out, the size at which the halves of a neighbourhood agree best",
            (null, _) => "the dimension that the generators sweep out, the size as given",
            (_, null) => "the dimension as given, the size at which the halves of a neighbourhood agree best",
            _ => "both as given",
        };
        return new("GEN012", Severity.Note, $"lie-pca: orbit dimension {dimensions}, neighbourhoods of {neighbours} points{(orbits.Any(orbit => orbit.IsStraightened) ? " along flows of the generators" : "")} ({how}).");
    }
}
