using Noether.Functions;
using Noether.Generators;
using Noether.Numerics;
using Noether.Verification;

namespace Noether.Reports;

/// <summary>The answer: which symmetry there is, by one number with its interval.</summary>
/// <param name="Verdict">"symmetric", "approximate", "none" or "cannot-tell".</param>
/// <param name="Reason">Why, in a sentence with its numbers.</param>
/// <param name="Tolerance">The largest asymmetry of a symmetry.</param>
public sealed record SymmetryReport(string Verdict, string Reason, double Tolerance)
{
    /// <summary>The asymmetry of all generators together, or of the best candidate; null where nothing could be measured.</summary>
    public Asymmetry? Asymmetry { get; init; }

    /// <summary>By how much the same fields change the values, relative to their variance; null where values have no such scale.</summary>
    public Asymmetry? Change { get; init; }

    /// <summary>"rotations", "linear" or "affine"; null where nothing was looked for.</summary>
    public string? Space { get; init; }

    /// <summary>The asymmetry of the first 1, 2, .. candidates together; null where there are none.</summary>
    public ImmutableArray<Asymmetry>? Spectrum { get; init; }

    /// <summary>Which coordinates matter; null where that was not measured.</summary>
    public DependenceReport? Dependence { get; init; }

    /// <summary>How the function was learned and how well.</summary>
    public FunctionFit? Fit { get; init; }

    /// <summary>
    /// The quadratic form in whose units a compact algebra rotates, with trace n; null where there is none. Shape [n, n].
    /// </summary>
    public Matrix? Metric { get; init; }

    /// <summary>Mirrors, axes and exchanges that are symmetries besides; null where none were found.</summary>
    public FoundGroup? Group { get; init; }

    /// <summary>About how many samples would decide; null where that is not known.</summary>
    public int? NeededSamples { get; init; }

    /// <summary>The asymmetry of the answer on the orbits that the classifier's embedding shows; null where it was not measured.</summary>
    public Asymmetry? AcrossOrbits { get; init; }

    /// <summary>The report's view of an answer.</summary>
    /// <param name="found">The answer.</param>
    /// <param name="names">The names of the coordinates. Shape [n].</param>
    public static SymmetryReport Of(FoundSymmetry found, ImmutableArray<string> names) => new(Word(found.Verdict), found.Reason, found.Tolerance)
    {
        Asymmetry = found.Asymmetry,
        Change = found.Change,
        Space = found.Space switch { null => null, GeneratorSpace.Rotations => "rotations", GeneratorSpace.Linear => "linear", _ => "affine" },
        Spectrum = found.Spectrum.IsEmpty ? null : found.Spectrum,
        Dependence = found.Dependence is { } dependence ? DependenceReport.Of(dependence, names) : null,
        Fit = found.Fit,
        Metric = found.Metric,
        Group = found.Group,
        NeededSamples = found.NeededSamples,
    };

    /// <summary>The word for a verdict.</summary>
    public static string Word(SymmetryVerdict verdict) => verdict switch
    {
        SymmetryVerdict.Symmetric => "symmetric",
        SymmetryVerdict.Approximate => "approximate",
        SymmetryVerdict.None => "none",
        _ => "cannot-tell",
    };
}

/// <summary>Which coordinates a function depends on.</summary>
/// <param name="Rank">The number of combinations that matter.</param>
/// <param name="Unused">The names of the coordinates that do not.</param>
/// <param name="Combinations">The combinations that matter, each by the weights of its coordinates, in units of the input with the
/// first weight 1.</param>
public sealed record DependenceReport(int Rank, ImmutableArray<string> Unused, ImmutableArray<ImmutableArray<KeyValuePair<string, double>>> Combinations)
{
    /// <summary>The asymmetry of moving along any other combination; null where all matter.</summary>
    public Asymmetry? Asymmetry { get; init; }

    /// <summary>
    /// The p-value, 0 to 1, of "held-out samples are predicted as well with the other combinations permuted among them"; null where all
    /// matter, and for values.
    /// </summary>
    public double? PValue { get; init; }

    /// <summary>The report's view of a dependence.</summary>
    public static DependenceReport Of(Dependence dependence, ImmutableArray<string> names) => new(
        dependence.Rank,
        [.. dependence.Unused.Select(column => names[column])],
        [.. dependence.Combinations.Select(weights => Named(weights, names))])
    {
        Asymmetry = dependence.Asymmetry,
        PValue = dependence.PValue,
    };

    private static ImmutableArray<KeyValuePair<string, double>> Named(ImmutableArray<double> weights, ImmutableArray<string> names)
    {
        var used = Enumerable.Range(0, weights.Length).Where(column => weights[column] != 0).ToArray();
        return [.. used.Select(column => new KeyValuePair<string, double>(names[column], weights[column] / weights[used[0]]))];
    }
}
