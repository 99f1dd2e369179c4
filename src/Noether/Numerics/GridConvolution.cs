using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Noether.Runs;

namespace Noether.Numerics;

/// <summary>The convolution of numbers on a square grid with a kernel that is even in both coordinates, by Fourier transforms.</summary>
/// <remarks>
/// Eq. (T7). The grid is embedded in a periodic one of at least twice the size, so that nothing wraps around. Rows are transformed in pairs, as real
/// and imaginary part of one sequence; rows and columns of zeros are left out. Cost O(N^2 log N). The order of all sums is fixed.
/// </remarks>
internal sealed class GridConvolution
{
    private const int Lanes = FourierTransform.Lanes;
    private const int RowsPerGroup = 2 * Lanes;

    private readonly FourierTransform _transform;
    private readonly double[] _multiplier; // [N/2 + 1, columns]: the transform of the kernel, over N^2
    private readonly double[] _real; // [columns, size]: the spectrum of the rows, column by column
    private readonly double[] _imaginary;
    private readonly int _columns; // N/2 + 1 and up to a multiple of the lanes
    private readonly ConcurrentBag<Vector256<double>[]> _idle = [];

    /// <summary>Prepares convolutions with a kernel.</summary>
    /// <param name="size">Rows and columns of the grid, a multiple of 8.</param>
    /// <param name="length">Rows and columns of the periodic grid, N, at least twice <paramref name="size"/>.</param>
    /// <param name="multiplier">The transform of the kernel, from <see cref="KernelTransform"/>; shape [N/2 + 1, N/2 + 1].</param>
    public GridConvolution(int size, int length, double[] multiplier)
    {
        if (size % RowsPerGroup != 0 || length < 2 * size)
        {
            throw new ArgumentException($"A grid of {size} in a periodic one of {length}: expected a multiple of {RowsPerGroup} in one at least twice its size.", nameof(size));
        }

        Size = size;
        _transform = new FourierTransform(length);
        var half = (length / 2) + 1;
        _columns = (half + Lanes - 1) / Lanes * Lanes;
        _multiplier = new double[half * _columns];
        for (var j = 0; j < half; j++)
        {
            multiplier.AsSpan(j * half, half).CopyTo(_multiplier.AsSpan(j * _columns));
        }

        (_real, _imaginary) = (new double[_columns * size], new double[_columns * size]);
    }

    /// <summary>Rows and columns of the grid.</summary>
    public int Size { get; }

    private int Length => _transform.Length;

    /// <summary>Replaces the numbers on the grid, shape [size, size], by their convolution with the kernel.</summary>
    public void Apply(double[] grid, Execution execution)
    {
        Each(Size / RowsPerGroup, execution, (group, work) => TransformRows(grid, group * RowsPerGroup, work));
        Each(_columns / Lanes, execution, (tile, work) => ConvolveColumns(tile * Lanes, work));
        Each(Size / RowsPerGroup, execution, (group, work) => RestoreRows(grid, group * RowsPerGroup, work));
    }

    private void Each(int blocks, Execution execution, Action<int, Vector256<double>[]> body) =>
        execution.ForEachBlock(blocks, block =>
        {
            var work = _idle.TryTake(out var used) ? used : new Vector256<double>[4 * Length];
            body(block, work);
            _idle.Add(work);
        });

    private void Forward(Vector256<double>[] work, bool inverse)
    {
        var first = work.AsSpan(0, Length);
        var second = work.AsSpan(Length, Length);
        _transform.Forward(inverse ? second : first, inverse ? first : second, work.AsSpan(2 * Length, Length), work.AsSpan(3 * Length, Length));
    }

    // Rows r to r + 3 are the real parts, rows r + 4 to r + 7 the imaginary parts of four sequences.
    private void TransformRows(double[] grid, int firstRow, Vector256<double>[] work)
    {
        var upper = grid.AsSpan(firstRow * Size, Lanes * Size);
        var lower = grid.AsSpan((firstRow + Lanes) * Size, Lanes * Size);
        for (var c = 0; c < Size; c++)
        {
            work[c] = Vector256.Create(upper[c], upper[c + Size], upper[c + (2 * Size)], upper[c + (3 * Size)]);
            work[Length + c] = Vector256.Create(lower[c], lower[c + Size], lower[c + (2 * Size)], lower[c + (3 * Size)]);
        }

        work.AsSpan(Size, Length - Size).Clear();
        work.AsSpan(Length + Size, Length - Size).Clear();
        Forward(work, inverse: false);
        for (var k = 0; k <= Length / 2; k++)
        {
            var mirror = k == 0 ? 0 : Length - k;
            var (real, imaginary, mirrorReal, mirrorImaginary) = (work[k], work[Length + k], work[mirror], work[Length + mirror]);
            var place = (k * Size) + firstRow;
            Store(0.5 * (real + mirrorReal), 0.5 * (imaginary - mirrorImaginary), place);
            Store(0.5 * (imaginary + mirrorImaginary), 0.5 * (mirrorReal - real), place + Lanes);
        }
    }

    private void RestoreRows(double[] grid, int firstRow, Vector256<double>[] work)
    {
        for (var k = 0; k <= Length / 2; k++)
        {
            var place = (k * Size) + firstRow;
            var (upper, lower) = (Load(place), Load(place + Lanes));
            (work[k], work[Length + k]) = (upper.Real - lower.Imaginary, upper.Imaginary + lower.Real);
            var mirror = k == 0 ? 0 : Length - k;
            (work[mirror], work[Length + mirror]) = (upper.Real + lower.Imaginary, lower.Real - upper.Imaginary);
        }

        Forward(work, inverse: true);
        for (var c = 0; c < Size; c++)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                grid[((firstRow + lane) * Size) + c] = work[c][lane];
                grid[((firstRow + Lanes + lane) * Size) + c] = work[Length + c][lane];
            }
        }
    }

    private void ConvolveColumns(int firstColumn, Vector256<double>[] work)
    {
        Gather(_real, firstColumn, work.AsSpan(0, Length));
        Gather(_imaginary, firstColumn, work.AsSpan(Length, Length));
        Forward(work, inverse: false);
        ref var multiplier = ref MemoryMarshal.GetArrayDataReference(_multiplier);
        for (var j = 0; j < Length; j++)
        {
            var factor = Vector256.LoadUnsafe(ref multiplier, (nuint)((Math.Min(j, Length - j) * _columns) + firstColumn));
            work[j] *= factor;
            work[Length + j] *= factor;
        }

        Forward(work, inverse: true);
        Scatter(work.AsSpan(0, Size), firstColumn, _real);
        Scatter(work.AsSpan(Length, Size), firstColumn, _imaginary);
    }

    private void Gather(double[] spectrum, int firstColumn, Span<Vector256<double>> into)
    {
        var columns = spectrum.AsSpan(firstColumn * Size, Lanes * Size);
        for (var row = 0; row < Size; row++)
        {
            into[row] = Vector256.Create(columns[row], columns[row + Size], columns[row + (2 * Size)], columns[row + (3 * Size)]);
        }

        into[Size..].Clear();
    }

    private void Scatter(ReadOnlySpan<Vector256<double>> from, int firstColumn, double[] spectrum)
    {
        var columns = spectrum.AsSpan(firstColumn * Size, Lanes * Size);
        for (var row = 0; row < Size; row++)
        {
            columns[row] = from[row][0];
            columns[row + Size] = from[row][1];
            columns[row + (2 * Size)] = from[row][2];
            columns[row + (3 * Size)] = from[row][3];
        }
    }

    private void Store(Vector256<double> real, Vector256<double> imaginary, int place)
    {
        real.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_real), (nuint)place);
        imaginary.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_imaginary), (nuint)place);
    }

    private ComplexVector Load(int place) => new(
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_real), (nuint)place),
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_imaginary), (nuint)place));
}
