using Noether.Generators;

namespace Noether.Verification;

/// <summary>Where <see cref="SymmetryFinder"/> looks, and when it believes.</summary>
public sealed record SymmetryFinderOptions
{
    /// <summary>Tolerance, confidence and places of the test.</summary>
    public SymmetryTestOptions Test { get; init; } = new();

    /// <summary>Restricts the search; null, the default, for fields as general as the samples allow.</summary>
    public GeneratorSpace? Space { get; init; }

    /// <summary>
    /// How coordinates are divided into vectors that are moved together. Default: one vector. Several are moved by matrices alike,
    /// without translations.
    /// </summary>
    public FieldLayout Fields { get; init; } = FieldLayout.Single;

    /// <summary>The names of the coordinates, for words such as "x and y exchanged". Default x1, x2, ..; otherwise shape [n].</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>
    /// Samples that the function is learned from and judged on at most, at least 1000; of more, so many are drawn at random. Default
    /// 40,000: what they leave open, more of them hardly decide, and the cost stays
    /// a matter of seconds.
    /// </summary>
    public int MostSamples
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1000, nameof(MostSamples));
            field = value;
        }
    } = 40_000;

    /// <summary>
    /// Directions in which the samples extend by less than this, relative to their spread, are left out. Default 1e-6: rounding of six
    /// digits.
    /// </summary>
    internal double SmallestExtent { get; init; } = 1e-6;

    /// <summary>
    /// Beyond so many affine fields only rotations and translations are searched: the spectrum costs the third power. Default 420,
    /// twenty coordinates.
    /// </summary>
    internal int MostFields { get; init; } = 420;

    /// <summary>
    /// A quotient is taken where held-out samples are predicted no worse than this factor of what all coordinates leave unexplained.
    /// </summary>
    internal double QuotientLoss { get; init; } = 1.02;

    /// <summary>Directions stay where held-out samples tell at this level that permuting them makes predictions worse, Rule (R15).</summary>
    internal double LargestUsedP { get; init; } = 0.004;

    /// <summary>At least this share of the squared motion of a generator leads along directions that matter.</summary>
    internal double SmallestShare { get; init; } = 0.25;

    /// <summary>
    /// Otherwise a generator counts where its asymmetry is at most this share of that of the direction that matters least.
    /// </summary>
    internal double LargestIdleShare { get; init; } = 1.0 / 3;

    /// <summary>How far commutators of unit fields may leave a closed span, besides their errors.</summary>
    internal double LargestClosureError { get; init; } = 0.1;

    /// <summary>How far a common fixed point may be missed by unit fields, besides their errors.</summary>
    internal double LargestCentreError { get; init; } = 0.05;
}
