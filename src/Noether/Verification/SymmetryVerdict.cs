namespace Noether.Verification;

/// <summary>What the data say about generators.</summary>
public enum SymmetryVerdict
{
    /// <summary>The generators map the data to themselves, as far as noise lets one see.</summary>
    Symmetric,

    /// <summary>There is no such symmetry.</summary>
    None,

    /// <summary>There are too few points to tell.</summary>
    CannotTell,
}
