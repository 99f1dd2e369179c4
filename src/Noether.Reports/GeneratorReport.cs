using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Verification;

namespace Noether.Reports;

/// <summary>The generators regressed from the orbits.</summary>
/// <param name="Method">"asymmetry", "hyperplane", "lie-pca", or "given".</param>
/// <param name="Count">How many generators the data support.</param>
/// <param name="Spectrum">By asymmetry: the asymmetry of each candidate, increasing. By other methods: the strength of each,
/// decreasing. The first <paramref name="Count"/> are generators.</param>
/// <param name="Matrices">The generators in the input's coordinates, acting on x - centre. Shape [count][d, d].</param>
public sealed record GeneratorReport(string Method, int Count, ImmutableArray<double> Spectrum, ImmutableArray<Matrix> Matrices)
{
    /// <summary>
    /// The verdict on them, "symmetric", "approximate", "none" or "cannot-tell"; null where they were given or not judged.
    /// </summary>
    public string? Evidence { get; init; }

    /// <summary>Whether they were put to the test and did not pass.</summary>
    public bool AreRejected => Evidence is not (null or Symmetric);

    /// <summary>
    /// What sampling noise alone would put in place of the first candidate that is no generator; null where it was not estimated.
    /// </summary>
    public double? SpectrumNoise { get; init; }

    /// <summary>Share of the resamples of the points that count as many generators, 0 to 1; null where nothing was counted.</summary>
    public double? CountStability { get; init; }

    /// <summary>The ends of the interval that 95 % of the resamples lie in; null where nothing was counted.</summary>
    public (int Fewest, int Most)? CountInterval { get; init; }

    /// <summary>
    /// Standard error of the entries of each generator, root mean square over the entries, with translations in units of the points'
    /// mean distance from the centre; null where it was not estimated.
    /// </summary>
    public ImmutableArray<double>? StandardErrors { get; init; }

    /// <summary>Standard error of every entry of each generator; null where it was not estimated. Shape [count][d, d].</summary>
    public ImmutableArray<Matrix>? EntryErrors { get; init; }

    /// <summary>The fixed point about which the generators act, in the input's coordinates. Shape [d].</summary>
    public ImmutableArray<double>? Centre { get; init; }

    /// <summary>How far commutators leave the span, 0 to 1.</summary>
    public double? ClosureError { get; init; }

    /// <summary>
    /// How far flows hold: the mean distance from points that were moved by up to a full turn to their orbit or class, in units of the
    /// neighbour distance there; about 1 where they hold. A diagnostic, not the verdict.
    /// </summary>
    public double? InvarianceError { get; init; }

    /// <summary>The same number for random matrices of equal norm: what no symmetry looks like.</summary>
    public double? Control { get; init; }

    /// <summary>Agreement with a second method: the largest principal angle's sine; null where only one ran.</summary>
    public AgreementReport? Agreement { get; init; }

    private const string Symmetric = "symmetric";

    /// <summary>What an estimate, its verdict and the algebra of its generators say.</summary>
    /// <param name="estimate">The generators.</param>
    /// <param name="verdict">The verdict; null where there was none.</param>
    /// <param name="algebra">The algebra; null where it has not been looked for.</param>
    public static GeneratorReport Of(GeneratorEstimate estimate, SymmetryVerdict? verdict, AlgebraIdentification? algebra) => new(estimate.Method, estimate.Count, estimate.Spectrum, estimate.Generators)
    {
        Evidence = verdict is { } judged ? SymmetryReport.Word(judged) : null,
        SpectrumNoise = estimate.SpectrumNoise > 0 ? estimate.SpectrumNoise : null,
        CountStability = estimate.SpectrumNoise > 0 ? estimate.CountStability : null,
        CountInterval = estimate.SpectrumNoise > 0 ? (estimate.FewestCount, estimate.MostCount) : null,
        StandardErrors = estimate.StandardErrors,
        EntryErrors = estimate.EntryErrors,
        Centre = estimate.Centre,
        ClosureError = algebra is AlgebraIdentification.None ? null : algebra?.ClosureError,
    };
}
