using System.Numerics.Tensors;
using Noether.Generators.TangentSpaces;
using Noether.Numerics;

namespace Noether.Generators.Flows;

/// <summary>Normal equations for the changes D_a of generators that close the gaps of pairs: P (sum_a t_a D_a z - gap) = 0 for each, Eq. (G23).</summary>
/// <param name="constraint">The coordinates of a generator.</param>
/// <param name="count">The number of generators.</param>
internal sealed class FlowEquations(TangencyConstraint constraint, int count)
{
    private readonly int _size = constraint.Size;
    private readonly double[] _form = new double[constraint.Size];
    private readonly double[] _pair = new double[constraint.Size * constraint.Size];
    private readonly double[] _pull = new double[constraint.Size];
    private readonly double[] _blocks = new double[count * (count + 1) / 2 * constraint.Size * constraint.Size];
    private readonly double[] _right = new double[count * constraint.Size];

    /// <summary>Adds one pair.</summary>
    /// <param name="path">Its flow.</param>
    /// <param name="normals">The normal space half-way.</param>
    /// <param name="weight">How much it counts.</param>
    public void Add(FlowPath path, FlowNormals normals, double weight)
    {
        Array.Clear(_pair);
        Array.Clear(_pull);
        for (var number = 0; number < normals.Count; number++)
        {
            constraint.Of(normals[number], path.Middle, _form);
            TensorPrimitives.MultiplyAdd(_form, TensorPrimitives.Dot(normals[number], path.Gap), _pull, _pull);
            for (var i = 0; i < _size; i++) // the upper triangle
            {
                var row = _pair.AsSpan((i * _size) + i, _size - i);
                TensorPrimitives.MultiplyAdd(_form.AsSpan(i), _form[i], row, row);
            }
        }

        var block = 0;
        for (var a = 0; a < count; a++)
        {
            var own = _right.AsSpan(a * _size, _size);
            TensorPrimitives.MultiplyAdd(_pull, weight * path.Times[a], own, own);
            for (var b = 0; b <= a; b++, block++)
            {
                var sum = _blocks.AsSpan(block * _size * _size, _size * _size);
                TensorPrimitives.MultiplyAdd(_pair, weight * path.Times[a] * path.Times[b], sum, sum);
            }
        }
    }

    /// <summary>Adds what another part of the pairs has summed up.</summary>
    public void Add(FlowEquations other)
    {
        TensorPrimitives.Add(_blocks, other._blocks, _blocks);
        TensorPrimitives.Add(_right, other._right, _right);
    }

    /// <summary>The changes, one row per generator; null where the pairs say nothing. Shape [count, size].</summary>
    /// <param name="damping">Added to the diagonal, next to its mean: changes of the generators among themselves are free and must not grow.</param>
    public Matrix? Solve(double damping)
    {
        var n = count * _size;
        var (matrix, right) = (new double[n * n], (double[])_right.Clone());
        var block = 0;
        for (var a = 0; a < count; a++)
        {
            for (var b = 0; b <= a; b++, block++)
            {
                Place(_blocks.AsSpan(block * _size * _size, _size * _size), matrix.AsSpan((a * _size * n) + (b * _size)), n);
            }
        }

        var trace = 0.0;
        for (var i = 0; i < n; i++)
        {
            trace += matrix[(i * n) + i];
        }

        for (var i = 0; i < n; i++)
        {
            matrix[(i * n) + i] += damping * trace / n;
        }

        return trace > 0 && Cholesky.Solve(matrix, right) ? Matrix.FromEntries(count, _size, right) : null;
    }

    /// <summary>Writes a symmetric block, of which the upper triangle is known.</summary>
    private void Place(ReadOnlySpan<double> block, Span<double> into, int stride)
    {
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j < _size; j++)
            {
                into[(i * stride) + j] = block[(Math.Min(i, j) * _size) + Math.Max(i, j)];
            }
        }
    }
}
