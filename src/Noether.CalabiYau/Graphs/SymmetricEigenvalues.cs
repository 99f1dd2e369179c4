using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Noether.CalabiYau.Graphs;

/// <summary>The eigenvalues, without eigenvectors, of small symmetric matrices: reflections to tridiagonal form, then QL steps without square roots.</summary>
/// <remarks>
/// For matrices of ten to a hundred rows, by the hundred thousand. Four lanes are used whatever the machine has, so that the bits are the same
/// everywhere; where there are no vector registers the runtime works the lanes one by one.
/// </remarks>
internal static class SymmetricEigenvalues
{
    private const int Lanes = 4;

    // Three steps an eigenvalue are common; fifty are beyond anything seen in practice.
    private const int MaxSteps = 50;

    /// <summary>The length of a row in storage: a multiple of four, so that rows consist of whole vectors.</summary>
    public static int Stride(int size) => (size + Lanes - 1) & ~(Lanes - 1);

    /// <summary>Finds all eigenvalues.</summary>
    /// <param name="matrix">The matrix, row by row; zeros beyond its size. Overwritten. Shape [stride, stride].</param>
    /// <param name="values">The eigenvalues in decreasing order, to about machine precision times the norm. Shape [size].</param>
    public static void Find(Span<double> matrix, Span<double> values)
    {
        var size = values.Length;
        var stride = Stride(size);
        Span<double> vector = stackalloc double[stride];
        Span<double> image = stackalloc double[stride];
        Span<double> squares = stackalloc double[stride]; // squares of the off-diagonal entries; those at k join k and k + 1
        squares.Clear();
        for (var k = 0; k + 1 < size; k++)
        {
            squares[k] = Reflect(matrix, k, vector, image);
        }

        for (var k = 0; k < size; k++)
        {
            values[k] = matrix[(k * stride) + k];
        }

        Diagonalise(values, squares);
        values.Sort();
        values.Reverse();
    }

    /// <summary>Clears column k below the first off-diagonal place by a reflection 1 - 2 v v^T / v.v from both sides; returns the square of what is left there.</summary>
    private static double Reflect(Span<double> matrix, int k, Span<double> vector, Span<double> image)
    {
        var stride = vector.Length;
        var first = k + 1;
        var start = first & ~(Lanes - 1); // whole vectors; the places before "first" hold zeros in v and its image
        matrix.Slice(k * stride, stride).CopyTo(vector);
        vector[start..first].Clear();
        var head = vector[first];
        vector[first] = 0;
        var rest = Dot(vector[start..], vector[start..]);
        var square = rest + (head * head);
        if (rest == 0)
        {
            return square;
        }

        var pivot = head + Math.CopySign(Math.Sqrt(square), head);
        vector[first] = pivot;
        var scale = 2 / (rest + (pivot * pivot));
        image.Clear();
        for (var i = first; i < stride; i++)
        {
            image[i] = scale * Dot(matrix.Slice((i * stride) + start, stride - start), vector[start..]);
        }

        // A -> A - v q^T - q v^T with q = p - (p.v / v.v) v and p = A v (2 / v.v)
        AddMultiple(image[start..], -0.5 * scale * Dot(image[start..], vector[start..]), vector[start..]);
        for (var i = first; i < stride; i++)
        {
            var row = matrix.Slice((i * stride) + start, stride - start);
            AddMultiple(row, -vector[i], image[start..]);
            AddMultiple(row, -image[i], vector[start..]);
        }

        return square;
    }

    /// <summary>QL steps with Wilkinson's shift on the diagonal and the squared off-diagonal, after Pal, Walker and Kahan.</summary>
    private static void Diagonalise(Span<double> diagonal, Span<double> squares)
    {
        var negligible = Negligible(diagonal, squares);
        for (var low = 0; low < diagonal.Length; low++)
        {
            for (var step = 0; ; step++)
            {
                var high = low;
                while (high + 1 < diagonal.Length && squares[high] > negligible)
                {
                    high++;
                }

                if (high == low)
                {
                    break;
                }

                if (step == MaxSteps)
                {
                    throw new InvalidOperationException($"QL steps did not settle within {MaxSteps}; this is an error in Noether.");
                }

                QlStep(diagonal[low..(high + 1)], squares[low..(high + 1)]);
            }
        }
    }

    private static void QlStep(Span<double> diagonal, Span<double> squares)
    {
        var root = Math.Sqrt(squares[0]);
        var half = (diagonal[1] - diagonal[0]) / (2 * root);
        var shift = diagonal[0] - (root / (half + Math.CopySign(Math.Sqrt((half * half) + 1), half)));
        var last = diagonal.Length - 1;
        var (cosine, sine) = (1.0, 0.0); // squared
        var gamma = diagonal[last] - shift;
        var p = gamma * gamma;
        for (var i = last - 1; i >= 0; i--)
        {
            var square = squares[i];
            var r = p + square;
            squares[i + 1] = i == last - 1 ? 0 : sine * r;
            var previous = cosine;
            cosine = p / r;
            sine = square / r;
            var old = gamma;
            var entry = diagonal[i];
            gamma = (cosine * (entry - shift)) - (sine * old);
            diagonal[i + 1] = old + (entry - gamma);
            p = cosine == 0 ? previous * square : gamma * gamma / cosine;
        }

        squares[0] = sine * p;
        diagonal[0] = shift + gamma;
    }

    /// <summary>The square below which an off-diagonal entry counts as zero: that of a rounding error of the largest entry.</summary>
    private static double Negligible(ReadOnlySpan<double> diagonal, ReadOnlySpan<double> squares)
    {
        var largest = double.MinValue;
        for (var k = 0; k < diagonal.Length; k++)
        {
            largest = Math.Max(largest, Math.Max(diagonal[k] * diagonal[k], squares[k]));
        }

        return largest * (double.BitIncrement(1) - 1) * (double.BitIncrement(1) - 1);
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var sum = Vector256<double>.Zero;
        for (nuint i = 0; i < (nuint)a.Length; i += Lanes)
        {
            sum += Vector256.LoadUnsafe(ref x, i) * Vector256.LoadUnsafe(ref y, i);
        }

        return (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddMultiple(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        ref var x = ref MemoryMarshal.GetReference(target);
        ref var y = ref MemoryMarshal.GetReference(source);
        var multiplier = Vector256.Create(factor);
        for (nuint i = 0; i < (nuint)target.Length; i += Lanes)
        {
            (Vector256.LoadUnsafe(ref x, i) + (multiplier * Vector256.LoadUnsafe(ref y, i))).StoreUnsafe(ref x, i);
        }
    }
}
