using System.Runtime.Intrinsics;

namespace Noether.Numerics;

/// <summary>Eight complex numbers.</summary>
internal readonly record struct ComplexVector(Vector256<float> Real, Vector256<float> Imaginary)
{
    public static ComplexVector operator +(ComplexVector a, ComplexVector b) => new(a.Real + b.Real, a.Imaginary + b.Imaginary);

    public static ComplexVector operator -(ComplexVector a, ComplexVector b) => new(a.Real - b.Real, a.Imaginary - b.Imaginary);

    public static ComplexVector operator *(ComplexVector a, ComplexVector b) =>
        new((a.Real * b.Real) - (a.Imaginary * b.Imaginary), (a.Real * b.Imaginary) + (a.Imaginary * b.Real));

    public static ComplexVector operator *(float factor, ComplexVector a) => new(factor * a.Real, factor * a.Imaginary);

    public ComplexVector TimesMinusI() => new(Imaginary, -Real);
}
