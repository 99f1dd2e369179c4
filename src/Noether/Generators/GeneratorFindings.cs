using Noether.Data;
using Noether.Runs;

namespace Noether.Generators;

/// <summary>What a careful reader should know about generators, in words; the ids are explained in docs/findings.md.</summary>
internal static class GeneratorFindings
{
    public static Finding NoExtent(IReadOnlyList<PointCloud> orbits) => new(
        "GEN001",
        Severity.Caution,
        $"None of the {orbits.Count} orbits has enough points and extends in two directions, beyond noise; no rotation can be seen in them. The largest has {orbits.Max(orbit => orbit.Count)} points.");

    /// <summary>Orbits without extent and orbits about another centre.</summary>
    public static IEnumerable<Finding> OfOrbits(OrbitSet set, int given)
    {
        if (set.Points.Length < given)
        {
            var missing = Enumerable.Range(0, given).Except(set.Numbers);
            yield return new("GEN002", Severity.Note, $"Orbits {string.Join(", ", missing)} have too few points or extend in one direction only; they were not used.");
        }

        if (!set.HasCommonCentre)
        {
            yield return new("GEN005", Severity.Caution, $"The {set.Points.Length} orbits have no common centre: no linear action about one point makes them all.");
            yield break;
        }

        var disagreeing = Enumerable.Range(0, set.Points.Length).Except(set.Agreeing).ToArray();
        if (disagreeing.Length > 0)
        {
            var names = string.Join(", ", disagreeing.Select(i => $"{set.Numbers[i]} ({set.Centre.Deviations[i]:0} standard errors away)"));
            yield return new("GEN003", Severity.Caution, $"The centre of orbits {names} is not the common one; they were not used for the generators.");
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
}
