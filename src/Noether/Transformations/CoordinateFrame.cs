using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Transformations;

/// <summary>Coordinates z = W (x - c) in which symmetries are looked for, and the way back x = c + L z with W L = 1.</summary>
/// <param name="Centre">c, in the units of the input. Shape [n].</param>
/// <param name="Map">W. Shape [r, n].</param>
/// <param name="Lift">L. Shape [n, r].</param>
public sealed record CoordinateFrame(ImmutableArray<double> Centre, Matrix Map, Matrix Lift)
{
    // Columns clipped at so many robust standard deviations tell the covariance, so that a few outliers do not.
    private const double Clip = 6;

    // For a normal distribution the quartiles lie 1.349 standard deviations apart.
    private const double QuartileDistance = 1.349;

    /// <summary>The robust spread of every coordinate of the input, in its unit. Shape [n].</summary>
    public ImmutableArray<double> Spreads { get; init; } = [];

    /// <summary>The number of coordinates r of the frame.</summary>
    public int Rank => Map.Rows;

    /// <summary>
    /// The frame in which the samples have mean about 0 and covariance about 1, Rule (R1); directions in which they do not extend are
    /// left out.
    /// </summary>
    /// <param name="points">The samples. Shape [N, n].</param>
    /// <param name="smallest">The least extent, relative to the coordinates' own spread, that counts.</param>
    /// <param name="used">The coordinates that the frame is made of; null for all.</param>
    public static CoordinateFrame Whitening(PointCloud points, double smallest, ImmutableArray<int>? used = null)
    {
        var n = points.Dimension;
        var columns = Enumerable.Range(0, n).Select(j => Robust(points, j)).ToArray();
        var covariance = Covariance(points, columns);
        var others = Enumerable.Range(0, n).Except(used ?? [.. Enumerable.Range(0, n)]).ToHashSet();
        var eigen = SymmetricEigen.Of(Matrix.Generate(n, n, (i, j) => others.Contains(i) || others.Contains(j) ? 0 : covariance[i, j]));
        var kept = Enumerable.Range(others.Count, n - others.Count).Where(k => eigen.Values[k] > smallest * smallest * eigen.Values[^1]).Reverse().ToArray();
        return new(
            [.. columns.Select(column => column.Centre)],
            Matrix.Generate(kept.Length, n, (k, j) => eigen.Vectors[kept[k], j] / Math.Sqrt(eigen.Values[kept[k]]) / columns[j].Spread),
            Matrix.Generate(n, kept.Length, (j, k) => eigen.Vectors[kept[k], j] * Math.Sqrt(eigen.Values[kept[k]]) * columns[j].Spread))
        {
            Spreads = [.. columns.Select(column => column.Spread)],
        };
    }

    /// <summary>The frame about the mean of the samples that divides all coordinates by one length.</summary>
    public static CoordinateFrame OneScale(PointCloud points)
    {
        var (mean, n) = (points.Mean(), points.Dimension);
        var square = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = 0; j < n; j++)
            {
                square += (points[i, j] - mean[j]) * (points[i, j] - mean[j]) / (points.Count * (double)n);
            }
        }

        var length = square > 0 ? Math.Sqrt(square) : 1;
        return new([.. mean], 1 / length * Matrix.Identity(n), length * Matrix.Identity(n)) { Spreads = [.. Enumerable.Repeat(length, n)] };
    }

    /// <summary>The frame of some combinations of these coordinates: z' = Q z.</summary>
    /// <param name="rows">Q, with orthonormal rows. Shape [r', r].</param>
    public CoordinateFrame Quotient(Matrix rows) => this with { Map = rows * Map, Lift = Lift * rows.Transposed };

    /// <summary>Samples in this frame. Shape [N, r].</summary>
    public PointCloud Apply(PointCloud points) => points.RelativeTo(Centre.AsSpan()).MappedBy(Map);

    /// <summary>
    /// A field of this frame, z -> A z + b, in the coordinates of the input: x -> A' x + b'. Shape [n + 1, n + 1], with a last row of
    /// zeros.
    /// </summary>
    /// <param name="field">[A b]. Shape [r, r + 1].</param>
    public Matrix ToInput(Matrix field)
    {
        var (n, r) = (Lift.Rows, Rank);
        var linear = Lift * Matrix.Generate(r, r, (i, j) => field[i, j]) * Map;
        var constant = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < r; k++)
            {
                constant[i] += Lift[i, k] * field[k, r];
            }

            for (var j = 0; j < n; j++)
            {
                constant[i] -= linear[i, j] * Centre[j];
            }
        }

        return Matrix.Generate(n + 1, n + 1, (i, j) => i == n ? 0 : j == n ? constant[i] : linear[i, j]);
    }

    /// <summary>
    /// A field of the input's coordinates in this frame; the opposite of <see cref="ToInput"/> where the field keeps to the frame.
    /// </summary>
    /// <param name="field">Shape [n + 1, n + 1].</param>
    public Matrix FromInput(Matrix field)
    {
        var n = Lift.Rows;
        var linear = Map * Matrix.Generate(n, n, (i, j) => field[i, j]);
        var square = linear * Lift;
        var moved = Enumerable.Range(0, n).Select(i => field[i, n] + Enumerable.Range(0, n).Sum(j => field[i, j] * Centre[j])).ToArray();
        var constant = new double[Rank];
        Map.Apply(moved, constant);
        return Matrix.Generate(Rank, Rank + 1, (i, j) => j == Rank ? constant[i] : square[i, j]);
    }

    private static Matrix Covariance(PointCloud points, (double Centre, double Spread)[] columns)
    {
        var n = points.Dimension;
        var (sum, mean, z) = (new double[n * n], new double[n], new double[n]);
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = 0; j < n; j++)
            {
                z[j] = Math.Clamp((points[i, j] - columns[j].Centre) / columns[j].Spread, -Clip, Clip);
            }

            TensorPrimitives.MultiplyAdd(z, 1.0 / points.Count, mean, mean);
            for (var a = 0; a < n; a++)
            {
                var row = sum.AsSpan(a * n, n);
                TensorPrimitives.MultiplyAdd(z, z[a] / points.Count, row, row);
            }
        }

        return Matrix.Generate(n, n, (a, b) => sum[(a * n) + b] - (mean[a] * mean[b])); // medians of dependent columns are not dependent, means are
    }

    private static (double Centre, double Spread) Robust(PointCloud points, int column)
    {
        var values = Enumerable.Range(0, points.Count).Select(i => points[i, column]).ToArray();
        Array.Sort(values);
        var n = values.Length;
        var (median, quartiles) = (values[n / 2], (values[3 * n / 4] - values[n / 4]) / QuartileDistance);
        var deviation = Math.Sqrt(values.Average(x => (x - median) * (x - median)));
        // A column that is constant for most samples has no quartiles.
        return (median, quartiles > 0 ? quartiles : deviation > 0 ? deviation : 1);
    }
}
