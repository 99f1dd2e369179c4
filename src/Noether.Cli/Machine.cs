using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Noether.Cli;

/// <summary>What this machine offers.</summary>
internal static class Machine
{
    /// <summary>Runtime, system, processors and vectors in one line.</summary>
    public static string Description { get; } = $"{Runtime}, {Environment.ProcessorCount} processors, vectors of {Vectors}";

    /// <summary>The runtime and the system.</summary>
    public static string Runtime => $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}";

    /// <summary>The width of its vectors.</summary>
    public static string Vectors => (Vector512.IsHardwareAccelerated, Vector256.IsHardwareAccelerated) switch
    {
        (true, _) => "512 bits",
        (_, true) => "256 bits",
        _ => "less than 256 bits",
    };
}
