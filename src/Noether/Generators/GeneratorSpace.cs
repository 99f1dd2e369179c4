namespace Noether.Generators;

/// <summary>Among which matrices generators are looked for.</summary>
public enum GeneratorSpace
{
    /// <summary>Antisymmetric matrices: rotations about one point, which is found along with them. The right choice for compact groups.</summary>
    Rotations,

    /// <summary>All matrices, about the centre of the orbits: scalings, shears and boosts too.</summary>
    Linear,

    /// <summary>All matrices and translations.</summary>
    Affine,
}
