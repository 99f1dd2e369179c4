namespace Noether.Generators;

/// <summary>How a complex vector is written in real coordinates.</summary>
public enum ComplexLayout
{
    /// <summary>The vectors are real.</summary>
    None,

    /// <summary>Real and imaginary part of the first component, then of the second, and so on.</summary>
    Pairs,

    /// <summary>All real parts, then all imaginary parts.</summary>
    Blocks,
}
