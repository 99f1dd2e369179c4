using Noether.CalabiYau.Identities;

namespace Noether.CalabiYau.Classes;

/// <summary>How far to search for entries that are the same manifold.</summary>
public sealed record ClassOptions
{
    /// <summary>The settings below at their defaults.</summary>
    public static ClassOptions Default { get; } = new();

    /// <summary>The identities of the chains. Default: B, C, D, A_1 to A_3 and F.</summary>
    public IdentitySet Identities { get; init; } = IdentitySet.Full;

    /// <summary>The backward steps from each of two entries to a common matrix, at least 0. Default 2: the third step takes ten times as long.</summary>
    public int Steps
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Steps));
            field = value;
        }
    } = 2;

    /// <summary>The weakest evidence that joins entries. Default: row numbers that agree, which the published list takes as sufficient too.</summary>
    public Evidence Weakest { get; init; } = Evidence.EqualRowNumbers;
}
