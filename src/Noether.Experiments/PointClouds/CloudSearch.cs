using Noether.Data;
using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Runs;
using Noether.Verification;

namespace Noether.Experiments.PointClouds;

/// <summary>Generators of orbits with the algebra that they span.</summary>
/// <param name="Search">The generators by every method, and the evidence for them.</param>
/// <param name="Algebra">The algebra of the best ones; none without a symmetry.</param>
internal sealed record CloudSearch(GeneratorSearch Search, AlgebraIdentification Algebra)
{
    /// <summary>Looks for generators that the orbits share, tests them and names their algebra.</summary>
    public static CloudSearch Find(IReadOnlyList<PointCloud> orbits, GeneratorSearchOptions options, Seed seed, Execution execution)
    {
        var search = GeneratorSearch.Find(orbits, options, seed.For("generators"), execution);
        return new(search, Name(search.Best, orbits, seed.For("algebra"), execution));
    }

    /// <summary>The name of the algebra, or what is there instead of one.</summary>
    public string Name() => Algebra switch
    {
        AlgebraIdentification.Unique(var algebra) => algebra.Name,
        AlgebraIdentification.Ambiguous({ IsEmpty: false } candidates) => string.Join(" or ", candidates.Select(candidate => candidate.Name)),
        AlgebraIdentification.None when Search.Best.Evidence.Verdict == SymmetryVerdict.CannotTell => "cannot tell",
        _ => Algebra.Verdict,
    };

    private static AlgebraIdentification Name(GeneratorTrial best, IReadOnlyList<PointCloud> orbits, Seed seed, Execution execution) => best.Evidence.Verdict == SymmetryVerdict.Symmetric
        ? AlgebraIdentification.Identify(best.Estimate.Generators, IdentificationInput.Of(best.Estimate, orbits), seed, execution)
        : new AlgebraIdentification.None { Reason = best.Evidence.Reason };
}
