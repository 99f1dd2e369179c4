using Noether.Data;
using Noether.Numerics;

namespace Noether.Functions;

/// <summary>The polynomials that vanish on a set of points, by Taubin's distance |p|^2 / |grad p|^2.</summary>
/// <param name="Rows">The samples of the set.</param>
/// <param name="Basis">Products of coordinates.</param>
/// <param name="Degree">The degree.</param>
/// <param name="Coefficients">Of the polynomials, those nearest to the points first; the constant last. Shape [polynomials, count].</param>
/// <param name="Distances">Mean squared distances of the points to their zeros. Shape [polynomials].</param>
/// <param name="Thickness">Mean squared distance of held-out points to the zeros of the first, relative to the smallest variance of the set.</param>
/// <param name="Vanishing">How many polynomials vanish as well as the first.</param>
/// <param name="IsCurved">Whether this shows a curve or a surface, and no cloud.</param>
internal sealed record PointSetFit(int[] Rows, PolynomialBasis Basis, int Degree, Matrix Coefficients, ImmutableArray<double> Distances, double Thickness, int Vanishing, bool IsCurved)
{
    /// <summary>The number of points.</summary>
    public int Count => Rows.Length;

    /// <summary>Finds the lowest degree that does; null for sets of too few points.</summary>
    public static PointSetFit? Find(PointCloud points, ImmutableArray<int> members, SampleParts parts, PointSetOptions options)
    {
        var n = points.Dimension;
        var (rows, across) = (members.ToArray(), SmallestVariance(points, members));
        PointSetFit? best = null;
        for (var degree = 2; degree <= options.LargestDegree && PolynomialBasis.CountOf(n, degree) * options.RowsPerMonomial * parts.Count <= rows.Length; degree++)
        {
            var basis = new PolynomialBasis(ValueTrials.Scales(points), degree);
            if (Solve(points, rows, basis) is not { } solved)
            {
                continue;
            }

            var heldOut = HeldOut(points, rows, parts, basis) / Math.Max(across, double.Epsilon);
            if (best is not null && heldOut > options.Gain * best.Thickness)
            {
                continue;
            }

            var floor = Math.Max(solved.Distances[0], Tolerance.Rounding.Relative * Tolerance.Rounding.Relative);
            var vanishing = solved.Distances.TakeWhile(distance => distance <= options.SameThickness * floor).Count();
            best = new(rows, basis, degree, solved.Coefficients, solved.Distances, heldOut, Codimension(solved.Distances, vanishing), heldOut * degree < options.LargestThickness);
        }

        return best;
    }

    /// <summary>The polynomials of some points, or null where the points are too few to tell them apart.</summary>
    public static (Matrix Coefficients, ImmutableArray<double> Distances)? Solve(PointCloud points, int[] rows, PolynomialBasis basis)
    {
        var (q, n) = (basis.Count, points.Dimension);
        var (values, gradients) = (new double[q], new double[q * n]);
        var (mean, a, b) = (new double[q], new double[q * q], new double[q * q]);
        foreach (var row in rows)
        {
            basis.ValuesAndGradients(points.Row(row), values, gradients);
            for (var i = 0; i < q; i++)
            {
                mean[i] += values[i] / rows.Length;
                for (var j = 0; j <= i; j++)
                {
                    a[(i * q) + j] += values[i] * values[j] / rows.Length;
                    b[(i * q) + j] += System.Numerics.Tensors.TensorPrimitives.Dot(gradients.AsSpan(i * n, n), gradients.AsSpan(j * n, n)) / rows.Length;
                }
            }
        }

        // Without the constant, whose best value is minus the mean of the rest.
        var slopes = SymmetricEigen.Of(Matrix.Generate(q - 1, q - 1, (i, j) => b[(Math.Max(i, j) + 1) * q + Math.Min(i, j) + 1]));
        var kept = Enumerable.Range(0, q - 1).Where(k => slopes.Values[k] > Tolerance.Rounding.Relative * slopes.Values[^1]).ToArray();
        if (kept.Length == 0)
        {
            return null;
        }

        var root = Matrix.Generate(kept.Length, q - 1, (k, i) => slopes.Vectors[kept[k], i] / Math.Sqrt(slopes.Values[kept[k]]));
        var spread = Matrix.Generate(q - 1, q - 1, (i, j) => a[(Math.Max(i, j) + 1) * q + Math.Min(i, j) + 1] - (mean[i + 1] * mean[j + 1]));
        var eigen = SymmetricEigen.Of(root * spread * root.Transposed);
        var vectors = eigen.Vectors * root;
        return (
            Matrix.Generate(vectors.Rows, q, (k, i) => i == 0 ? -Enumerable.Range(1, q - 1).Sum(j => vectors[k, j - 1] * mean[j]) : vectors[k, i - 1]),
            [.. eigen.Values.Select(value => Math.Max(0, value))]);
    }

    // The drop after the last polynomial that vanishes must be larger than any before it; otherwise only the first is sure.
    private static int Codimension(ImmutableArray<double> distances, int vanishing)
    {
        var best = 1;
        var drop = 0.0;
        for (var k = 1; k <= vanishing && k < distances.Length; k++)
        {
            var ratio = distances[k] / Math.Max(distances[k - 1], double.Epsilon);
            (best, drop) = ratio > drop ? (k, ratio) : (best, drop);
        }

        return best;
    }

    private static double HeldOut(PointCloud points, int[] rows, SampleParts parts, PolynomialBasis basis)
    {
        var (q, n) = (basis.Count, points.Dimension);
        var (values, gradients) = (new double[q], new double[q * n]);
        var (sum, count) = (0.0, 0);
        for (var part = 0; part < 2; part++)
        {
            var half = rows.Where(row => parts.Of[row] % 2 == part).ToArray();
            if (Solve(points, half, basis) is not { } solved)
            {
                return double.PositiveInfinity;
            }

            foreach (var row in rows.Where(row => parts.Of[row] % 2 != part))
            {
                basis.ValuesAndGradients(points.Row(row), values, gradients);
                var distance = SetNormals.Distance(solved.Coefficients.Row(0), values, gradients, new double[n]);
                sum += distance * distance;
                count++;
            }
        }

        return sum / count;
    }

    private static double SmallestVariance(PointCloud points, ImmutableArray<int> members)
    {
        var cloud = points.Select(members.AsSpan());
        cloud = cloud.RelativeTo(cloud.Mean());
        var covariance = Matrix.Generate(cloud.Dimension, cloud.Dimension, (i, j) => Enumerable.Range(0, cloud.Count).Sum(row => cloud[row, i] * cloud[row, j]) / cloud.Count);
        return SymmetricEigen.Of(covariance).Values[0];
    }
}
