using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.Generators.Hyperplanes;

/// <summary>The normal equations of one plane's regression T x = y, with -T' in place of T on conjugate fields, Eq. (G8).</summary>
/// <param name="k">The length of a field.</param>
/// <param name="fields">Which fields are conjugate.</param>
internal sealed class PlaneEquations(int k, FieldLayout fields)
{
    // Ten per constraint row of a pair: the complement stays fixed to a percent of what the pairs could pull.
    private const double ComplementWeight = 10;

    private readonly Side _plain = new(k);
    private readonly Side _dual = new(k);
    private double _wanted;
    private double _weights;

    /// <summary>Forgets all constraints.</summary>
    public void Clear()
    {
        _plain.Clear();
        _dual.Clear();
        (_wanted, _weights) = (0, 0);
    }

    /// <summary>Adds the constraints of one point.</summary>
    /// <param name="point">x, all fields. Shape [fields * k].</param>
    /// <param name="image">The weighted sum of the wanted images y. Shape [fields * k].</param>
    /// <param name="weight">The sum of the weights.</param>
    public void Add(ReadOnlySpan<double> point, ReadOnlySpan<double> image, double weight)
    {
        for (var field = 0; field < fields.Count; field++)
        {
            (fields.Conjugate.Contains(field) ? _dual : _plain).Add(point.Slice(field * k, k), image.Slice(field * k, k), weight);
        }

        _wanted += weight * TensorPrimitives.SumOfSquares(point);
        _weights += weight;
    }

    /// <summary>The least-squares T in the coordinates of the plane; one field also demands T b_i = 0 for i of 3 and more, several do not.</summary>
    public Matrix Solve()
    {
        if (fields.Count == 1)
        {
            for (var i = 2; i < k; i++)
            {
                _plain.Normal[(i * k) + i] += ComplementWeight * ComplementWeight * _weights;
            }
        }

        // One design matrix serves all rows of T, unless conjugate fields couple rows with columns.
        return fields.Conjugate.IsEmpty
            ? Matrix.FromEntries(k, k, _plain.Right) * PseudoInverse.Of(Matrix.FromEntries(k, k, _plain.Normal))
            : Coupled();
    }

    /// <summary>Share of the constraints' squares that a solution reproduces.</summary>
    public double Explained(Matrix solution) =>
        _wanted > 0 ? (TensorPrimitives.Dot(solution.Entries, _plain.Right) - TensorPrimitives.Dot(solution.Transposed.Entries, _dual.Right)) / _wanted : 0;

    private Matrix Coupled()
    {
        var normal = Matrix.Generate(k * k, k * k, (a, b) =>
            (a / k == b / k ? _plain.Normal[(a % k * k) + (b % k)] : 0) + (a % k == b % k ? _dual.Normal[(a / k * k) + (b / k)] : 0));
        var right = new double[k * k];
        for (var a = 0; a < right.Length; a++)
        {
            right[a] = _plain.Right[a] - _dual.Right[(a % k * k) + (a / k)];
        }

        var solution = new double[k * k];
        PseudoInverse.Of(normal).Apply(right, solution);
        return Matrix.FromEntries(k, k, solution);
    }

    /// <summary>The sums of w x x' and of y x'. Shapes [k * k].</summary>
    private sealed class Side(int k)
    {
        public double[] Normal { get; } = new double[k * k];

        public double[] Right { get; } = new double[k * k];

        public void Clear()
        {
            Array.Clear(Normal);
            Array.Clear(Right);
        }

        public void Add(ReadOnlySpan<double> x, ReadOnlySpan<double> image, double weight)
        {
            for (var i = 0; i < k; i++)
            {
                TensorPrimitives.MultiplyAdd(x, weight * x[i], Normal.AsSpan(i * k, k), Normal.AsSpan(i * k, k));
                TensorPrimitives.MultiplyAdd(x, image[i], Right.AsSpan(i * k, k), Right.AsSpan(i * k, k));
            }
        }
    }
}
