using Noether.Data;
using Noether.Functions;
using Noether.LieAlgebras;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Experiments.PointClouds;

/// <summary>The symmetry of orbits, or of the values of a function.</summary>
internal static class CloudSearch
{
    /// <summary>Looks for the symmetry of orbits.</summary>
    public static OrbitSymmetry Find(IReadOnlyList<PointCloud> orbits, CloudOptions options, Seed seed, Execution execution)
    {
        var points = new PointCloud(orbits.Sum(orbit => orbit.Count), orbits[0].Dimension, [.. orbits.SelectMany(orbit => orbit.Values.ToArray())]);
        return Find(new LabelledPoints(points, new Labels("orbit", [.. orbits.SelectMany((orbit, number) => Enumerable.Repeat(number, orbit.Count))], [.. orbits.Select((_, number) => $"{number}")])), options, seed, execution);
    }

    /// <summary>Looks for the symmetry of orbits, or of values where there are any.</summary>
    public static OrbitSymmetry Find(LabelledPoints samples, CloudOptions options, Seed seed, Execution execution) => samples.Values.IsEmpty
        ? OrbitSymmetry.Find(samples, options.Estimators, options.Symmetry, seed, execution)
        : new(SymmetryFinder.FindWhole(new ValueSamples(samples.Points, samples.Values), options.Symmetry, seed.For("symmetry"), execution), []);

    /// <summary>The name of the algebra, or what is there instead of one.</summary>
    public static string NameOf(FoundSymmetry found) => found switch
    {
        { Verdict: SymmetryVerdict.CannotTell } => "cannot tell",
        { Verdict: SymmetryVerdict.None } => "none",
        { Algebra: AlgebraIdentification.Unique(var algebra) } => algebra.Name,
        { Algebra: AlgebraIdentification.Ambiguous({ IsEmpty: false } candidates) } => string.Join(" or ", candidates.Select(candidate => candidate.Name)),
        _ => found.Algebra.Verdict,
    };
}
