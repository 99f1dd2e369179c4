namespace Noether.LieAlgebras;

/// <summary>An irreducible part of the action on the coordinates.</summary>
/// <param name="Ideal">The ideal, or the product of ideals, that acts.</param>
/// <param name="Label">Its dimension such as "3", its weights under an abelian algebra such as "2" or "(1,-1)".</param>
/// <param name="Multiplicity">How often it occurs.</param>
public sealed record Irrep(string Ideal, string Label, int Multiplicity);
