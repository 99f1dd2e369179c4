using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Functions;

/// <summary>The normals of one set of points as each part learned them: gradients of the polynomials that vanish on it, less the slope of what they leave along the set, Rule (R10).</summary>
internal sealed class SetNormals
{
    private readonly PolynomialBasis _basis;
    private readonly Matrix[] _polynomials; // per part [normals, count]
    private readonly PolynomialBasis? _remainderBasis;
    private readonly double[][] _remainders; // per part [count]

    private SetNormals(PolynomialBasis basis, Matrix[] polynomials, PolynomialBasis? remainderBasis, double[][] remainders) =>
        (_basis, _polynomials, _remainderBasis, _remainders) = (basis, polynomials, remainderBasis, remainders);

    /// <summary>Fits every part.</summary>
    /// <param name="points">All samples.</param>
    /// <param name="fit">The polynomials of all points of the set.</param>
    /// <param name="normals">How many vanish on it.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="options">The second fit.</param>
    public static SetNormals? Of(PointCloud points, PointSetFit fit, int normals, SampleParts parts, PointSetOptions options)
    {
        var all = First(fit.Coefficients, normals);
        var polynomials = new Matrix[parts.Count];
        var rows = Enumerable.Range(0, parts.Count).Select(part => fit.Rows.Where(row => parts.Of[row] == part).ToArray()).ToArray();
        for (var part = 0; part < parts.Count; part++)
        {
            if (PointSetFit.Solve(points, rows[part], fit.Basis) is not { } solved || solved.Coefficients.Rows < normals)
            {
                return null;
            }

            polynomials[part] = Aligned(First(solved.Coefficients, normals), all);
        }

        var degree = Enumerable.Range(fit.Degree, Math.Max(0, options.RemainderDegree + fit.Degree - 2 - fit.Degree) + 1)
            .LastOrDefault(d => PolynomialBasis.CountOf(points.Dimension, d) * options.RowsPerRemainder <= rows.Min(r => r.Length), 0);
        if (normals > 1 || degree == 0)
        {
            return new(fit.Basis, polynomials, null, []);
        }

        var basis = new PolynomialBasis(ValueTrials.Scales(points), degree);
        return new(fit.Basis, polynomials, basis, [.. Enumerable.Range(0, parts.Count).Select(part => Remainder(points, rows[part], fit.Basis, polynomials[part].Row(0), basis, options))]);
    }

    /// <summary>The normals at a sample. Shape [normals, n].</summary>
    public void At(int part, ReadOnlySpan<double> point, Span<double> jacobian)
    {
        var n = point.Length;
        var (values, gradients) = (new double[_basis.Count], new double[_basis.Count * n]);
        _basis.ValuesAndGradients(point, values, gradients);
        if (_polynomials[part].Rows > 1)
        {
            for (var k = 0; k < _polynomials[part].Rows && (k + 1) * n <= jacobian.Length; k++)
            {
                Gradient(_polynomials[part].Row(k), gradients, jacobian.Slice(k * n, n));
            }

            return;
        }

        var coefficients = _polynomials[part].Row(0);
        var normal = new double[n];
        var foot = point.ToArray();
        for (var step = 0; step < 2; step++)
        {
            TensorPrimitives.MultiplyAdd(normal, -Distance(coefficients, values, gradients, normal), foot, foot);
            _basis.ValuesAndGradients(foot, values, gradients);
        }

        Distance(coefficients, values, gradients, normal);
        normal.CopyTo(jacobian);
        if (_remainderBasis is { } remainder)
        {
            SubtractSlope(remainder, _remainders[part], foot, normal, jacobian[..n]);
        }
    }

    /// <summary>The signed distance p / |grad p| of a point to the zeros of a polynomial, to first order; the unit normal goes into <paramref name="normal"/>.</summary>
    public static double Distance(ReadOnlySpan<double> coefficients, ReadOnlySpan<double> values, ReadOnlySpan<double> gradients, Span<double> normal)
    {
        Gradient(coefficients, gradients, normal);
        var norm = TensorPrimitives.Norm<double>(normal);
        if (norm <= double.Epsilon)
        {
            return 0;
        }

        TensorPrimitives.Divide(normal, norm, normal);
        return TensorPrimitives.Dot(coefficients, values) / norm;
    }

    private static void Gradient(ReadOnlySpan<double> coefficients, ReadOnlySpan<double> gradients, Span<double> gradient)
    {
        gradient.Clear();
        for (var i = 0; i < coefficients.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(gradients.Slice(i * gradient.Length, gradient.Length), coefficients[i], gradient, gradient);
        }
    }

    // The part of the slope along the set: across it the second fit knows nothing.
    private static void SubtractSlope(PolynomialBasis basis, double[] coefficients, double[] foot, double[] normal, Span<double> jacobian)
    {
        var (values, gradients, slope) = (new double[basis.Count], new double[basis.Count * foot.Length], new double[foot.Length]);
        basis.ValuesAndGradients(foot, values, gradients);
        Gradient(coefficients, gradients, slope);
        TensorPrimitives.MultiplyAdd(normal, -TensorPrimitives.Dot<double>(slope, normal), slope, slope);
        TensorPrimitives.Subtract(jacobian, slope, jacobian);
    }

    // Signed distances regressed on the products at the feet, in the directions in which these vary on the set.
    private static double[] Remainder(PointCloud points, int[] rows, PolynomialBasis fitted, ReadOnlySpan<double> coefficients, PolynomialBasis basis, PointSetOptions options)
    {
        var (n, q) = (points.Dimension, basis.Count);
        var (values, gradients, normal, products) = (new double[fitted.Count], new double[fitted.Count * n], new double[n], new double[q]);
        var (features, distances) = (new double[rows.Length * q], new double[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            fitted.ValuesAndGradients(points.Row(rows[i]), values, gradients);
            distances[i] = Distance(coefficients, values, gradients, normal);
            var foot = points.Row(rows[i]).ToArray();
            TensorPrimitives.MultiplyAdd(normal, -distances[i], foot, foot);
            basis.Values(foot, products);
            products.CopyTo(features, i * q);
        }

        var mean = new double[q];
        for (var i = 0; i < rows.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(features.AsSpan(i * q, q), 1.0 / rows.Length, mean, mean);
        }

        var (covariance, pull, offset) = (new double[q * q], new double[q], distances.Average());
        for (var i = 0; i < rows.Length; i++)
        {
            var row = features.AsSpan(i * q, q);
            TensorPrimitives.Subtract(row, mean, row);
            TensorPrimitives.MultiplyAdd(row, (distances[i] - offset) / rows.Length, pull, pull);
            for (var a = 1; a < q; a++)
            {
                var line = covariance.AsSpan(a * q, q);
                TensorPrimitives.MultiplyAdd(row, row[a] / rows.Length, line, line);
            }
        }

        var eigen = SymmetricEigen.Of(Matrix.FromEntries(q, q, covariance));
        var solution = new double[q];
        for (var k = 0; k < q; k++)
        {
            if (eigen.Values[k] > options.SmallestVariance * eigen.Values[^1])
            {
                var direction = eigen.Vectors.Row(k);
                TensorPrimitives.MultiplyAdd(direction, TensorPrimitives.Dot(direction, pull) / eigen.Values[k], solution, solution);
            }
        }

        return solution;
    }

    // The combination of a part's polynomials that is nearest to those of all points (Procrustes).
    private static Matrix Aligned(Matrix part, Matrix all)
    {
        var overlap = part * all.Transposed; // [h, h]
        var gram = SymmetricEigen.Of(overlap.Transposed * overlap);
        var inverse = gram.Vectors.Transposed * Matrix.Generate(overlap.Rows, overlap.Rows, (k, i) => gram.Vectors[k, i] / Math.Sqrt(Math.Max(gram.Values[k], double.Epsilon)));
        return (overlap * inverse).Transposed * part;
    }

    private static Matrix First(Matrix matrix, int rows) => Matrix.FromEntries(rows, matrix.Columns, matrix.Entries[..(rows * matrix.Columns)]);
}
