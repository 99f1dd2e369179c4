namespace Noether.Data;

/// <summary>Where the fields of a superpotential are drawn; it decides which part of the symmetry maps samples to samples.</summary>
public enum SuperpotentialSampling
{
    /// <summary>Every real and imaginary part uniformly from an interval about 0: all of the symmetry.</summary>
    Box,

    /// <summary>Each field uniformly from its unit sphere, |Q| = |Q~| = 1: the compact part of the symmetry.</summary>
    UnitSpheres,
}
