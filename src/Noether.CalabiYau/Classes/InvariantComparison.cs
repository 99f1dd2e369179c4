namespace Noether.CalabiYau.Classes;

/// <summary>What the numbers that no change of basis alters say about two entries, Eq. (C18).</summary>
public enum InvariantComparison
{
    /// <summary>They are not known for both: the rows of one of them do not span the second cohomology.</summary>
    Unknown,

    /// <summary>All of them agree, which is no proof.</summary>
    Agree,

    /// <summary>They differ, so the manifolds do.</summary>
    Differ,
}
