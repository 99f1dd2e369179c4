using Noether.Numerics;

namespace Noether.Reports;

/// <summary>The generators regressed from the orbits.</summary>
/// <param name="Method">"hyperplane" or "lie-pca".</param>
/// <param name="Count">How many generators the data support.</param>
/// <param name="Spectrum">Strength of each candidate direction, decreasing; the first <paramref name="Count"/> are generators.</param>
/// <param name="Matrices">The generators in the input's coordinates, acting on x - centre. Shape [count][d, d].</param>
public sealed record GeneratorReport(string Method, int Count, ImmutableArray<double> Spectrum, ImmutableArray<Matrix> Matrices)
{
    /// <summary>Standard error of the entries of each generator; null where it was not estimated.</summary>
    public ImmutableArray<double>? StandardErrors { get; init; }

    /// <summary>The fixed point about which the generators act, in the input's coordinates. Shape [d].</summary>
    public ImmutableArray<double>? Centre { get; init; }

    /// <summary>How far commutators leave the span, 0 to 1.</summary>
    public double? ClosureError { get; init; }

    /// <summary>Mean distance from moved points to their orbit, in units of the mean neighbour distance on the orbit; about 1 for a symmetry.</summary>
    public double? InvarianceError { get; init; }

    /// <summary>The same number for random matrices of equal norm: what no symmetry looks like.</summary>
    public double? Control { get; init; }

    /// <summary>Agreement with a second method: the largest principal angle's sine; null where only one ran.</summary>
    public AgreementReport? Agreement { get; init; }
}
