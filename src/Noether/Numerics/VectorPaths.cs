using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Noether.Numerics;

/// <summary>The choice of the kernels' form.</summary>
internal static class VectorPaths
{
    /// <summary>The widest form that this machine runs at full speed.</summary>
    public static VectorPath Best { get; } =
        Vector512.IsHardwareAccelerated ? VectorPath.Vector512
        : Vector256.IsHardwareAccelerated && Fma.IsSupported ? VectorPath.Vector256
        : VectorPath.Portable;
}
