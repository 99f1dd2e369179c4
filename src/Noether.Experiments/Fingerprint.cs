using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Noether.Data;

namespace Noether.Experiments;

/// <summary>A hash of samples that came from no file.</summary>
internal static class Fingerprint
{
    /// <summary>SHA-256 of the coordinates of clouds, one after the other, as little-endian bytes; lower-case hexadecimal.</summary>
    public static string Of(IEnumerable<PointCloud> clouds)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var cloud in clouds)
        {
            hash.AppendData(MemoryMarshal.AsBytes(cloud.Values));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>SHA-256 of the coordinates and then the labels of every head, as little-endian bytes; lower-case hexadecimal.</summary>
    public static string Of(LabelledPoints samples)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(samples.Points.Values));
        foreach (var head in samples.Heads)
        {
            hash.AppendData(MemoryMarshal.AsBytes(head.Classes.AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
