namespace Noether.LieAlgebras;

/// <summary>Which numbers commute with an irreducible action on real coordinates.</summary>
public enum IrrepType
{
    /// <summary>The real numbers: the action stays irreducible over the complex numbers.</summary>
    Real,

    /// <summary>The complex numbers: over these it falls into a part and its conjugate, which differs from it.</summary>
    Complex,

    /// <summary>The quaternions: over the complex numbers it falls into two equal parts.</summary>
    Quaternionic,
}
