namespace Noether.Generators;

/// <summary>The estimators of generators; several may be joined.</summary>
[Flags]
public enum GeneratorMethods
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Regression in thick planes, the paper's: for orbits that are spheres or circles, and for tied fields.</summary>
    Hyperplane = 1,

    /// <summary>Lie-PCA: for orbits of any shape, and for level sets made of many orbits.</summary>
    LiePca = 2,

    /// <summary>Gradients of the classes: for classes that are too thick to have tangent spaces.</summary>
    Gradient = 4,

    /// <summary>Quadratic functions that the orbits keep: for thick, cut or sparse orbits in up to 24 coordinates, and for groups that are not compact.</summary>
    Invariants = 8,

    /// <summary>All of them.</summary>
    All = Hyperplane | LiePca | Gradient | Invariants,
}
