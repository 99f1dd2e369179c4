using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Noether.Runs;

namespace Noether.Numerics;

/// <summary>A potential on a square grid: the convolution of weights on its nodes with an even kernel.</summary>
/// <remarks>
/// Eq. (T7). The grid is embedded in a periodic one of about twice its size, so that nothing wraps around. Columns are transformed in pairs, as
/// real and imaginary part of one sequence, and rows and columns of zeros are left out. Between the two directions the numbers are transposed eight by eight in
/// registers, so that every pass reads and writes whole vectors side by side. Cost O(N^2 log N). The order of all sums is fixed by the sizes.
/// </remarks>
internal sealed class GridField
{
    /// <summary>Rows and columns at each edge where no weight may be, though the potential is wanted there too.</summary>
    public const int Edge = CentralDifference.Reach;

    private const int Lanes = FourierTransform.Lanes;
    private const int Parts = 4; // of a workspace: real and imaginary parts, and room to work for the transform

    private readonly FourierTransform _transform;
    private readonly int _groups; // of eight frequencies along columns
    private readonly Vector256<float>[] _multiplier; // [groups, N/2 + 1], zeros where padded
    private readonly Vector256<float>[] _real; // the spectrum of the columns, [groups, size]; later that of the potential
    private readonly Vector256<float>[] _imaginary;
    private readonly ConcurrentBag<Vector256<float>[]> _idle = [];

    /// <summary>Prepares for a kernel.</summary>
    /// <param name="size">Rows and columns of the grid, a multiple of 16.</param>
    /// <param name="multiplier">The transform of the kernel on the periodic grid, over N^2, from <see cref="KernelTransform"/>. Shape [N/2 + 1, N/2 + 1], N at least twice <paramref name="size"/> less <see cref="Edge"/>.</param>
    public GridField(int size, float[] multiplier)
    {
        var half = (int)Math.Sqrt(multiplier.Length);
        var length = 2 * (half - 1);
        if (size % (2 * Lanes) != 0 || length < 2 * (size - Edge) || length < size)
        {
            throw new ArgumentException($"A grid of {size} in a periodic one of {length}: expected a multiple of {2 * Lanes}, and a period of at least twice the grid less {Edge}.", nameof(size));
        }

        Size = size;
        _transform = new FourierTransform(length);
        _groups = (half + Lanes - 1) / Lanes;
        _multiplier = new Vector256<float>[_groups * half];
        var numbers = MemoryMarshal.Cast<Vector256<float>, float>(_multiplier.AsSpan());
        for (var j = 0; j < half; j++)
        {
            for (var k = 0; k < half; k++)
            {
                numbers[(((j / Lanes * half) + k) * Lanes) + (j % Lanes)] = multiplier[(j * half) + k];
            }
        }

        (_real, _imaginary) = (new Vector256<float>[_groups * size], new Vector256<float>[_groups * size]);
    }

    /// <summary>Rows and columns of the grid.</summary>
    public int Size { get; }

    private int Length => _transform.Length;

    /// <summary>Computes the potential and returns the sum over the nodes of weight times potential.</summary>
    /// <param name="weights">The weights, row by row; 0 at the edges. Shape [size, size].</param>
    /// <param name="potential">Filled with the potential. Shape [size, size].</param>
    /// <param name="execution">How the run is carried out.</param>
    public double Compute(float[] weights, float[] potential, Execution execution)
    {
        var sums = new double[_groups];
        Each(Size / (2 * Lanes), execution, (group, work) => TransformColumns(weights, group * 2 * Lanes, work));
        Each(_groups, execution, (group, work) => sums[group] = ConvolveRows(group, work));
        Each(Size / (2 * Lanes), execution, (group, work) => RestoreColumns(potential, group * 2 * Lanes, work));
        return sums.Sum();
    }

    private void Each(int blocks, Execution execution, Action<int, Vector256<float>[]> body) =>
        execution.ForEachBlock(blocks, block =>
        {
            var work = _idle.TryTake(out var used) ? used : new Vector256<float>[Parts * Length];
            body(block, work);
            _idle.Add(work);
        });

    private void Transform(Vector256<float>[] work) =>
        _transform.Forward(work.AsSpan(0, Length), work.AsSpan(Length, Length), work.AsSpan(2 * Length, Length), work.AsSpan(3 * Length, Length));

    // The inverse is the transform with real and imaginary parts exchanged.
    private void TransformBack(Vector256<float>[] work) =>
        _transform.Forward(work.AsSpan(Length, Length), work.AsSpan(0, Length), work.AsSpan(2 * Length, Length), work.AsSpan(3 * Length, Length));

    // Eight columns are the real parts, the next eight the imaginary parts of eight sequences.
    private void TransformColumns(float[] weights, int firstColumn, Vector256<float>[] work)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(weights);
        for (var row = 0; row < Size; row++)
        {
            work[row] = Vector256.LoadUnsafe(ref first, (nuint)((row * Size) + firstColumn));
            work[Length + row] = Vector256.LoadUnsafe(ref first, (nuint)((row * Size) + firstColumn + Lanes));
        }

        work.AsSpan(Size, Length - Size).Clear();
        work.AsSpan(Length + Size, Length - Size).Clear();
        Transform(work);
        Span<Vector256<float>> parts = stackalloc Vector256<float>[4 * Lanes];
        for (var group = 0; group < _groups; group++)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                // Frequencies beyond the highest, which fill the last group, have a multiplier of 0.
                var j = (group * Lanes) + lane;
                var mirror = j == 0 ? 0 : Length - j;
                var (real, imaginary, mirrorReal, mirrorImaginary) = (work[j], work[Length + j], work[mirror], work[Length + mirror]);
                parts[lane] = 0.5f * (real + mirrorReal);
                parts[Lanes + lane] = 0.5f * (imaginary + mirrorImaginary);
                parts[(2 * Lanes) + lane] = 0.5f * (imaginary - mirrorImaginary);
                parts[(3 * Lanes) + lane] = 0.5f * (mirrorReal - real);
            }

            var place = (group * Size) + firstColumn;
            LaneTranspose.Eight(parts, _real.AsSpan(place, Lanes));
            LaneTranspose.Eight(parts[Lanes..], _real.AsSpan(place + Lanes, Lanes));
            LaneTranspose.Eight(parts[(2 * Lanes)..], _imaginary.AsSpan(place, Lanes));
            LaneTranspose.Eight(parts[(3 * Lanes)..], _imaginary.AsSpan(place + Lanes, Lanes));
        }
    }

    // For eight frequencies along columns: transforms along rows, multiplies, and transforms back.
    private double ConvolveRows(int group, Vector256<float>[] work)
    {
        var real = work.AsSpan(0, Length);
        var imaginary = work.AsSpan(Length, Length);
        _real.AsSpan(group * Size, Size).CopyTo(real);
        _imaginary.AsSpan(group * Size, Size).CopyTo(imaginary);
        real[Size..].Clear();
        imaginary[Size..].Clear();
        Transform(work);
        var energy = Vector256<float>.Zero;
        var multiplier = _multiplier.AsSpan(group * ((Length / 2) + 1), (Length / 2) + 1);
        for (var k = 0; k < Length; k++)
        {
            var factor = multiplier[Math.Min(k, Length - k)];
            energy += factor * ((real[k] * real[k]) + (imaginary[k] * imaginary[k]));
            (real[k], imaginary[k]) = (factor * real[k], factor * imaginary[k]);
        }

        TransformBack(work);
        real[..Size].CopyTo(_real.AsSpan(group * Size));
        imaginary[..Size].CopyTo(_imaginary.AsSpan(group * Size));
        return Energy(energy, group * Lanes);
    }

    // All frequencies along columns but the lowest and the highest stand for their mirror images too.
    private double Energy(Vector256<float> parts, int firstFrequency)
    {
        var sum = 0.0;
        for (var lane = 0; lane < Lanes; lane++)
        {
            sum += (firstFrequency + lane == 0 || firstFrequency + lane == Length / 2 ? 1 : 2) * (double)parts[lane];
        }

        return sum;
    }

    // With X and Y the spectra of two real columns, X + iY is that of a complex sequence that has them as its parts.
    private void RestoreColumns(float[] potential, int firstColumn, Vector256<float>[] work)
    {
        Span<Vector256<float>> parts = stackalloc Vector256<float>[4 * Lanes];
        for (var group = 0; group < _groups; group++)
        {
            var place = (group * Size) + firstColumn;
            LaneTranspose.Eight(_real.AsSpan(place, Lanes), parts);
            LaneTranspose.Eight(_real.AsSpan(place + Lanes, Lanes), parts[Lanes..]);
            LaneTranspose.Eight(_imaginary.AsSpan(place, Lanes), parts[(2 * Lanes)..]);
            LaneTranspose.Eight(_imaginary.AsSpan(place + Lanes, Lanes), parts[(3 * Lanes)..]);
            for (var lane = 0; lane < Math.Min(Lanes, (Length / 2) + 1 - (group * Lanes)); lane++)
            {
                var j = (group * Lanes) + lane;
                var mirror = j == 0 ? 0 : Length - j;
                var (x, y) = (new ComplexVector(parts[lane], parts[(2 * Lanes) + lane]), new ComplexVector(parts[Lanes + lane], parts[(3 * Lanes) + lane]));
                (work[j], work[Length + j]) = (x.Real - y.Imaginary, x.Imaginary + y.Real);
                (work[mirror], work[Length + mirror]) = (x.Real + y.Imaginary, y.Real - x.Imaginary);
            }
        }

        TransformBack(work);
        ref var first = ref MemoryMarshal.GetArrayDataReference(potential);
        for (var row = 0; row < Size; row++)
        {
            work[row].StoreUnsafe(ref first, (nuint)((row * Size) + firstColumn));
            work[Length + row].StoreUnsafe(ref first, (nuint)((row * Size) + firstColumn + Lanes));
        }
    }
}
