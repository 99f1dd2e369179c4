using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Learning;

/// <summary>What a network does to its inputs first: x becomes (x - mean) / scale, coordinate by coordinate, Eq. (L1).</summary>
public sealed record Standardisation
{
    /// <summary>Joins mean and scale.</summary>
    /// <param name="mean">Subtracted from the inputs, in their units; finite. Shape [d].</param>
    /// <param name="scale">Divides the inputs, in their units; finite and above 0. Shape [d].</param>
    /// <exception cref="ArgumentException">The lengths differ, or a number is out of range.</exception>
    public Standardisation(ImmutableArray<float> mean, ImmutableArray<float> scale)
    {
        if (mean.IsDefaultOrEmpty || mean.Length != scale.Length)
        {
            throw new ArgumentException($"A standardisation needs as many means as scales, at least one; got {mean.Length} and {scale.Length}.", nameof(scale));
        }

        for (var j = 0; j < mean.Length; j++)
        {
            if (!float.IsFinite(mean[j]) || !(scale[j] > 0 && float.IsFinite(scale[j])))
            {
                throw new ArgumentException($"Means are finite, and scales finite and above 0; input {j} has {mean[j]} and {scale[j]}.", nameof(scale));
            }
        }

        Mean = mean;
        Scale = scale;
    }

    /// <summary>Subtracted from the inputs. Shape [d].</summary>
    public ImmutableArray<float> Mean { get; }

    /// <summary>Divides the inputs. Shape [d].</summary>
    public ImmutableArray<float> Scale { get; }

    /// <summary>The number of inputs d.</summary>
    public int Dimension => Mean.Length;

    /// <summary>Leaves inputs as they are.</summary>
    public static Standardisation None(int dimension) => new([.. Enumerable.Repeat(0f, dimension)], [.. Enumerable.Repeat(1f, dimension)]);

    /// <summary>Mean and standard deviation of the points; a coordinate that never changes keeps scale 1.</summary>
    /// <exception cref="ArgumentException">A coordinate is too large for single precision.</exception>
    public static Standardisation Of(PointCloud points)
    {
        var mean = points.Mean();
        var squares = new double[points.Dimension];
        for (var i = 0; i < points.Count; i++)
        {
            var point = points.Row(i);
            for (var j = 0; j < squares.Length; j++)
            {
                squares[j] += (point[j] - mean[j]) * (point[j] - mean[j]);
            }
        }

        return new([.. mean.Select(value => (float)value)], [.. squares.Select(sum => Positive((float)Math.Sqrt(sum / Math.Max(points.Count, 1))))]);
    }

    /// <summary>The same for points in single precision.</summary>
    /// <param name="points">The points, finite. Shape [n, d].</param>
    /// <param name="leastScale">
    /// The least scale, in the units of the inputs, 0 or more: an input that hardly ever changes is then not blown up. A rare count needs some hundredths.
    /// </param>
    public static Standardisation Of(SingleMatrix points, float leastScale)
    {
        var (sum, squares) = (new double[points.Columns], new double[points.Columns]);
        for (var i = 0; i < points.Rows; i++)
        {
            var point = points.Row(i);
            for (var j = 0; j < sum.Length; j++)
            {
                sum[j] += point[j];
            }
        }

        TensorPrimitives.Divide(sum, Math.Max(points.Rows, 1), sum);
        for (var i = 0; i < points.Rows; i++)
        {
            var point = points.Row(i);
            for (var j = 0; j < sum.Length; j++)
            {
                squares[j] += (point[j] - sum[j]) * (point[j] - sum[j]);
            }
        }

        return new(
            [.. sum.Select(mean => (float)mean)],
            [.. squares.Select(square => Math.Max(leastScale, Positive((float)Math.Sqrt(square / Math.Max(points.Rows, 1)))))]);
    }

    /// <summary>Equal numbers make equal standardisations.</summary>
    public bool Equals(Standardisation? other) => other is not null && Mean.SequenceEqual(other.Mean) && Scale.SequenceEqual(other.Scale);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dimension, Mean[0], Scale[0]);

    /// <summary>Standardises one point, shape [d], into <paramref name="result"/>.</summary>
    internal void Apply(ReadOnlySpan<float> point, Span<float> result)
    {
        TensorPrimitives.Subtract(point, Mean.AsSpan(), result);
        TensorPrimitives.Divide(result, Scale.AsSpan(), result);
    }

    private static float Positive(float deviation) => deviation > 0 ? deviation : 1;
}
