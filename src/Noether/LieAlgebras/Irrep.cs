namespace Noether.LieAlgebras;

/// <summary>An irreducible part of the action on the coordinates.</summary>
/// <param name="Ideal">The ideal, or the sum of ideals and u(1), that acts on it; the whole algebra where none does. What scales, boosts or shears (R) commutes with these and does not show.</param>
/// <param name="Label">
/// For each ideal that acts its complex dimension, with Dynkin labels for rank two and more, such as "3" or "7 [1,0]"; for each u(1) its integer
/// charge, such as "2" or "(1,-1)". Dynkin labels are numbered as by Bourbaki, up to symmetries of the diagram. "1" or "0" where none acts. Rates stand in place of charges that are not known.
/// </param>
/// <param name="Multiplicity">How often it occurs.</param>
public sealed record Irrep(string Ideal, string Label, int Multiplicity)
{
    /// <summary>The number of real coordinates that one copy takes.</summary>
    public int RealDimension { get; init; }

    /// <summary>Which numbers commute with it.</summary>
    public IrrepType Type { get; init; }
}
