using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Verification;

namespace Noether.Reports;

/// <summary>The generators regressed from the orbits.</summary>
/// <param name="Method">"hyperplane", "lie-pca", "gradient" or "invariants".</param>
/// <param name="Count">How many generators the data support.</param>
/// <param name="Spectrum">Strength of each candidate direction, decreasing; the first <paramref name="Count"/> are generators.</param>
/// <param name="Matrices">The generators in the input's coordinates, acting on x - centre. Shape [count][d, d].</param>
public sealed record GeneratorReport(string Method, int Count, ImmutableArray<double> Spectrum, ImmutableArray<Matrix> Matrices)
{
    /// <summary>Whether the data support them: "symmetric", "none" or "cannot tell"; null where they were given or not put to the test.</summary>
    public string? Evidence { get; init; }

    /// <summary>Whether they were put to the test and did not pass.</summary>
    public bool AreRejected => Evidence is not (null or Symmetric);

    /// <summary>What sampling noise alone would put in place of the first candidate that is no generator; null where it was not estimated.</summary>
    public double? SpectrumNoise { get; init; }

    /// <summary>Share of the resamples of the points that count as many generators, 0 to 1; null where nothing was counted.</summary>
    public double? CountStability { get; init; }

    /// <summary>The ends of the interval that 95 % of the resamples lie in; null where nothing was counted.</summary>
    public (int Fewest, int Most)? CountInterval { get; init; }

    /// <summary>Standard error of the entries of each generator, root mean square over the entries, with translations in units of the points' mean distance from the centre; null where it was not estimated.</summary>
    public ImmutableArray<double>? StandardErrors { get; init; }

    /// <summary>Standard error of every entry of each generator; null where it was not estimated. Shape [count][d, d].</summary>
    public ImmutableArray<Matrix>? EntryErrors { get; init; }

    /// <summary>The fixed point about which the generators act, in the input's coordinates. Shape [d].</summary>
    public ImmutableArray<double>? Centre { get; init; }

    /// <summary>How far commutators leave the span, 0 to 1.</summary>
    public double? ClosureError { get; init; }

    /// <summary>Mean distance from moved points to their orbit, in units of the mean neighbour distance on the orbit; about 1 for a symmetry.</summary>
    public double? InvarianceError { get; init; }

    /// <summary>The same number for random matrices of equal norm: what no symmetry looks like.</summary>
    public double? Control { get; init; }

    /// <summary>How often moved samples keep their class; null without classes.</summary>
    public LabelAgreementReport? LabelAgreement { get; init; }

    /// <summary>Agreement with a second method: the largest principal angle's sine; null where only one ran.</summary>
    public AgreementReport? Agreement { get; init; }

    private const string Symmetric = "symmetric";

    /// <summary>What an estimate, its test and the algebra of its generators say.</summary>
    /// <param name="estimate">The generators.</param>
    /// <param name="evidence">The test; null where there was none.</param>
    /// <param name="algebra">The algebra; null where it has not been looked for.</param>
    public static GeneratorReport Of(GeneratorEstimate estimate, SymmetryEvidence? evidence, AlgebraIdentification? algebra) => new(estimate.Method, estimate.Count, estimate.Spectrum, estimate.Generators)
    {
        Evidence = evidence?.Verdict switch { null => null, SymmetryVerdict.Symmetric => Symmetric, SymmetryVerdict.None => "none", _ => "cannot tell" },
        SpectrumNoise = estimate.Spectrum.IsEmpty ? null : estimate.SpectrumNoise,
        CountStability = estimate.Spectrum.IsEmpty ? null : estimate.CountStability,
        CountInterval = estimate.Spectrum.IsEmpty ? null : (estimate.FewestCount, estimate.MostCount),
        StandardErrors = estimate.StandardErrors,
        EntryErrors = estimate.EntryErrors,
        Centre = estimate.Centre,
        ClosureError = algebra is AlgebraIdentification.None ? null : algebra?.ClosureError,
        InvarianceError = evidence?.Invariance?.Error,
        Control = evidence?.Invariance?.Control,
        LabelAgreement = evidence?.Labels is { } labels ? new(labels.Moved, labels.Ceiling, labels.Chance, labels.Control) : null,
    };
}
