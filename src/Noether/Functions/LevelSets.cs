using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Functions;

/// <summary>Polynomials that vary least within sets of points, relative to their slope.</summary>
/// <param name="Coefficients">Those that vary least first; without a constant. Shape [polynomials, count].</param>
/// <param name="Levels">The mean of each polynomial on each set. Shape [polynomials, sets].</param>
/// <param name="Slopes">E[grad a . grad b] of the products: the inner product in which polynomials are compared. Shape [count,
/// count].</param>
/// <param name="Distances">Mean squared distances of points to the level of their set. Shape [polynomials].</param>
internal sealed record LevelSets(Matrix Coefficients, Matrix Levels, ImmutableArray<double> Distances, Matrix Slopes)
{
    /// <summary>Solves min |p - c|^2 / |grad p|^2; null where the products do not vary.</summary>
    /// <param name="points">All samples.</param>
    /// <param name="members">The samples of each set. Shape [sets][members].</param>
    /// <param name="basis">Products of coordinates; the first is the constant.</param>
    public static LevelSets? Solve(PointCloud points, ImmutableArray<int[]> members, PolynomialBasis basis)
    {
        var (q, n, count) = (basis.Count, points.Dimension, members.Sum(set => set.Length));
        var (values, gradients) = (new double[q], new double[q * n]);
        var (within, slopes, means) = (new double[q * q], new double[q * q], new double[members.Length * q]);
        for (var set = 0; set < members.Length; set++)
        {
            var mean = means.AsSpan(set * q, q);
            foreach (var row in members[set])
            {
                basis.ValuesAndGradients(points.Row(row), values, gradients);
                TensorPrimitives.MultiplyAdd(values, 1.0 / members[set].Length, mean, mean);
                AddSquares(values, gradients, 1.0 / count, within, slopes);
            }

            for (var i = 0; i < q; i++)
            {
                var line = within.AsSpan(i * q, i + 1);
                TensorPrimitives.MultiplyAdd(mean[..(i + 1)], -mean[i] * members[set].Length / count, line, line);
            }
        }

        // Without the constant, which has no slope; products that are as flat on all points as rounding tells nothing.
        var eigen = SymmetricEigen.Of(Lower(slopes, q));
        var kept = Enumerable.Range(0, q - 1).Where(k => eigen.Values[k] > Tolerance.Rounding.Relative * eigen.Values[^1]).ToArray();
        if (count == 0 || kept.Length == 0)
        {
            return null;
        }

        var root = Matrix.Generate(kept.Length, q - 1, (k, i) => eigen.Vectors[kept[k], i] / Math.Sqrt(eigen.Values[kept[k]]));
        var spread = SymmetricEigen.Of(root * Lower(within, q) * root.Transposed);
        var vectors = spread.Vectors * root;
        var coefficients = Matrix.Generate(vectors.Rows, q, (k, i) => i == 0 ? 0 : vectors[k, i - 1]);
        return new(coefficients, coefficients * Matrix.Generate(q, members.Length, (i, set) => means[(set * q) + i]), [.. spread.Values.Select(value => Math.Max(0, value))],
            Matrix.Generate(q, q, (i, j) => slopes[(Math.Max(i, j) * q) + Math.Min(i, j)]));
    }

    /// <summary>
    /// The signed distance (p - c) / |grad p| of a point to a level set, to first order; the unit normal goes into <paramref
    /// name="normal"/>.
    /// </summary>
    public static double Distance(ReadOnlySpan<double> coefficients, double level, ReadOnlySpan<double> values, ReadOnlySpan<double> gradients, Span<double> normal)
    {
        Gradient(coefficients, gradients, normal);
        var norm = TensorPrimitives.Norm<double>(normal);
        if (norm <= double.Epsilon)
        {
            return 0;
        }

        TensorPrimitives.Divide(normal, norm, normal);
        return (TensorPrimitives.Dot(coefficients, values) - level) / norm;
    }

    /// <summary>The gradient of a polynomial. Shape [n].</summary>
    public static void Gradient(ReadOnlySpan<double> coefficients, ReadOnlySpan<double> gradients, Span<double> gradient)
    {
        gradient.Clear();
        for (var i = 0; i < coefficients.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(gradients.Slice(i * gradient.Length, gradient.Length), coefficients[i], gradient, gradient);
        }
    }

    private static void AddSquares(double[] values, double[] gradients, double weight, double[] within, double[] slopes)
    {
        var (q, n) = (values.Length, gradients.Length / values.Length);
        for (var i = 1; i < q; i++)
        {
            var line = within.AsSpan(i * q, i + 1);
            TensorPrimitives.MultiplyAdd(values.AsSpan(0, i + 1), weight * values[i], line, line);
            for (var j = 1; j <= i; j++)
            {
                var sum = 0.0;
                for (var axis = 0; axis < n; axis++)
                {
                    sum += gradients[(i * n) + axis] * gradients[(j * n) + axis];
                }

                slopes[(i * q) + j] += weight * sum;
            }
        }
    }

    private static Matrix Lower(double[] triangle, int q) => Matrix.Generate(q - 1, q - 1, (i, j) => triangle[((Math.Max(i, j) + 1) * q) + Math.Min(i, j) + 1]);
}
