using System.Numerics.Tensors;

namespace Noether.Generators.TangentSpaces;

/// <summary>What a normal vector n at a point x says about a generator: n . (A x + b) = 0, with A and b acting on every field alike.</summary>
/// <param name="basis">Coordinates of generators.</param>
/// <param name="fields">How a point is divided into fields.</param>
/// <param name="dimension">Length d of one field.</param>
internal sealed class TangencyConstraint(GeneratorBasis basis, FieldLayout fields, int dimension)
{
    private readonly bool[] _conjugate = [.. Enumerable.Range(0, fields.Count).Select(field => fields.Conjugate.Contains(field))];

    /// <summary>The number of coordinates of a generator.</summary>
    public int Size => basis.Size;

    /// <summary>The length of one field.</summary>
    public int FieldDimension => dimension;

    /// <summary>Where a generator takes a point: A x + b in every field. Shape [fields * d].</summary>
    /// <param name="coordinates">Of the generator.</param>
    /// <param name="point">x, shape [fields * d].</param>
    public double[] Move(ReadOnlySpan<double> coordinates, ReadOnlySpan<double> point)
    {
        var (linear, translation) = (basis.Linear(coordinates), basis.Translation(coordinates));
        var dual = -linear.Transposed;
        var image = new double[point.Length];
        for (var field = 0; field < _conjugate.Length; field++)
        {
            var part = image.AsSpan(field * dimension, dimension);
            (_conjugate[field] ? dual : linear).Apply(point.Slice(field * dimension, dimension), part);
            TensorPrimitives.MultiplyAdd(translation, _conjugate[field] ? -1 : 1, part, part);
        }

        return image;
    }

    /// <summary>The coordinates of the constraint.</summary>
    /// <param name="normal">n, shape [fields * d].</param>
    /// <param name="point">x, shape [fields * d].</param>
    /// <param name="into">Shape [size].</param>
    public void Of(ReadOnlySpan<double> normal, ReadOnlySpan<double> point, Span<double> into)
    {
        Span<double> matrix = stackalloc double[dimension * dimension];
        Span<double> translation = stackalloc double[dimension];
        matrix.Clear();
        translation.Clear();
        for (var field = 0; field < _conjugate.Length; field++)
        {
            var n = normal.Slice(field * dimension, dimension);
            var x = point.Slice(field * dimension, dimension);
            var conjugate = _conjugate[field];
            var sign = conjugate ? -1 : 1;
            var left = conjugate ? x : n; // n . (-A'x) = -x . (A n)
            var right = conjugate ? n : x;
            for (var i = 0; i < dimension; i++)
            {
                var row = matrix.Slice(i * dimension, dimension);
                TensorPrimitives.MultiplyAdd(right, sign * left[i], row, row);
            }

            TensorPrimitives.MultiplyAdd(n, sign, translation, translation);
        }

        basis.Form(matrix, translation, into);
    }
}
