using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Noether.Numerics;

/// <summary>Complex numbers in rows, real and imaginary parts apart.</summary>
internal sealed class Spectrum(int length)
{
    private const int Lanes = FourierTransform.Lanes;

    private readonly float[] _real = new float[length];
    private readonly float[] _imaginary = new float[length];

    /// <summary>Eight consecutive numbers.</summary>
    public ComplexVector Load(int place) => new(
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_real), (nuint)place),
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_imaginary), (nuint)place));

    /// <summary>Writes eight consecutive numbers.</summary>
    public void Store(int place, Vector256<float> real, Vector256<float> imaginary)
    {
        real.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_real), (nuint)place);
        imaginary.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_imaginary), (nuint)place);
    }

    /// <summary>Reads eight rows of a length side by side.</summary>
    public void Gather(int place, int rowLength, Span<Vector256<float>> real, Span<Vector256<float>> imaginary)
    {
        Interleave(_real.AsSpan(place, Lanes * rowLength), rowLength, MemoryMarshal.Cast<Vector256<float>, float>(real));
        Interleave(_imaginary.AsSpan(place, Lanes * rowLength), rowLength, MemoryMarshal.Cast<Vector256<float>, float>(imaginary));
    }

    /// <summary>Writes eight rows of a length that stand side by side.</summary>
    public void Scatter(int place, int rowLength, Span<Vector256<float>> real, Span<Vector256<float>> imaginary)
    {
        Separate(MemoryMarshal.Cast<Vector256<float>, float>(real), rowLength, _real.AsSpan(place, Lanes * rowLength));
        Separate(MemoryMarshal.Cast<Vector256<float>, float>(imaginary), rowLength, _imaginary.AsSpan(place, Lanes * rowLength));
    }

    private static void Interleave(ReadOnlySpan<float> rows, int rowLength, Span<float> lanes)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            var row = rows.Slice(lane * rowLength, rowLength);
            for (var c = 0; c < row.Length; c++)
            {
                lanes[(c * Lanes) + lane] = row[c];
            }
        }
    }

    private static void Separate(ReadOnlySpan<float> lanes, int rowLength, Span<float> rows)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            var row = rows.Slice(lane * rowLength, rowLength);
            for (var c = 0; c < row.Length; c++)
            {
                row[c] = lanes[(c * Lanes) + lane];
            }
        }
    }
}
