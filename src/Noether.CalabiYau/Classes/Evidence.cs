namespace Noether.CalabiYau.Classes;

/// <summary>Why two entries are taken for the same manifold, the strongest reason first.</summary>
public enum Evidence
{
    /// <summary>Identities lead from both to a common matrix: a proof.</summary>
    IdentityChain,

    /// <summary>Equal Hodge numbers, and a permutation of the rows makes intersection numbers and second Chern class agree, where the rows span the second cohomology: a proof by Wall's theorem, Eq. (C17).</summary>
    WallTheorem,

    /// <summary>The same agreement where the rows span a part of the second cohomology only: strong evidence, and what the published list calls redundant, but no proof.</summary>
    EqualRowNumbers,
}
