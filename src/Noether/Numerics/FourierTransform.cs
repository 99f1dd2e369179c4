using System.Runtime.Intrinsics;

namespace Noether.Numerics;

/// <summary>The discrete Fourier transform of a length 2^a 3^b, of eight sequences at once.</summary>
/// <remarks>
/// Eq. (T6): X_k = sum_j x_j exp(-2 pi i jk/N), by Stockham's algorithm with radix 4, then 3 or 2. The eight sequences stand side by side in a vector, so that
/// all arithmetic is vectorised without moving numbers within vectors; without hardware vectors the same operations run one by one.
/// The inverse, but for a factor N, is the transform with real and imaginary parts exchanged, before and after.
/// </remarks>
internal sealed class FourierTransform
{
    /// <summary>Sequences transformed at once.</summary>
    public const int Lanes = 8;

    private const int Factor = 3;

    private readonly float[] _cosines;
    private readonly float[] _sines;

    /// <summary>Prepares transforms of a length.</summary>
    /// <param name="length">N, at least 1.</param>
    public FourierTransform(int length)
    {
        var rest = length;
        while (rest > 0 && rest % Factor == 0)
        {
            rest /= Factor;
        }

        if (rest < 1 || !int.IsPow2(rest))
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "The length of a transform is a product of twos and threes.");
        }

        Length = length;
        _cosines = [.. Enumerable.Range(0, length).Select(k => (float)Math.Cos(2 * Math.PI * k / length))];
        _sines = [.. Enumerable.Range(0, length).Select(k => (float)-Math.Sin(2 * Math.PI * k / length))];
    }

    /// <summary>The length N.</summary>
    public int Length { get; }

    /// <summary>The smallest multiple of 16 that is allowed and at least <paramref name="least"/>.</summary>
    public static int LengthOfAtLeast(int least)
    {
        var best = int.MaxValue;
        for (var power = 1; power < least + Factor; power *= Factor)
        {
            var length = 16 * power;
            while (length < least)
            {
                length *= 2;
            }

            best = Math.Min(best, length);
        }

        return best;
    }

    /// <summary>Transforms eight sequences in place.</summary>
    /// <param name="real">Real parts, element by element, the eight sequences side by side. Shape [N].</param>
    /// <param name="imaginary">Imaginary parts, likewise.</param>
    /// <param name="spareReal">Room to work. Shape [N].</param>
    /// <param name="spareImaginary">Room to work. Shape [N].</param>
    public void Forward(Span<Vector256<float>> real, Span<Vector256<float>> imaginary, Span<Vector256<float>> spareReal, Span<Vector256<float>> spareImaginary)
    {
        var (n, stride, moved) = (Length, 1, false);
        while (n > 1)
        {
            var radix = n % 4 == 0 ? 4 : n % Factor == 0 ? Factor : 2;
            var from = moved ? new ComplexSpan(spareReal, spareImaginary) : new ComplexSpan(real, imaginary);
            var to = moved ? new ComplexSpan(real, imaginary) : new ComplexSpan(spareReal, spareImaginary);
            Pass(radix, n / radix, stride, from, to);
            n /= radix;
            stride *= radix;
            moved = !moved;
        }

        if (moved)
        {
            spareReal[..Length].CopyTo(real);
            spareImaginary[..Length].CopyTo(imaginary);
        }
    }

    private void Pass(int radix, int quotient, int stride, ComplexSpan from, ComplexSpan to)
    {
        for (var p = 0; p < quotient; p++)
        {
            switch (radix)
            {
                case 4:
                    PassOfFour(p, quotient, stride, from, to);
                    break;
                case Factor:
                    PassOfThree(p, quotient, stride, from, to);
                    break;
                default:
                    PassOfTwo(p, quotient, stride, from, to);
                    break;
            }
        }
    }

    private ComplexVector Twiddle(int exponent, int stride) =>
        new(Vector256.Create(_cosines[exponent * stride]), Vector256.Create(_sines[exponent * stride]));

    private void PassOfTwo(int p, int quotient, int stride, ComplexSpan from, ComplexSpan to)
    {
        var w = Twiddle(p, stride);
        for (var q = 0; q < stride; q++)
        {
            var a = from[q + (stride * p)];
            var b = from[q + (stride * (p + quotient))];
            to[q + (stride * 2 * p)] = a + b;
            to[q + (stride * ((2 * p) + 1))] = (a - b) * w;
        }
    }

    private void PassOfThree(int p, int quotient, int stride, ComplexSpan from, ComplexSpan to)
    {
        var (w, w2) = (Twiddle(p, stride), Twiddle(2 * p, stride));
        for (var q = 0; q < stride; q++)
        {
            var a = from[q + (stride * p)];
            var b = from[q + (stride * (p + quotient))];
            var c = from[q + (stride * (p + (2 * quotient)))];
            var sum = b + c;
            var centre = a - (0.5f * sum);
            var turned = (0.5f * MathF.Sqrt(3) * (b - c)).TimesMinusI();
            to[q + (stride * 3 * p)] = a + sum;
            to[q + (stride * ((3 * p) + 1))] = (centre + turned) * w;
            to[q + (stride * ((3 * p) + 2))] = (centre - turned) * w2;
        }
    }

    private void PassOfFour(int p, int quotient, int stride, ComplexSpan from, ComplexSpan to)
    {
        var (w, w2, w3) = (Twiddle(p, stride), Twiddle(2 * p, stride), Twiddle(3 * p, stride));
        for (var q = 0; q < stride; q++)
        {
            var a = from[q + (stride * p)];
            var b = from[q + (stride * (p + quotient))];
            var c = from[q + (stride * (p + (2 * quotient)))];
            var d = from[q + (stride * (p + (3 * quotient)))];
            var (even, odd) = (a + c, b + d);
            var (evenHalf, oddHalf) = (a - c, (b - d).TimesMinusI());
            to[q + (stride * 4 * p)] = even + odd;
            to[q + (stride * ((4 * p) + 1))] = (evenHalf + oddHalf) * w;
            to[q + (stride * ((4 * p) + 2))] = (even - odd) * w2;
            to[q + (stride * ((4 * p) + 3))] = (evenHalf - oddHalf) * w3;
        }
    }
}
