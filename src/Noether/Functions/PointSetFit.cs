using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Functions;

/// <summary>
/// The polynomials that are constant on each of some sets of points, by Taubin's distance |p - c|^2 / |grad p|^2 with a constant c for each set: one set alone, or classes that are level sets of one function.
/// </summary>
/// <param name="Members">The samples of each set. Shape [sets][members].</param>
/// <param name="Basis">Products of coordinates.</param>
/// <param name="Solved">The polynomials, by all samples.</param>
/// <param name="Thickness">Mean squared distance of held-out points to their level set, relative to the smallest variance of the sets.</param>
/// <param name="Vanishing">How many polynomials are as constant as the first.</param>
/// <param name="IsCurved">Whether this shows curves or surfaces, and no clouds.</param>
internal sealed record PointSetFit(ImmutableArray<int[]> Members, PolynomialBasis Basis, LevelSets Solved, double Thickness, int Vanishing, bool IsCurved)
{
    /// <summary>The number of points.</summary>
    public int Count => Members.Sum(members => members.Length);

    /// <summary>Finds the lowest degree that does; null for sets of too few points.</summary>
    public static PointSetFit? Find(PointCloud points, ImmutableArray<int[]> members, SampleParts parts, PointSetOptions options)
    {
        var (n, count, across) = (points.Dimension, members.Sum(set => set.Length), SmallestVariance(points, members));
        PointSetFit? best = null;
        for (var degree = 2; degree <= options.LargestDegree && PolynomialBasis.CountOf(n, degree) is var q && q <= options.MostMonomials && q * options.RowsPerMonomial * parts.Count <= count; degree++)
        {
            var basis = new PolynomialBasis(ValueTrials.Scales(points), degree);
            if (LevelSets.Solve(points, members, basis) is not { } solved)
            {
                continue;
            }

            var heldOut = HeldOut(points, members, parts, basis) / Math.Max(across, double.Epsilon);
            if (best is null || heldOut <= options.Gain * best.Thickness)
            {
                var floor = Math.Max(solved.Distances[0], Tolerance.Rounding.Relative * Tolerance.Rounding.Relative);
                var vanishing = solved.Distances.TakeWhile(distance => distance <= options.SameThickness * floor).Count();
                best = new(members, basis, solved, heldOut, Codimension(solved.Distances, vanishing), heldOut * degree < options.LargestThickness);
            }
        }

        return best;
    }

    // The drop after the last polynomial that vanishes must be larger than any before it; otherwise only the first is sure.
    private static int Codimension(ImmutableArray<double> distances, int vanishing)
    {
        var (best, drop) = (1, 0.0);
        for (var k = 1; k <= vanishing && k < distances.Length; k++)
        {
            var ratio = distances[k] / Math.Max(distances[k - 1], double.Epsilon);
            (best, drop) = ratio > drop ? (k, ratio) : (best, drop);
        }

        return best;
    }

    private static double HeldOut(PointCloud points, ImmutableArray<int[]> members, SampleParts parts, PolynomialBasis basis)
    {
        var (q, n) = (basis.Count, points.Dimension);
        var (values, gradients, normal) = (new double[q], new double[q * n], new double[n]);
        var (sum, count) = (0.0, 0);
        for (var half = 0; half < 2; half++)
        {
            if (LevelSets.Solve(points, [.. members.Select(set => set.Where(row => parts.Of[row] % 2 == half).ToArray())], basis) is not { } solved)
            {
                return double.PositiveInfinity;
            }

            for (var set = 0; set < members.Length; set++)
            {
                foreach (var row in members[set].Where(row => parts.Of[row] % 2 != half))
                {
                    basis.ValuesAndGradients(points.Row(row), values, gradients);
                    var distance = LevelSets.Distance(solved.Coefficients.Row(0), solved.Levels[0, set], values, gradients, normal);
                    sum += distance * distance;
                    count++;
                }
            }
        }

        return sum / count;
    }

    // The mean over the sets of the smallest variance of each.
    private static double SmallestVariance(PointCloud points, ImmutableArray<int[]> members) => members.Where(set => set.Length > 1).Sum(set =>
    {
        var cloud = points.Select(set);
        cloud = cloud.RelativeTo(cloud.Mean());
        var covariance = new double[cloud.Dimension * cloud.Dimension];
        for (var i = 0; i < cloud.Count; i++)
        {
            for (var a = 0; a < cloud.Dimension; a++)
            {
                var line = covariance.AsSpan(a * cloud.Dimension, cloud.Dimension);
                TensorPrimitives.MultiplyAdd(cloud.Row(i), cloud[i, a] / cloud.Count, line, line);
            }
        }

        return set.Length * SymmetricEigen.Of(Matrix.FromEntries(cloud.Dimension, cloud.Dimension, covariance)).Values[0];
    }) / members.Sum(set => set.Length);
}
