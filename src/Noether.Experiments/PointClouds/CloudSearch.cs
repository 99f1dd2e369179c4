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

    /// <summary>Looks for generators that leave a function unchanged, tests them on bins of its values and names their algebra.</summary>
    /// <param name="bins">The samples; their classes are bins of the values.</param>
    /// <param name="levels">The samples of each bin.</param>
    /// <param name="values">The function at every sample.</param>
    /// <param name="options">How gradients are taken and generators tested.</param>
    /// <param name="seed">All chance in the search.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static CloudSearch Find(LabelledPoints bins, IReadOnlyList<PointCloud> levels, ReadOnlySpan<double> values, GeneratorSearchOptions options, Seed seed, Execution execution)
    {
        var estimate = GeneratorEstimate.FromValues(bins.Points, values, options.LiePca, execution);
        var trial = !estimate.HasTooFewSamples && SymmetryEvidence.OfUnrelated(bins, options.Verification) is { } unrelated
            ? new GeneratorTrial(estimate with { Generators = [], EntryErrors = [], Support = GeneratorSupport.Decided, PointsNeeded = null, Findings = [] }, unrelated)
            : new GeneratorTrial(estimate, SymmetryEvidence.Weigh(bins, estimate, options.Verification, seed.For("evidence"), execution));
        var search = GeneratorSearch.Of([trial]);
        return new(search, Name(search.Best, levels, seed.For("algebra"), execution));
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
        ? IdentificationInput.Identify(best.Estimate, orbits, seed, execution)
        : new AlgebraIdentification.None { Reason = best.Evidence.Reason };
}
