using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Noether.Numerics;

/// <summary>
/// Least squares of several quantities on the same features, row by row: the sums of products, and the solution for any leading features.
/// </summary>
/// <param name="features">How many features q.</param>
/// <param name="targets">How many quantities.</param>
internal sealed class NormalEquations(int features, int targets)
{
    // Lines are padded to whole vectors; of the lower triangle, what a line holds beyond its diagonal is never read.
    private readonly int _stride = Padded(features);
    private readonly double[] _gram = new double[features * Padded(features)];
    private readonly double[] _row = new double[Padded(features)];
    private readonly double[] _right = new double[features * targets];

    /// <summary>The number of features q.</summary>
    public int Features => features;

    /// <summary>Rows that were added.</summary>
    public int Rows { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <param name="row">The features. Shape [q].</param>
    /// <param name="quantities">The quantities. Shape [targets].</param>
    /// <param name="weight">The weight of the row, 0 or more.</param>
    public void Add(ReadOnlySpan<double> row, ReadOnlySpan<double> quantities, double weight = 1)
    {
        row.CopyTo(_row);
        var all = MemoryMarshal.Cast<double, Vector<double>>(_row);
        for (var i = 0; i < features; i++)
        {
            var x = weight * row[i];
            var line = MemoryMarshal.Cast<double, Vector<double>>(_gram.AsSpan(i * _stride, _stride));
            for (var j = 0; j <= i / Vector<double>.Count; j++)
            {
                line[j] += all[j] * x;
            }

            var right = _right.AsSpan(i * targets, targets);
            for (var a = 0; a < right.Length; a++)
            {
                right[a] += quantities[a] * x;
            }
        }

        Rows++;
    }

    /// <summary>Adds all rows of another.</summary>
    public void Add(NormalEquations other)
    {
        TensorPrimitives.Add(_gram, other._gram, _gram);
        TensorPrimitives.Add(_right, other._right, _right);
        Rows += other.Rows;
    }

    /// <summary>The coefficients on the first features, shape [leading, targets]; features that others explain to rounding get none.</summary>
    /// <param name="leading">How many features to use, 1 to q.</param>
    public double[] Solve(int leading)
    {
        var (factor, scale) = (new double[leading * leading], new double[leading]);
        var solution = _right.AsSpan(0, leading * targets).ToArray();
        for (var i = 0; i < leading; i++)
        {
            scale[i] = _gram[(i * _stride) + i] is > 0 and var square ? 1 / Math.Sqrt(square) : 0;
        }

        for (var i = 0; i < leading; i++)
        {
            var row = factor.AsSpan(i * leading, i + 1);
            for (var j = 0; j <= i; j++)
            {
                row[j] = _gram[(i * _stride) + j] * scale[i] * scale[j];
            }

            Eliminate(factor, i, leading);
            var right = solution.AsSpan(i * targets, targets);
            TensorPrimitives.Multiply(right, scale[i], right);
            for (var j = 0; j < i; j++)
            {
                TensorPrimitives.MultiplyAdd(solution.AsSpan(j * targets, targets), -row[j], right, right);
            }

            TensorPrimitives.Multiply(right, row[i] > 0 ? 1 / row[i] : 0, right);
        }

        for (var i = leading - 1; i >= 0; i--)
        {
            var right = solution.AsSpan(i * targets, targets);
            var pivot = factor[(i * leading) + i];
            TensorPrimitives.Multiply(right, pivot > 0 ? 1 / pivot : 0, right);
            for (var j = 0; j < i; j++)
            {
                TensorPrimitives.MultiplyAdd(right, -factor[(i * leading) + j], solution.AsSpan(j * targets, targets), solution.AsSpan(j * targets, targets));
            }
        }

        for (var i = 0; i < leading; i++)
        {
            var right = solution.AsSpan(i * targets, targets);
            TensorPrimitives.Multiply(right, scale[i], right);
        }

        return solution;
    }

    private static int Padded(int count) => (count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;

    // One row of the Cholesky factor; a pivot at rounding is none, and its feature is left out.
    private static void Eliminate(double[] factor, int i, int stride)
    {
        var row = factor.AsSpan(i * stride, i + 1);
        for (var j = 0; j < i; j++)
        {
            var other = factor.AsSpan(j * stride, j + 1);
            row[j] = other[j] > 0 ? (row[j] - TensorPrimitives.Dot<double>(row[..j], other[..j])) / other[j] : 0;
        }

        var pivot = row[i] - TensorPrimitives.SumOfSquares<double>(row[..i]);
        row[i] = pivot > Tolerance.Rounding.Absolute ? Math.Sqrt(pivot) : 0;
    }
}
