using System.Numerics.Tensors;

namespace Noether.Generators.Flows;

/// <summary>The directions in which flows do not take a point; a workspace that is used again for every point.</summary>
/// <param name="dimension">The length D of a point.</param>
internal sealed class FlowNormals(int dimension)
{
    private readonly double[] _projector = new double[dimension * dimension];
    private readonly double[] _normals = new double[dimension * dimension];

    /// <summary>How many normals there are: D - m.</summary>
    public int Count { get; private set; }

    /// <summary>A vector; the sum of n n' over all of them is the projector on the normal space. Shape [D].</summary>
    public ReadOnlySpan<double> this[int number] => _normals.AsSpan(number * dimension, dimension);

    /// <summary>Takes up the velocities half-way along a path: the m widest directions of them are tangents.</summary>
    /// <param name="path">The path.</param>
    /// <param name="generators">The number of generators.</param>
    /// <param name="swept">The number m of directions that they sweep out, below D.</param>
    public void Fit(FlowPath path, int generators, int swept)
    {
        Count = dimension - swept;
        Span<double> velocities = stackalloc double[generators * dimension];
        for (var a = 0; a < generators; a++)
        {
            path.Velocity(a).CopyTo(velocities.Slice(a * dimension, dimension));
        }

        Array.Clear(_projector);
        for (var i = 0; i < dimension; i++)
        {
            _projector[(i * dimension) + i] = 1;
        }

        for (var tangent = 0; tangent < swept; tangent++)
        {
            if (!TakeOutLongest(velocities, generators))
            {
                break;
            }
        }

        Factor();
    }

    /// <summary>The squared length of the part of a vector in the normal space.</summary>
    public double SquareOf(ReadOnlySpan<double> vector)
    {
        var sum = 0.0;
        for (var number = 0; number < Count; number++)
        {
            var part = TensorPrimitives.Dot(this[number], vector);
            sum += part * part;
        }

        return sum;
    }

    /// <summary>Gram-Schmidt with the longest remaining vector; false when nothing is left.</summary>
    private bool TakeOutLongest(Span<double> vectors, int count)
    {
        var (longest, square) = (0, 0.0);
        for (var a = 0; a < count; a++)
        {
            var own = TensorPrimitives.SumOfSquares<double>(vectors.Slice(a * dimension, dimension));
            (longest, square) = own > square ? (a, own) : (longest, square);
        }

        if (square <= double.Epsilon)
        {
            return false;
        }

        Span<double> direction = stackalloc double[dimension];
        TensorPrimitives.Multiply(vectors.Slice(longest * dimension, dimension), 1 / Math.Sqrt(square), direction);
        for (var a = 0; a < count; a++)
        {
            var vector = vectors.Slice(a * dimension, dimension);
            TensorPrimitives.MultiplyAdd(direction, -TensorPrimitives.Dot<double>(direction, vector), vector, vector);
        }

        for (var i = 0; i < dimension; i++)
        {
            var row = _projector.AsSpan(i * dimension, dimension);
            TensorPrimitives.MultiplyAdd(direction, -direction[i], row, row);
        }

        return true;
    }

    /// <summary>Writes the projector as a sum of squares of vectors (Cholesky with the largest pivots first).</summary>
    private void Factor()
    {
        for (var number = 0; number < Count; number++)
        {
            var pivot = 0;
            for (var i = 1; i < dimension; i++)
            {
                pivot = _projector[(i * dimension) + i] > _projector[(pivot * dimension) + pivot] ? i : pivot;
            }

            var normal = _normals.AsSpan(number * dimension, dimension);
            var square = Math.Max(_projector[(pivot * dimension) + pivot], double.Epsilon);
            TensorPrimitives.Multiply(_projector.AsSpan(pivot * dimension, dimension), 1 / Math.Sqrt(square), normal);
            for (var i = 0; i < dimension; i++)
            {
                var row = _projector.AsSpan(i * dimension, dimension);
                TensorPrimitives.MultiplyAdd(normal, -normal[i], row, row);
            }
        }
    }
}
