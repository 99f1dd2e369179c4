namespace Noether.CalabiYau.Classes;

/// <summary>What is known about the manifolds of two entries.</summary>
public enum Relation
{
    /// <summary>Neither a proof that they are the same nor one that they differ is known here.</summary>
    Undecided,

    /// <summary>They are the same.</summary>
    Identical,

    /// <summary>They differ: in their Hodge numbers, or in numbers that no change of basis can bring together.</summary>
    Different,
}
