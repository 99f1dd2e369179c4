using Noether.Numerics;

namespace Noether.LieAlgebras;

/// <summary>What is known about the generators that are to be named.</summary>
public sealed record IdentificationOptions
{
    /// <summary>Exact generators: nothing but rounding stands between them and an algebra.</summary>
    public static IdentificationOptions Default { get; } = new();

    /// <summary>
    /// Standard error of every entry of a generator, in the units of its entries: one number per generator, or one for all of them.
    /// Default: empty, which is zero, exact up to rounding. All thresholds of the identification follow from it; where the generators
    /// miss a closed algebra by more than these errors explain, the larger error is used and a finding says so.
    /// </summary>
    /// <exception cref="ArgumentException">A number is negative or not finite.</exception>
    public ImmutableArray<double> StandardErrors
    {
        get;
        init
        {
            foreach (var error in value)
            {
                if (!double.IsFinite(error) || error < 0)
                {
                    throw new ArgumentException($"A standard error is zero or positive and finite; got {error}.", nameof(StandardErrors));
                }
            }

            field = value;
        }
    } = [];

    /// <summary>
    /// Says whether a matrix is a symmetry of the data behind the generators; asked about commutators that leave their span.
    /// Default: null, nobody knows, and no generator is added.
    /// </summary>
    public Func<Matrix, bool>? IsSymmetry { get; init; }

    /// <summary>
    /// Whether the algebra that generators generate is the answer where they do not span one, Eq. (A12). Standard errors that are given
    /// as zero then mean exact matrices, which
    /// are never moved to a nearby algebra; where none are given, up to 5 % are allowed for. Default false: the verdict is "not-closed".
    /// </summary>
    public bool AddsCommutators { get; init; }

    /// <summary>
    /// Points of one orbit each, relative to the point about which the generators act: they decide the integer charges of a torus, Eq. (A11), more sharply than
    /// the generators do. Shape [orbits][n, size of the generators]. Default: empty, the generators alone decide.
    /// </summary>
    public ImmutableArray<Matrix> Orbits { get; init; } = [];

    /// <summary>
    /// Multiplications that naming may take at worst, in the leading terms of Eq. (A10), at least 1: it bounds the time, with the same answer on every machine. Default 3e13: enough for
    /// 50 generators of 50 x 50. Usual cases need a few hundredths of the worst, minutes next to this limit. Beyond it the verdict is "ambiguous", and says so.
    /// </summary>
    public double WorkLimit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(WorkLimit));
            field = value;
        }
    } = 3e13;

    /// <summary>The relative error of a basis matrix up to which generators may be moved to a nearby algebra.</summary>
    internal double LargestRelativeError => (AddsCommutators, StandardErrors) switch
    {
        (true, []) => LargestUnstatedError,
        (true, var errors) when errors.All(error => error == 0) => Tolerance.Rounding.Relative,
        _ => double.PositiveInfinity,
    };

    /// <summary>Matrices that someone typed or rounded may be off by this much of their norm without saying so.</summary>
    private const double LargestUnstatedError = 0.05;

    /// <summary>The standard error of a generator's entries.</summary>
    /// <exception cref="ArgumentException">The number of standard errors is neither 0, 1 nor the number of generators.</exception>
    internal double StandardError(int generator, int generators)
    {
        if (StandardErrors.Length > 1 && StandardErrors.Length != generators)
        {
            throw new ArgumentException($"Give no standard error, one for all, or one for each of the {generators} generators; got {StandardErrors.Length}.");
        }

        return StandardErrors.Length switch
        {
            0 => 0,
            1 => StandardErrors[0],
            _ => StandardErrors[generator],
        };
    }
}
