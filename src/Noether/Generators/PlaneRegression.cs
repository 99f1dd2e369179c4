using System.Numerics.Tensors;
using Noether.Numerics;

namespace Noether.Generators;

/// <summary>The least-squares generator of one plane.</summary>
/// <param name="Whole">The candidate T from all points, in the coordinates of the orbit. Shape [k, k].</param>
/// <param name="WithoutPart">The candidate with each part of the points left out. Shape [parts][k, k].</param>
/// <param name="Explained">Share of the constraints' squares that T reproduces, at most 1.</param>
internal sealed record PlaneRegression(Matrix Whole, ImmutableArray<Matrix> WithoutPart, double Explained)
{
    // Ten per constraint row of a pair: the complement stays fixed to a percent of what the pairs could pull.
    private const double ComplementWeight = 10;

    /// <summary>Solves the constraints of the pairs together with T b_i = 0 for i of 3 and more, Eq. (G8); one design matrix serves all rows of T.</summary>
    /// <param name="sums">The constraints.</param>
    /// <param name="part">The part of every point of the orbit. Shape [n].</param>
    public static PlaneRegression Solve(PairSums sums, int[] part)
    {
        var whole = Solve(sums, part, -1, out var explained);
        var without = ImmutableArray.CreateBuilder<Matrix>(sums.Parts);
        for (var p = 0; p < sums.Parts; p++)
        {
            without.Add(Solve(sums, part, p, out _));
        }

        return new(whole, without.MoveToImmutable(), explained);
    }

    private static Matrix Solve(PairSums sums, int[] part, int without, out double explained)
    {
        var k = sums.Points.Basis.Rows;
        var normal = new double[k * k];
        var right = new double[k * k]; // row i: the sum over constraints of (T x)_i x
        var image = new double[k];
        var (wanted, constraints) = (0.0, 0);
        for (var point = 0; point < sums.Points.Points.Length; point++)
        {
            if (part[sums.Points.Points[point]] == without)
            {
                continue;
            }

            var x = sums.Points.Row(point);
            var count = sums.Total(point, without, image);
            constraints += count;
            wanted += count * TensorPrimitives.SumOfSquares(x);
            for (var i = 0; i < k; i++)
            {
                TensorPrimitives.MultiplyAdd(x, count * x[i], normal.AsSpan(i * k, k), normal.AsSpan(i * k, k));
                TensorPrimitives.MultiplyAdd(x, image[i], right.AsSpan(i * k, k), right.AsSpan(i * k, k));
            }
        }

        for (var i = 2; i < k; i++)
        {
            normal[(i * k) + i] += ComplementWeight * ComplementWeight * constraints;
        }

        var solution = Matrix.FromEntries(k, k, right) * PseudoInverse.Of(Matrix.FromEntries(k, k, normal));
        explained = wanted > 0 ? TensorPrimitives.Dot<double>(solution.Entries, right) / wanted : 0;
        return sums.Points.Basis.Transposed * (solution * sums.Points.Basis);
    }
}
