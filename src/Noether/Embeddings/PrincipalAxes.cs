using System.Numerics.Tensors;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Embeddings;

/// <summary>The directions in which points vary most, by way of the smaller of two matrices.</summary>
/// <param name="Directions">Orthonormal rows, by decreasing variance. Shape [k, d].</param>
/// <param name="Variances">Along the directions. Shape [k].</param>
/// <param name="TotalVariance">Along all d directions.</param>
internal sealed record PrincipalAxes(Matrix Directions, ImmutableArray<double> Variances, double TotalVariance)
{
    /// <summary>For tall data: eigenvectors of the covariance matrix, Eq. (P1). Cost O(n d^2 + d^3), memory O(d^2).</summary>
    public static PrincipalAxes OfCovariance(RowSource points, double[] mean, int count, Execution execution)
    {
        var covariance = Covariance.Of(points, mean, execution);
        var eigen = SymmetricEigen.Of(covariance);
        var d = points.Dimension;
        return new(Matrix.Generate(count, d, (k, i) => eigen.Vectors[d - 1 - k, i]), Largest(eigen, count), covariance.Trace);
    }

    /// <summary>For wide data: from the eigenvectors of the Gram matrix, Eq. (P2). Cost O(n^2 d + n^3), memory O(n^2 + k d).</summary>
    public static PrincipalAxes OfGram(RowSource points, double[] mean, int count, Execution execution)
    {
        var gram = GramMatrix.Of(points, mean, execution);
        var eigen = SymmetricEigen.Of(gram);
        var (n, d) = (points.Count, points.Dimension);
        var rows = new double[count][];
        execution.ForEachBlock(count, k => rows[k] = k < n ? Combination(points, mean, eigen.Vectors.Row(n - 1 - k)) : new double[d]);

        // What is shorter is rounding: the samples do not vary in that direction.
        var shortest = Tolerance.Rounding.Relative * rows.Max(row => TensorPrimitives.Norm<double>(row));
        for (var k = 0; k < count; k++)
        {
            var earlier = rows.AsSpan(0, k);
            MakePerpendicular(rows[k], earlier);
            if (TensorPrimitives.Norm<double>(rows[k]) <= shortest)
            {
                rows[k] = FreeAxis(earlier, d);
                MakePerpendicular(rows[k], earlier);
            }

            TensorPrimitives.Multiply(rows[k], SymmetricEigen.SignOfLargest(rows[k]) / TensorPrimitives.Norm<double>(rows[k]), rows[k]);
        }

        return new(Matrix.FromRows(rows), Largest(eigen, count), gram.Trace);
    }

    private static ImmutableArray<double> Largest(SymmetricEigen eigen, int count)
    {
        // What is smaller is the rounding of the largest: the points do not vary in that direction, and whitening must not blow it up.
        var rounding = eigen.Values.Length * Math.ScaleB(1, -52) * eigen.Values[^1];
        return [.. Enumerable.Range(0, count).Select(k => k < eigen.Values.Length && eigen.Values[^(k + 1)] > rounding ? eigen.Values[^(k + 1)] : 0)];
    }

    /// <summary>The sum of the centred points with some weights. Shape [d].</summary>
    private static double[] Combination(RowSource points, double[] mean, ReadOnlySpan<double> weights)
    {
        var (sum, row) = (new double[points.Dimension], new double[points.Dimension]);
        for (var i = 0; i < points.Count; i++)
        {
            GramMatrix.CopyCentred(points, mean, i, row);
            TensorPrimitives.MultiplyAdd(row, weights[i], sum, sum);
        }

        return sum;
    }

    /// <summary>Takes out what lies along unit vectors; twice, since the first time leaves the rounding of what it took.</summary>
    private static void MakePerpendicular(double[] vector, ReadOnlySpan<double[]> units)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var unit in units)
            {
                TensorPrimitives.MultiplyAdd(unit, -TensorPrimitives.Dot<double>(vector, unit), vector, vector);
            }
        }
    }

    /// <summary>The coordinate axis that sticks out farthest of the space of some unit vectors.</summary>
    private static double[] FreeAxis(ReadOnlySpan<double[]> units, int dimension)
    {
        var inside = new double[dimension];
        foreach (var unit in units)
        {
            TensorPrimitives.MultiplyAdd(unit, unit, inside, inside);
        }

        var axis = new double[dimension];
        axis[TensorPrimitives.IndexOfMin<double>(inside)] = 1;
        return axis;
    }
}
