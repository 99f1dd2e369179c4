using Noether.LieAlgebras.Naming;

namespace Noether.LieAlgebras;

/// <summary>A Lie algebra with its name and its action on the coordinates.</summary>
public sealed record IdentifiedAlgebra
{
    /// <summary>The name: simple factors and abelian ones by decreasing dimension, then by name, joined by "+"; the rules stand in docs/method.md, part A.</summary>
    public required string Name { get; init; }

    /// <summary>Other names of the same algebra, such as "su(2)" for "so(3)".</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Dimension of the algebra, at least 1.</summary>
    public required int Dimension { get; init; }

    /// <summary>Whether the generators leave a positive definite form invariant, so that they generate a group with compact closure.</summary>
    public required bool IsCompact { get; init; }

    /// <summary>Dimension of the centre.</summary>
    public required int CentreDimension { get; init; }

    /// <summary>The simple ideals by decreasing dimension, then by name.</summary>
    public ImmutableArray<SimpleIdeal> Ideals { get; init; } = [];

    /// <summary>The simple ideals of the quotient by the radical; equal to <see cref="Ideals"/> for a sum of simple ideals and a centre, more for motions such as e(3).</summary>
    public ImmutableArray<SimpleIdeal> LeviIdeals { get; init; } = [];

    /// <summary>The irreducible parts of the action of the simple ideals and of the centre's rotations on the coordinates; empty where they were not found, or where neither acts.</summary>
    public ImmutableArray<Irrep> Representation { get; init; } = [];

    /// <summary>Where several sets of integer charges of the centre fit equally well, all of them, written as "1 (1,0) + 1 (0,1)"; the irreps then carry the rates. Empty otherwise.</summary>
    public ImmutableArray<string> WeightCandidates { get; init; } = [];

    /// <summary>The generators in a form that is easy to read; null where none was sought.</summary>
    public NiceBasis? Basis { get; init; }

    /// <summary>The simple summands by their names in the sum, such as "so(4)" for two of type A1 that share coordinates; empty for an algebra that is no sum.</summary>
    internal ImmutableArray<Factor> Summands { get; init; } = [];

    /// <summary>Other algebras that nothing known tells from this one; an algebra with rivals is ambiguous.</summary>
    internal ImmutableArray<IdentifiedAlgebra> Rivals { get; init; } = [];
}
