namespace Noether.Numerics;

/// <summary>Which form of the kernels runs. All forms agree within rounding, and each runs on every machine, if slowly; tests force them all.</summary>
internal enum VectorPath
{
    /// <summary>Vectors of 128 bits, which every platform has or emulates.</summary>
    Portable,

    /// <summary>Vectors of 256 bits with fused multiply-add (AVX2).</summary>
    Vector256,

    /// <summary>Vectors of 512 bits (AVX-512).</summary>
    Vector512,
}
