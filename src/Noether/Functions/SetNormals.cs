using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Functions;

/// <summary>
/// The normals of sets of points as each part learned them: gradients of the polynomials that vanish on it, less the slope of what they
/// leave along the set, Rule (R10).
/// </summary>
internal sealed class SetNormals
{
    private readonly PolynomialBasis _basis;
    private readonly LevelSets[] _polynomials; // per part, as many as there are normals
    private readonly PolynomialBasis? _remainderBasis;
    private readonly double[][][] _remainders; // per part and set [count]

    private SetNormals(PolynomialBasis basis, LevelSets[] polynomials, PolynomialBasis? remainderBasis, double[][][] remainders) =>
        (_basis, _polynomials, _remainderBasis, _remainders) = (basis, polynomials, remainderBasis, remainders);

    /// <summary>Fits every part.</summary>
    /// <param name="points">All samples.</param>
    /// <param name="fit">The polynomials of all points of the set.</param>
    /// <param name="normals">How many vanish on it.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="options">The second fit.</param>
    public static SetNormals? Of(PointCloud points, PointSetFit fit, int normals, SampleParts parts, PointSetOptions options)
    {
        var polynomials = new LevelSets[parts.Count];
        var members = Enumerable.Range(0, parts.Count).Select(part => fit.Members.Select(set => set.Where(row => parts.Of[row] == part).ToArray()).ToImmutableArray()).ToArray();
        for (var part = 0; part < parts.Count; part++)
        {
            if (LevelSets.Solve(points, members[part], fit.Basis) is not { } solved || solved.Coefficients.Rows < normals)
            {
                return null;
            }

            var aligned = Alignment(solved.Coefficients.FirstRows(normals), fit.Solved.Coefficients.FirstRows(normals), fit.Solved.Slopes);
            polynomials[part] = new(aligned * solved.Coefficients.FirstRows(normals), aligned * solved.Levels.FirstRows(normals), solved.Distances, solved.Slopes);
        }

        var (least, most) = (fit.Basis.Degree, fit.Basis.Degree + options.RemainderDegree - 2);
        int Degree(int rows) => Enumerable.Range(least, most - least + 1).LastOrDefault(d => PolynomialBasis.CountOf(points.Dimension, d) * options.RowsPerRemainder <= rows, 0);
        var ofEach = Degree(members.Min(sets => sets.Where(set => set.Length > 0).Min(set => set.Length)));
        // Sets too small for a fit of their own share one: a lower degree is blind to what breaks the symmetry of a conic, Rule (R10).
        var isShared = ofEach < most;
        var degree = isShared ? Degree(members.Min(sets => sets.Sum(set => set.Length))) : ofEach;
        if (normals > 1 || degree == 0)
        {
            return new(fit.Basis, polynomials, null, []);
        }

        var basis = new PolynomialBasis(ValueTrials.Scales(points), degree);
        double[] Fit(int part, IEnumerable<int> sets) => Remainder(
            points, [.. sets.Select(set => (members[part][set], polynomials[part].Levels[0, set]))], (fit.Basis, polynomials[part].Coefficients.Row(0).ToArray()), basis, options);
        IEnumerable<double[]> OfPart(int part)
        {
            var sets = Enumerable.Range(0, members[part].Length);
            return isShared ? Enumerable.Repeat(Fit(part, sets), members[part].Length) : sets.Select(set => Fit(part, [set]));
        }

        return new(fit.Basis, polynomials, basis, [.. Enumerable.Range(0, parts.Count).Select(part => OfPart(part).ToArray())]);
    }

    /// <summary>The normals at a sample. Shape [normals, n].</summary>
    public void At(int part, int set, ReadOnlySpan<double> point, Span<double> jacobian)
    {
        var n = point.Length;
        var (values, gradients) = (new double[_basis.Count], new double[_basis.Count * n]);
        _basis.ValuesAndGradients(point, values, gradients);
        var polynomials = _polynomials[part].Coefficients;
        if (polynomials.Rows > 1)
        {
            for (var k = 0; k < polynomials.Rows && (k + 1) * n <= jacobian.Length; k++)
            {
                LevelSets.Gradient(polynomials.Row(k), gradients, jacobian.Slice(k * n, n));
            }

            return;
        }

        var coefficients = polynomials.Row(0);
        var level = _polynomials[part].Levels[0, set];
        var normal = new double[n];
        var foot = point.ToArray();
        for (var step = 0; step < 2; step++)
        {
            TensorPrimitives.MultiplyAdd(normal, -LevelSets.Distance(coefficients, level, values, gradients, normal), foot, foot);
            _basis.ValuesAndGradients(foot, values, gradients);
        }

        LevelSets.Distance(coefficients, level, values, gradients, normal);
        normal.CopyTo(jacobian);
        if (_remainderBasis is { } remainder)
        {
            SubtractSlope(remainder, _remainders[part][set], foot, normal, jacobian[..n]);
        }
    }

    // The part of the slope along the set: across it the second fit knows nothing.
    private static void SubtractSlope(PolynomialBasis basis, double[] coefficients, double[] foot, double[] normal, Span<double> jacobian)
    {
        var (values, gradients, slope) = (new double[basis.Count], new double[basis.Count * foot.Length], new double[foot.Length]);
        basis.ValuesAndGradients(foot, values, gradients);
        LevelSets.Gradient(coefficients, gradients, slope);
        TensorPrimitives.MultiplyAdd(normal, -TensorPrimitives.Dot<double>(slope, normal), slope, slope);
        TensorPrimitives.Subtract(jacobian, slope, jacobian);
    }

    // Signed distances regressed on the products at the feet, in the directions in which these vary on the sets; each set has an offset
    // of its own.
    private static double[] Remainder(
        PointCloud points, ImmutableArray<(int[] Rows, double Level)> sets, (PolynomialBasis Basis, double[] Coefficients) polynomial, PolynomialBasis basis, PointSetOptions options)
    {
        var (q, count) = (basis.Count, sets.Sum(set => set.Rows.Length));
        var (covariance, pull) = (new double[q * q], new double[q]);
        foreach (var (rows, level) in sets)
        {
            AddMoments(points, rows, (polynomial.Basis, polynomial.Coefficients, level), basis, count, covariance, pull);
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

    private static void AddMoments(
        PointCloud points, int[] rows, (PolynomialBasis Basis, double[] Coefficients, double Level) polynomial, PolynomialBasis basis, int count, double[] covariance, double[] pull)
    {
        var (n, q) = (points.Dimension, basis.Count);
        var (values, gradients, normal, products) = (new double[polynomial.Basis.Count], new double[polynomial.Basis.Count * n], new double[n], new double[q]);
        var (features, distances, mean) = (new double[rows.Length * q], new double[rows.Length], new double[q]);
        for (var i = 0; i < rows.Length; i++)
        {
            polynomial.Basis.ValuesAndGradients(points.Row(rows[i]), values, gradients);
            distances[i] = LevelSets.Distance(polynomial.Coefficients, polynomial.Level, values, gradients, normal);
            var foot = points.Row(rows[i]).ToArray();
            TensorPrimitives.MultiplyAdd(normal, -distances[i], foot, foot);
            basis.Values(foot, products);
            products.CopyTo(features, i * q);
            TensorPrimitives.MultiplyAdd(products, 1.0 / rows.Length, mean, mean);
        }

        var offset = rows.Length == 0 ? 0 : distances.Average();
        for (var i = 0; i < rows.Length; i++)
        {
            var row = features.AsSpan(i * q, q);
            TensorPrimitives.Subtract(row, mean, row);
            TensorPrimitives.MultiplyAdd(row, (distances[i] - offset) / count, pull, pull);
            for (var a = 1; a < q; a++)
            {
                var line = covariance.AsSpan(a * q, q);
                TensorPrimitives.MultiplyAdd(row, row[a] / count, line, line);
            }
        }
    }

    // The combination of a part's polynomials that is nearest to those of all points (Procrustes).
    private static Matrix Alignment(Matrix part, Matrix all, Matrix metric)
    {
        var overlap = part * metric * all.Transposed; // [h, h]
        var gram = SymmetricEigen.Of(overlap.Transposed * overlap);
        var inverse = gram.Vectors.Transposed * Matrix.Generate(overlap.Rows, overlap.Rows, (k, i) => gram.Vectors[k, i] / Math.Sqrt(Math.Max(gram.Values[k], double.Epsilon)));
        return (overlap * inverse).Transposed;
    }
}
