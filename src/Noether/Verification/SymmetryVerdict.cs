namespace Noether.Verification;

/// <summary>What the data say about a symmetry, from the interval of its asymmetry and the tolerance alone, Rule (R14).</summary>
public enum SymmetryVerdict
{
    /// <summary>The upper bound of the asymmetry is within the tolerance.</summary>
    Symmetric,

    /// <summary>There is no such symmetry: whatever comes closest is broken by more than the tolerance.</summary>
    None,

    /// <summary>The samples do not decide.</summary>
    CannotTell,

    /// <summary>The symmetry is broken by more than the tolerance, and by no more than three times as much.</summary>
    Approximate,
}
