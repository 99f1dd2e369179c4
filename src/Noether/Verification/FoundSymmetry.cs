using Noether.Functions;
using Noether.Generators;
using Noether.LieAlgebras;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>
/// The answer to "which continuous symmetry is there": verdict, asymmetry with its interval, generators and the algebra they span.
/// </summary>
public sealed record FoundSymmetry
{
    /// <summary>The verdict.</summary>
    public required SymmetryVerdict Verdict { get; init; }

    /// <summary>Why, in a sentence with its numbers.</summary>
    public required string Reason { get; init; }

    /// <summary>The tolerance that the verdict rests on.</summary>
    public required double Tolerance { get; init; }

    /// <summary>
    /// The asymmetry of all generators together, or of the best candidate where there is none; null where nothing could be measured.
    /// </summary>
    public Asymmetry? Asymmetry { get; init; }

    /// <summary>
    /// By how much the same fields change the function, relative to its variance: the second quantity of Rule (R1), which a claim needs
    /// within the tolerance too. Null where there is no such scale, as for labels and point sets.
    /// </summary>
    public Asymmetry? Change { get; init; }

    /// <summary>The number of coordinates n on which it was looked for.</summary>
    public int Coordinates => Dependence is { Combinations: [var first, ..] } ? first.Length : Generators?.Centre.Length ?? int.MaxValue;

    /// <summary>How well the function was learned.</summary>
    public required FunctionFit Fit { get; init; }

    /// <summary>Which coordinates matter; null where that could not be measured.</summary>
    public Dependence? Dependence { get; init; }

    /// <summary>Where generators were looked for; null where they were not.</summary>
    public GeneratorSpace? Space { get; init; }

    /// <summary>The asymmetry of the first 1, 2, .. candidates together.</summary>
    public ImmutableArray<Asymmetry> Spectrum { get; init; } = [];

    /// <summary>The generators, or for an approximate symmetry its best candidate; null where there are none.</summary>
    public GeneratorEstimate? Generators { get; init; }

    /// <summary>The algebra that the generators span.</summary>
    public required AlgebraIdentification Algebra { get; init; }

    /// <summary>Mirrors, axes and exchanges besides the generators, Eq. (F1); null where there are none or none were looked for.</summary>
    public FoundGroup? Group { get; init; }

    /// <summary>
    /// The quadratic form of the coordinates that the generators leave invariant, with trace n: in its units a compact algebra rotates;
    /// null where there is none. Shape [n, n].
    /// </summary>
    public Matrix? Metric { get; init; }

    /// <summary>About how many samples would decide; null where the verdict is sure or nobody knows.</summary>
    public int? NeededSamples { get; init; }

    /// <summary>The function and its test, which judge other proposals too.</summary>
    internal Quotient? Quotient { get; init; }

    /// <summary>What a careful reader should know.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
