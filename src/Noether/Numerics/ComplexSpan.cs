using System.Runtime.Intrinsics;

namespace Noether.Numerics;

/// <summary>A stretch of complex vectors, real and imaginary parts apart.</summary>
internal readonly ref struct ComplexSpan(Span<Vector256<float>> real, Span<Vector256<float>> imaginary)
{
    private readonly Span<Vector256<float>> _real = real;
    private readonly Span<Vector256<float>> _imaginary = imaginary;

    public ComplexVector this[int index]
    {
        get => new(_real[index], _imaginary[index]);
        set => (_real[index], _imaginary[index]) = (value.Real, value.Imaginary);
    }
}
