using Noether.Data;
using Noether.Generators;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>Generators by several methods, each put to the same test, and the one to go on with.</summary>
public sealed record GeneratorSearch
{
    /// <summary>The trial to go on with: of those that the data support the one with most generators, then with the smallest standard error.</summary>
    public required GeneratorTrial Best { get; init; }

    /// <summary>All trials.</summary>
    public required ImmutableArray<GeneratorTrial> Trials { get; init; }

    /// <summary>Another trial that the data support with as many generators as <see cref="Best"/>; null when there is none.</summary>
    public GeneratorTrial? Second => Trials.FirstOrDefault(trial => trial != Best && IsSupported(trial) && IsSupported(Best) && trial.Estimate.Count == Best.Estimate.Count);

    /// <summary>Sine of the largest principal angle between the generators of <see cref="Best"/> and <see cref="Second"/>; null without a second.</summary>
    public double? Agreement => Second is { } second ? GeneratorAgreement.Sine(Best.Estimate.Generators, second.Estimate.Generators) : null;

    /// <summary>Looks for generators that keep the classes.</summary>
    /// <param name="samples">All samples and their classes.</param>
    /// <param name="orbits">The orbits that were found among them.</param>
    /// <param name="options">Methods and their options.</param>
    /// <param name="seed">All chance in the search.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static GeneratorSearch Find(LabelledPoints samples, IReadOnlyList<PointCloud> orbits, GeneratorSearchOptions options, Seed seed, Execution execution)
    {
        return Of([.. Estimates(samples, orbits, options, seed, execution)
            .Select(estimate => new GeneratorTrial(estimate, SymmetryEvidence.Weigh(samples, estimate, options.Verification, seed.For("evidence"), execution)))]);
    }

    /// <summary>The estimates of all methods.</summary>
    internal static IEnumerable<GeneratorEstimate> Estimates(LabelledPoints samples, IReadOnlyList<PointCloud> orbits, GeneratorSearchOptions options, Seed seed, Execution execution) =>
    [
        .. FromOrbits(orbits, options, seed, execution),
        .. options.Methods.HasFlag(GeneratorMethods.Gradient) ? [GeneratorEstimate.FromClasses(samples, options.LiePca, execution)] : Enumerable.Empty<GeneratorEstimate>(),
    ];

    /// <summary>Looks for generators that keep orbits, where there are no classes; gradients need classes and are left out.</summary>
    /// <param name="orbits">The orbits.</param>
    /// <param name="options">Methods and their options.</param>
    /// <param name="seed">All chance in the search.</param>
    /// <param name="execution">Threads and cancellation.</param>
    /// <exception cref="ArgumentException">Only gradients are allowed as a method.</exception>
    public static GeneratorSearch Find(IReadOnlyList<PointCloud> orbits, GeneratorSearchOptions options, Seed seed, Execution execution)
    {
        if ((options.Methods & ~GeneratorMethods.Gradient) == GeneratorMethods.None)
        {
            throw new ArgumentException("Gradients need classes; orbits alone call for the hyperplane method or Lie-PCA.", nameof(options));
        }

        return Of([.. FromOrbits(orbits, options, seed, execution)
            .Select(estimate => new GeneratorTrial(estimate, SymmetryEvidence.Weigh(orbits, estimate, options.Verification, seed.For("evidence"), execution)))]);
    }

    private static IEnumerable<GeneratorEstimate> FromOrbits(IReadOnlyList<PointCloud> orbits, GeneratorSearchOptions options, Seed seed, Execution execution)
    {
        if (options.Methods.HasFlag(GeneratorMethods.Hyperplane))
        {
            yield return GeneratorEstimate.FromOrbits(orbits, options.Hyperplane, seed.For("hyperplane"), execution);
        }

        if (options.Methods.HasFlag(GeneratorMethods.LiePca))
        {
            yield return GeneratorEstimate.FromOrbits(orbits, options.LiePca, seed.For("lie-pca"), execution);
        }

        if (options.Methods.HasFlag(GeneratorMethods.Invariants))
        {
            yield return GeneratorEstimate.FromInvariants(orbits, options.LiePca, execution);
        }
    }

    /// <summary>The best of some trials.</summary>
    internal static GeneratorSearch Of(ImmutableArray<GeneratorTrial> trials)
    {
        var best = trials
            .OrderBy(Rank)
            .ThenByDescending(trial => IsSupported(trial) ? trial.Estimate.Count : 0)
            .ThenBy(trial => trial.Estimate.StandardErrors.DefaultIfEmpty(0).Max())
            .First();
        return new() { Best = best, Trials = trials };
    }

    /// <summary>The trial that has most to say comes first: a symmetry, generators that failed the test, generators that the test cannot judge, none at all, no answer.</summary>
    private static int Rank(GeneratorTrial trial) => (trial.Evidence.Verdict, trial.Evidence.Invariance is not null) switch
    {
        (SymmetryVerdict.Symmetric, _) => 0,
        (SymmetryVerdict.None, true) => 1,
        (_, true) => 2,
        (SymmetryVerdict.None, false) => 3,
        _ => 4,
    };

    private static bool IsSupported(GeneratorTrial trial) => trial.Evidence.Verdict == SymmetryVerdict.Symmetric;
}
