using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.Data;

/// <summary>Points in R^d, one per row, in the units of the input; never changes once built. Shape [n, d].</summary>
public sealed class PointCloud
{
    private readonly double[] _values;

    /// <summary>Takes over an array without copying it; the caller no longer writes to it.</summary>
    /// <param name="count">Number of points n, 0 or more.</param>
    /// <param name="dimension">Number of coordinates d, at least 1.</param>
    /// <param name="values">Point by point, shape [n * d]; finite.</param>
    /// <exception cref="ArgumentException">The array has another length, or a value is not finite.</exception>
    public PointCloud(int count, int dimension, double[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        if (values.LongLength != (long)count * dimension)
        {
            throw new ArgumentException($"{count} points in R^{dimension} have {(long)count * dimension} values; got {values.LongLength}.", nameof(values));
        }

        var broken = Array.FindIndex(values, value => !double.IsFinite(value));
        if (broken >= 0)
        {
            throw new ArgumentException($"Points have finite coordinates; point {broken / dimension} has {values[broken]} in coordinate {broken % dimension}.", nameof(values));
        }

        Count = count;
        Dimension = dimension;
        _values = values;
    }

    /// <summary>The number of points n.</summary>
    public int Count { get; }

    /// <summary>The number of coordinates d.</summary>
    public int Dimension { get; }

    /// <summary>All coordinates, point by point. Shape [n * d].</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>One coordinate of one point, both counted from 0.</summary>
    public double this[int point, int coordinate] => _values[((long)point * Dimension) + coordinate];

    /// <summary>The coordinates of a point. Shape [d].</summary>
    public ReadOnlySpan<double> Row(int point) => _values.AsSpan(checked(point * Dimension), Dimension);

    /// <summary>The points with these numbers, in their order.</summary>
    public PointCloud Select(ReadOnlySpan<int> points)
    {
        var values = new double[points.Length * Dimension];
        for (var i = 0; i < points.Length; i++)
        {
            Row(points[i]).CopyTo(values.AsSpan(i * Dimension));
        }

        return new(points.Length, Dimension, values);
    }

    /// <summary>The mean of the points, shape [d]; zeros for no points.</summary>
    public double[] Mean()
    {
        var mean = new double[Dimension];
        for (var i = 0; i < Count; i++)
        {
            TensorPrimitives.Add(mean, Row(i), mean);
        }

        TensorPrimitives.Divide(mean, Math.Max(Count, 1), mean);
        return mean;
    }

    /// <summary>Every point moved by subtracting <paramref name="origin"/>, shape [d].</summary>
    internal PointCloud RelativeTo(ReadOnlySpan<double> origin)
    {
        var values = new double[_values.Length];
        for (var i = 0; i < Count; i++)
        {
            TensorPrimitives.Subtract(Row(i), origin, values.AsSpan(i * Dimension, Dimension));
        }

        return new(Count, Dimension, values);
    }

    /// <summary>Every point x replaced by its image A x.</summary>
    /// <param name="map">The matrix A, shape [e, d]; the result lies in R^e.</param>
    public PointCloud MappedBy(Matrix map)
    {
        var values = new double[Count * map.Rows];
        for (var i = 0; i < Count; i++)
        {
            map.Apply(Row(i), values.AsSpan(i * map.Rows, map.Rows));
        }

        return new(Count, map.Rows, values);
    }

    /// <summary>The points divided by the root mean square of all coordinates: one unit for all, so that rotations stay rotations; points at the origin stay there.</summary>
    internal PointCloud InUnit()
    {
        var size = TensorPrimitives.Norm<double>(_values) / Math.Sqrt(Math.Max(_values.Length, 1));
        var values = new double[_values.Length];
        TensorPrimitives.Divide(_values, size > 0 ? size : 1, values);
        return new(Count, Dimension, values);
    }

    /// <summary>The first coordinates of every point. Shape [n, count].</summary>
    /// <param name="count">1 to d.</param>
    internal PointCloud FirstCoordinates(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Dimension);
        var values = new double[Count * count];
        for (var i = 0; i < Count; i++)
        {
            Row(i)[..count].CopyTo(values.AsSpan(i * count));
        }

        return new(Count, count, values);
    }

    /// <summary>The same points in single precision.</summary>
    public SingleMatrix ToSingle()
    {
        var entries = new float[_values.Length];
        TensorPrimitives.ConvertTruncating<double, float>(_values, entries);
        return new(Count, Dimension, entries);
    }
}
