using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>The directions in which points vary most, and the linear maps to and from coordinates along them.</summary>
/// <remarks>
/// Eq. (P1), (P2). The largest entry by size of each direction is positive, so that equal data give equal signs. Everything is computed in double
/// precision. Equality is that of all members.
/// </remarks>
public sealed record PrincipalComponents
{
    /// <summary>Of points or of coordinates there may be so many, 4096, and any number of the other: a matrix of this side is decomposed, in some minutes.</summary>
    internal const int LargestSide = 4096;

    /// <summary>What the work is called in progress.</summary>
    internal const string Stage = "pca";

    private PrincipalComponents(Matrix directions, ImmutableArray<double> standardDeviations, ImmutableArray<double> mean, double totalVariance)
    {
        Directions = directions;
        StandardDeviations = standardDeviations;
        Mean = mean;
        TotalVariance = totalVariance;
    }

    /// <summary>The directions as orthonormal rows, by decreasing variance. Shape [k, d].</summary>
    public Matrix Directions { get; }

    /// <summary>The standard deviation along each direction, in the units of the points, with n - 1 in the denominator. Shape [k].</summary>
    public ImmutableArray<double> StandardDeviations { get; }

    /// <summary>The mean of the points. Shape [d].</summary>
    public ImmutableArray<double> Mean { get; }

    /// <summary>The sum of the variances along all d directions.</summary>
    public double TotalVariance { get; }

    /// <summary>The number of directions k.</summary>
    public int Count => Directions.Rows;

    /// <summary>The share of the total variance along each direction, 0 to 1; zeros for points that do not vary. Shape [k].</summary>
    public ImmutableArray<double> VarianceShares =>
        [.. StandardDeviations.Select(deviation => TotalVariance == 0 ? 0 : deviation * deviation / TotalVariance)];

    /// <summary>Finds the principal components of points in double precision.</summary>
    /// <param name="points">At least one point. Shape [n, d].</param>
    /// <param name="options">How many directions.</param>
    /// <param name="execution">Reports the m x m matrix as "pca", which may be cancelled; its decomposition is one piece.</param>
    /// <remarks>Cost O(n d m + m^3) and memory O(m^2 + k d) beyond the points, with m the smaller of n and d.</remarks>
    /// <exception cref="ArgumentException">A coordinate is not finite, there is no point, there are fewer coordinates than directions, or more points and more coordinates than <see cref="LargestSide"/>.</exception>
    public static PrincipalComponents Find(PointCloud points, PrincipalComponentOptions options, Execution execution) =>
        Find(new RowSource(points), options, execution);

    /// <inheritdoc cref="Find(PointCloud, PrincipalComponentOptions, Execution)"/>
    /// <summary>Finds the principal components of points in single precision.</summary>
    public static PrincipalComponents Find(SingleMatrix points, PrincipalComponentOptions options, Execution execution) =>
        Find(new RowSource(points), options, execution);

    /// <summary>The coordinates of points along the directions, with the mean at 0. Shape [n, k].</summary>
    /// <exception cref="ArgumentException">The points have another dimension, one is not finite, or its image is too large for single precision.</exception>
    public PointCloud Transform(PointCloud points, Execution execution) => new(points.Count, Count, Map(new(points), Scaled(_ => 1), execution));

    /// <inheritdoc cref="Transform(PointCloud, Execution)"/>
    public SingleMatrix Transform(SingleMatrix points, Execution execution) => Rounded(points.Rows, Count, Map(new(points), Scaled(_ => 1), execution));

    /// <summary>The same in double precision, in which no finite points have images too large.</summary>
    internal PointCloud TransformInDouble(SingleMatrix points, Execution execution) => new(points.Rows, Count, Map(new(points), Scaled(_ => 1), execution));

    /// <summary>The coordinates of points along the directions, each divided by its standard deviation; 0 along directions without variance. Shape [n, k].</summary>
    /// <exception cref="ArgumentException">The points have another dimension, one is not finite, or its image is too large for single precision.</exception>
    public PointCloud Whiten(PointCloud points, Execution execution) => new(points.Count, Count, Map(new(points), Scaled(Reciprocal), execution));

    /// <inheritdoc cref="Whiten(PointCloud, Execution)"/>
    public SingleMatrix Whiten(SingleMatrix points, Execution execution) => Rounded(points.Rows, Count, Map(new(points), Scaled(Reciprocal), execution));

    /// <summary>
    /// The linear map that makes points less the mean uncorrelated: its columns are the directions, each divided by the standard deviation along it or by <paramref name="leastDeviation"/>
    /// where that is larger. Shape [d, k].
    /// </summary>
    /// <param name="leastDeviation">In the units of the points, above 0: directions that hardly vary are then not blown up.</param>
    internal Matrix WhiteningMap(double leastDeviation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(leastDeviation);
        return Matrix.Generate(Directions.Columns, Count, (i, k) => Directions[k, i] / Math.Max(StandardDeviations[k], leastDeviation));
    }

    /// <summary>The points whose coordinates along the directions these are: the inverse of <see cref="Transform(PointCloud, Execution)"/> on the plane of the directions. Shape [n, d].</summary>
    /// <exception cref="ArgumentException">The coordinates are not k.</exception>
    public PointCloud Inverse(PointCloud coordinates, Execution execution) => Inverse(coordinates, _ => 1, execution);

    /// <summary>The points whose whitened coordinates these are: the inverse of <see cref="Whiten(PointCloud, Execution)"/> on the plane of the directions that vary. Shape [n, d].</summary>
    /// <exception cref="ArgumentException">The coordinates are not k.</exception>
    internal PointCloud InverseOfWhitened(PointCloud coordinates, Execution execution) => Inverse(coordinates, deviation => deviation, execution);

    /// <inheritdoc/>
    public bool Equals(PrincipalComponents? other) =>
        other is not null && Directions.Equals(other.Directions) && TotalVariance.Equals(other.TotalVariance)
        && StandardDeviations.AsSpan().SequenceEqual(other.StandardDeviations.AsSpan()) && Mean.AsSpan().SequenceEqual(other.Mean.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Directions, TotalVariance);

    private static PrincipalComponents Find(RowSource points, PrincipalComponentOptions options, Execution execution)
    {
        if (points.Count == 0 || options.Count > points.Dimension)
        {
            throw new ArgumentException(
                $"{options.Count} principal components were asked for of {points.Count} points in R^{points.Dimension}; expected at least one point, and no more components than coordinates.",
                nameof(options));
        }

        if (Math.Min(points.Count, points.Dimension) > LargestSide)
        {
            throw new ArgumentException(
                $"Principal components are found of at most {LargestSide} points, or of points with at most {LargestSide} coordinates; got {points.Count} points in R^{points.Dimension}. Take fewer points, or coarser ones.",
                nameof(points));
        }

        var mean = Covariance.Mean(points, execution);
        var axes = points.Count < points.Dimension
            ? PrincipalAxes.OfGram(points, mean, options.Count, execution)
            : PrincipalAxes.OfCovariance(points, mean, options.Count, execution);
        return new(axes.Directions, [.. axes.Variances.Select(Math.Sqrt)], [.. mean], axes.TotalVariance);
    }

    private static double Reciprocal(double deviation) => deviation == 0 ? 0 : 1 / deviation;

    private static SingleMatrix Rounded(int rows, int columns, double[] values)
    {
        var entries = new float[values.Length];
        TensorPrimitives.ConvertTruncating<double, float>(values, entries);
        var large = Array.FindIndex(entries, entry => !float.IsFinite(entry));
        return large < 0
            ? new(rows, columns, entries)
            : throw new ArgumentException($"Coordinate {large % columns} of point {large / columns} would be {values[large]:G3}, too large for single precision. Divide the points by a common factor first.", nameof(values));
    }

    private Matrix Scaled(Func<double, double> factor) =>
        Matrix.Generate(Directions.Rows, Directions.Columns, (k, i) => Directions[k, i] * factor(StandardDeviations[k]));

    private double[] Map(RowSource points, Matrix map, Execution execution)
    {
        if (points.Dimension != Mean.Length)
        {
            throw new ArgumentException($"The principal components are of points in R^{Mean.Length}; these lie in R^{points.Dimension}.", nameof(points));
        }

        var images = new double[checked(points.Count * map.Rows)];
        execution.ForEachBlock(points.Blocks, block =>
        {
            var centred = new double[points.Dimension];
            var (first, end) = points.Block(block);
            for (var row = first; row < end; row++)
            {
                points.CopyRow(row, centred);
                TensorPrimitives.Subtract(centred, Mean.AsSpan(), centred);
                map.Apply(centred, images.AsSpan(row * map.Rows, map.Rows));
            }
        });
        return images;
    }

    private PointCloud Inverse(PointCloud coordinates, Func<double, double> factor, Execution execution)
    {
        if (coordinates.Dimension != Count)
        {
            throw new ArgumentException($"There are {Count} principal components; these points have {coordinates.Dimension} coordinates.", nameof(coordinates));
        }

        var map = Scaled(factor);
        var source = new RowSource(coordinates);
        var points = new double[checked(coordinates.Count * Mean.Length)];
        execution.ForEachBlock(source.Blocks, block =>
        {
            var (first, end) = source.Block(block);
            for (var row = first; row < end; row++)
            {
                var point = points.AsSpan(row * Mean.Length, Mean.Length);
                Mean.AsSpan().CopyTo(point);
                for (var k = 0; k < Count; k++)
                {
                    TensorPrimitives.MultiplyAdd(map.Row(k), coordinates[row, k], point, point); // point += c_k direction_k
                }
            }
        });
        return new(coordinates.Count, Mean.Length, points);
    }
}
