using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Noether.Runs;

namespace Noether.Numerics;

/// <summary>The gradient of a potential on a square grid, where the potential is the convolution of weights on its nodes with an even kernel.</summary>
/// <remarks>
/// Eq. (T7). The grid is embedded in a periodic one of at least twice its size, so that nothing wraps around. Columns are transformed in pairs, as
/// real and imaginary part of one sequence, rows and columns of zeros are left out, and both components come back as one complex sequence.
/// Cost O(N^2 log N). The order of all sums is fixed by the sizes.
/// </remarks>
internal sealed class GridField
{
    private const int Lanes = FourierTransform.Lanes;

    private readonly FourierTransform _transform;
    private readonly int _frequencies; // N/2 + 1 and up to a multiple of the lanes
    private readonly float[] _multiplier; // [N/2 + 1, frequencies], zeros where padded
    private readonly float[] _wavenumbers; // [N], signed, 0 at the highest, whose sign is undefined
    private readonly Spectrum _spectrum; // of the columns, [frequencies, size]; later of the potential
    private readonly Spectrum _slope; // of the potential's derivative along rows
    private readonly ConcurrentBag<Vector256<float>[]> _idle = [];

    /// <summary>Prepares for a kernel.</summary>
    /// <param name="size">Rows and columns of the grid, a multiple of 16.</param>
    /// <param name="spacing">Distance of two nodes.</param>
    /// <param name="multiplier">The transform of the kernel on the periodic grid, over N^2, from <see cref="KernelTransform"/>. Shape [N/2 + 1, N/2 + 1], N at least twice <paramref name="size"/>.</param>
    public GridField(int size, double spacing, float[] multiplier)
    {
        var half = (int)Math.Sqrt(multiplier.Length);
        var length = 2 * (half - 1);
        if (size % (2 * Lanes) != 0 || length < 2 * size)
        {
            throw new ArgumentException($"A grid of {size} in a periodic one of {length}: expected a multiple of {2 * Lanes} in one at least twice its size.", nameof(size));
        }

        Size = size;
        _transform = new FourierTransform(length);
        _frequencies = (half + Lanes - 1) / Lanes * Lanes;
        _multiplier = new float[half * _frequencies];
        for (var j = 0; j < half; j++)
        {
            multiplier.AsSpan(j * half, half).CopyTo(_multiplier.AsSpan(j * _frequencies));
        }

        _wavenumbers = [.. Enumerable.Range(0, length).Select(k => k == length / 2 ? 0 : (float)(2 * Math.PI * (k < half ? k : k - length) / (length * spacing)))];
        (_spectrum, _slope) = (new Spectrum(_frequencies * size), new Spectrum(_frequencies * size));
    }

    /// <summary>Rows and columns of the grid.</summary>
    public int Size { get; }

    private int Length => _transform.Length;

    /// <summary>Computes the gradient and returns the sum over the nodes of weight times potential.</summary>
    /// <param name="weights">The weights, row by row. Shape [size, size].</param>
    /// <param name="alongRows">Filled with the derivative of the potential by the column's place. Shape [size, size].</param>
    /// <param name="alongColumns">Filled with the derivative by the row's place. Shape [size, size].</param>
    /// <param name="execution">How the run is carried out.</param>
    public double Compute(float[] weights, float[] alongRows, float[] alongColumns, Execution execution)
    {
        var sums = new double[_frequencies / Lanes];
        Each(Size / (2 * Lanes), execution, (group, work) => TransformColumns(weights, group * 2 * Lanes, work));
        Each(sums.Length, execution, (group, work) => sums[group] = ConvolveRows(group * Lanes, work));
        Each(Size / Lanes, execution, (group, work) => RestoreColumns(alongRows, alongColumns, group * Lanes, work));
        return sums.Sum();
    }

    private void Each(int blocks, Execution execution, Action<int, Vector256<float>[]> body) =>
        execution.ForEachBlock(blocks, block =>
        {
            var work = _idle.TryTake(out var used) ? used : new Vector256<float>[6 * Length];
            body(block, work);
            _idle.Add(work);
        });

    // The inverse is the transform with real and imaginary parts exchanged. Parts 4 and 5 of the workspace are room to work.
    private void Transform(Vector256<float>[] work, int real, int imaginary) => _transform.Forward(
        work.AsSpan(real * Length, Length), work.AsSpan(imaginary * Length, Length), work.AsSpan(4 * Length, Length), work.AsSpan(5 * Length, Length));

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
        Transform(work, 0, 1);
        for (var j = 0; j <= Length / 2; j++)
        {
            var mirror = j == 0 ? 0 : Length - j;
            var (real, imaginary, mirrorReal, mirrorImaginary) = (work[j], work[Length + j], work[mirror], work[Length + mirror]);
            var place = (j * Size) + firstColumn;
            _spectrum.Store(place, 0.5f * (real + mirrorReal), 0.5f * (imaginary - mirrorImaginary));
            _spectrum.Store(place + Lanes, 0.5f * (imaginary + mirrorImaginary), 0.5f * (mirrorReal - real));
        }
    }

    // For eight frequencies along columns: transforms along rows, multiplies, and transforms back the potential (parts 0, 1) and its derivative along rows (2, 3).
    private double ConvolveRows(int firstFrequency, Vector256<float>[] work)
    {
        _spectrum.Gather(firstFrequency * Size, Size, work.AsSpan(0, Size), work.AsSpan(Length, Size));
        work.AsSpan(Size, Length - Size).Clear();
        work.AsSpan(Length + Size, Length - Size).Clear();
        Transform(work, 0, 1);
        var energy = Vector256<float>.Zero;
        ref var multiplier = ref MemoryMarshal.GetArrayDataReference(_multiplier);
        for (var k = 0; k < Length; k++)
        {
            var factor = Vector256.LoadUnsafe(ref multiplier, (nuint)((Math.Min(k, Length - k) * _frequencies) + firstFrequency));
            var (real, imaginary) = (work[k], work[Length + k]);
            energy += factor * ((real * real) + (imaginary * imaginary));
            (work[k], work[Length + k]) = (factor * real, factor * imaginary);
            var wavenumber = _wavenumbers[k]; // times i
            (work[(2 * Length) + k], work[(3 * Length) + k]) = (-wavenumber * work[Length + k], wavenumber * work[k]);
        }

        Transform(work, 1, 0);
        Transform(work, 3, 2);
        _spectrum.Scatter(firstFrequency * Size, Size, work.AsSpan(0, Size), work.AsSpan(Length, Size));
        _slope.Scatter(firstFrequency * Size, Size, work.AsSpan(2 * Length, Size), work.AsSpan(3 * Length, Size));
        return Energy(energy, firstFrequency);
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

    // With X and Y the spectra of the real components along rows and columns, X + iY is that of a complex sequence that has them as its parts.
    private void RestoreColumns(float[] alongRows, float[] alongColumns, int firstColumn, Vector256<float>[] work)
    {
        for (var j = 0; j <= Length / 2; j++)
        {
            var place = (j * Size) + firstColumn;
            var (x, potential, mirror) = (_slope.Load(place), _spectrum.Load(place), j == 0 ? 0 : Length - j);
            var y = new ComplexVector(-_wavenumbers[j] * potential.Imaginary, _wavenumbers[j] * potential.Real);
            (work[j], work[Length + j]) = (x.Real - y.Imaginary, x.Imaginary + y.Real);
            (work[mirror], work[Length + mirror]) = (x.Real + y.Imaginary, y.Real - x.Imaginary);
        }

        Transform(work, 1, 0);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(alongRows);
        ref var columns = ref MemoryMarshal.GetArrayDataReference(alongColumns);
        for (var row = 0; row < Size; row++)
        {
            work[row].StoreUnsafe(ref rows, (nuint)((row * Size) + firstColumn));
            work[Length + row].StoreUnsafe(ref columns, (nuint)((row * Size) + firstColumn));
        }
    }
}
