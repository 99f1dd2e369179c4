using System.Numerics;
using System.Numerics.Tensors;
using Noether.Generators.TangentSpaces;
using Noether.Numerics;

namespace Noether.Generators.Flows;

/// <summary>The flows of several generators, alone and mixed: x -> exp(t_1 A_1 + t_2 A_2 + ..) x, in all fields at once.</summary>
internal sealed class FlowField
{
    // A term of the exponential series below this share of the point no longer counts; turns by a radian or two need a dozen terms.
    private const double SmallestTerm = 1e-10;
    private const int MostTerms = 40;

    private readonly double[][] _linear;
    private readonly double[][] _translation;

    private FlowField(int dimension, double[][] linear, double[][] translation)
    {
        Dimension = dimension;
        _linear = linear;
        _translation = translation;
    }

    /// <summary>The length of a point, all fields together.</summary>
    public int Dimension { get; }

    /// <summary>The number of generators.</summary>
    public int Count => _linear.Length;

    /// <summary>The flows of generators given by their coordinates.</summary>
    /// <param name="generators">One per row. Shape [count, size].</param>
    /// <param name="constraint">What the coordinates mean, and how they act on fields.</param>
    /// <param name="dimension">The length D of a point.</param>
    public static FlowField Of(Matrix generators, TangencyConstraint constraint, int dimension)
    {
        var (linear, translation) = (new double[generators.Rows][], new double[generators.Rows][]);
        var unit = new double[dimension];
        for (var a = 0; a < generators.Rows; a++)
        {
            translation[a] = constraint.Move(generators.Row(a), unit);
            linear[a] = new double[dimension * dimension];
            for (var column = 0; column < dimension; column++)
            {
                unit[column] = 1;
                var image = constraint.Move(generators.Row(a), unit);
                unit[column] = 0;
                for (var row = 0; row < dimension; row++)
                {
                    linear[a][(column * dimension) + row] = image[row] - translation[a][row];
                }
            }
        }

        return new(dimension, linear, translation);
    }

    /// <summary>The velocity A_a x + b_a of a point under one generator. Shape [D].</summary>
    public void Velocity(int generator, ReadOnlySpan<double> point, Span<double> into) =>
        Apply(_linear[generator], _translation[generator], point, into);

    /// <summary>A_a' n: how the part of the velocity along n changes from place to place, n . A_a x = (A_a' n) . x. Shape [D].</summary>
    public void Turned(int generator, ReadOnlySpan<double> normal, Span<double> into)
    {
        for (var column = 0; column < Dimension; column++)
        {
            into[column] = TensorPrimitives.Dot(_linear[generator].AsSpan(column * Dimension, Dimension), normal);
        }
    }

    /// <summary>The mixture sum_a t_a (A_a, b_a), matrices one column after the other. Shapes [count], [D * D], [D].</summary>
    public void Mix(ReadOnlySpan<double> times, Span<double> linear, Span<double> translation)
    {
        linear.Clear();
        translation.Clear();
        for (var a = 0; a < Count; a++)
        {
            TensorPrimitives.MultiplyAdd(_linear[a], times[a], linear, linear);
            TensorPrimitives.MultiplyAdd(_translation[a], times[a], translation, translation);
        }
    }

    /// <summary>B x + b. Each entry is summed in the order of the columns, so that vectors of any width give the same bits.</summary>
    /// <param name="columns">B, one column after the other. Shape [D * D].</param>
    /// <param name="translation">b. Shape [D].</param>
    /// <param name="point">x. Shape [D].</param>
    /// <param name="into">Where the sum goes; none of the other arguments. Shape [D].</param>
    public static void Apply(ReadOnlySpan<double> columns, ReadOnlySpan<double> translation, ReadOnlySpan<double> point, Span<double> into)
    {
        var (size, width) = (point.Length, Vector<double>.Count);
        if (size < width)
        {
            ApplyPortable(columns, translation, point, into);
            return;
        }

        for (var block = 0; block < size; block += width)
        {
            var first = Math.Min(block, size - width); // the last block works out some entries again
            var sum = new Vector<double>(translation[first..]);
            for (var column = 0; column < size; column++)
            {
                sum += point[column] * new Vector<double>(columns[((column * size) + first)..]);
            }

            sum.CopyTo(into[first..]);
        }
    }

    /// <summary>The same, number by number.</summary>
    public static void ApplyPortable(ReadOnlySpan<double> columns, ReadOnlySpan<double> translation, ReadOnlySpan<double> point, Span<double> into)
    {
        for (var row = 0; row < point.Length; row++)
        {
            var sum = translation[row];
            for (var column = 0; column < point.Length; column++)
            {
                sum += point[column] * columns[(column * point.Length) + row];
            }

            into[row] = sum;
        }
    }

    /// <summary>Moves a point along a mixture for some time, by the exponential series.</summary>
    /// <param name="linear">B, one column after the other. Shape [D * D].</param>
    /// <param name="translation">b, shape [D].</param>
    /// <param name="time">How long; negative to go back.</param>
    /// <param name="point">The point, overwritten with where it goes. Shape [D].</param>
    public static void Carry(ReadOnlySpan<double> linear, ReadOnlySpan<double> translation, double time, Span<double> point)
    {
        Span<double> term = stackalloc double[point.Length];
        Span<double> next = stackalloc double[point.Length];
        Span<double> zero = stackalloc double[point.Length];
        zero.Clear();
        Apply(linear, translation, point, term);
        TensorPrimitives.Multiply(term, time, term);
        var enough = SmallestTerm * SmallestTerm * TensorPrimitives.SumOfSquares<double>(point);
        for (var k = 2; ; k++)
        {
            TensorPrimitives.Add(point, term, point);
            if (k > MostTerms || TensorPrimitives.SumOfSquares<double>(term) <= enough)
            {
                return;
            }

            Apply(linear, zero, term, next);
            TensorPrimitives.Multiply(next, time / k, term);
        }
    }
}
