using System.Numerics.Tensors;
using Noether.Data;
using Noether.Numerics;

namespace Noether.Functions;

/// <summary>
/// The polynomials that are constant on each of some sets of points, by Taubin's distance |p - c|^2 / |grad p|^2 with a constant c for
/// each set: one set alone, or classes that are level sets of one function.
/// </summary>
/// <param name="Members">The samples of each set. Shape [sets][members].</param>
/// <param name="Basis">Products of coordinates.</param>
/// <param name="Solved">The polynomials, by all samples.</param>
/// <param name="Halves">The same by the samples of parts with even and with odd numbers; empty where a half has too few.</param>
/// <param name="Thickness">Mean squared distance of held-out points to their level set, relative to the smallest variance of the
/// sets.</param>
/// <param name="Vanishing">How many polynomials are as constant as the first.</param>
/// <param name="Covered">Samples in sets that show curves or surfaces, and no clouds.</param>
internal sealed record PointSetFit(ImmutableArray<int[]> Members, PolynomialBasis Basis, LevelSets Solved, ImmutableArray<LevelSets> Halves, double Thickness, int Vanishing, int Covered)
{
    /// <summary>The number of points.</summary>
    public int Count => Members.Sum(members => members.Length);

    /// <summary>Whether any set shows a curve or a surface.</summary>
    public bool IsCurved => Covered > 0;

    /// <summary>Finds the lowest degree that does; null for sets of too few points.</summary>
    public static PointSetFit? Find(PointCloud points, ImmutableArray<int[]> members, SampleParts parts, PointSetOptions options)
    {
        var (n, count) = (points.Dimension, members.Sum(set => set.Length));
        var variances = members.Select(set => SmallestVariance(points, set)).ToArray();
        var across = Mean(members, variances);
        PointSetFit? best = null;
        for (var degree = 2; degree <= options.LargestDegree && PolynomialBasis.CountOf(n, degree) is var q && q <= options.MostMonomials && q * options.RowsPerMonomial * parts.Count <= count; degree++)
        {
            var basis = new PolynomialBasis(ValueTrials.Scales(points), degree);
            if (LevelSets.Solve(points, members, basis) is not { } solved)
            {
                continue;
            }

            var halves = OfHalves(points, members, parts, basis);
            var distances = HeldOut(points, members, parts, basis, halves);
            var heldOut = Mean(members, distances) / Math.Max(across, double.Epsilon);
            if (best is null || heldOut <= options.Gain * best.Thickness)
            {
                var vanishing = Thin(solved.Distances, distances: Mean(members, distances), across / degree * options.PlainThickness * Math.Pow(2.0 / degree, 3), Math.Min(n * options.MostPerCoordinate, q), options);
                best = new(members, basis, solved, halves, heldOut, n == 2 ? 1 : vanishing,
                    Enumerable.Range(0, members.Length).Where(set => distances[set] * degree < (members.Length > 1 ? options.LargestJointThickness : options.LargestThickness) * variances[set]).Sum(set => members[set].Length));
            }
        }

        return best;
    }

    // All that are plainly thin, however much thinner the first one is, and all that are as thin as the first: leaving one out would
    // make the symmetry larger than it is.
    // In the plane a second one would leave points. In-sample distances are too small where points are few, all by about the same factor.
    private static int Thin(ImmutableArray<double> inSample, double distances, double plain, int most, PointSetOptions options)
    {
        var factor = inSample[0] > plain * Tolerance.Rounding.Relative ? Math.Max(1, distances / inSample[0]) : 1;
        return Math.Clamp(inSample.TakeWhile(distance => factor * distance < plain || distance < options.SameThickness * inSample[0]).Count(), 1, most);
    }

    // Mean squared distances of the points of each set to its level as the other half of the parts has it.
    private static double[] HeldOut(PointCloud points, ImmutableArray<int[]> members, SampleParts parts, PolynomialBasis basis, ImmutableArray<LevelSets> halves)
    {
        if (halves.IsEmpty)
        {
            return [.. members.Select(_ => double.MaxValue / points.Count)];
        }

        var (q, n) = (basis.Count, points.Dimension);
        var (values, gradients, normal) = (new double[q], new double[q * n], new double[n]);
        var sums = new double[members.Length];
        for (var half = 0; half < 2; half++)
        {
            for (var set = 0; set < members.Length; set++)
            {
                foreach (var row in members[set].Where(row => parts.Of[row] % 2 != half))
                {
                    basis.ValuesAndGradients(points.Row(row), values, gradients);
                    var distance = LevelSets.Distance(halves[half].Coefficients.Row(0), halves[half].Levels[0, set], values, gradients, normal);
                    sums[set] += distance * distance / members[set].Length;
                }
            }
        }

        return sums;
    }

    private static ImmutableArray<LevelSets> OfHalves(PointCloud points, ImmutableArray<int[]> members, SampleParts parts, PolynomialBasis basis)
    {
        ImmutableArray<LevelSets> halves = [.. Enumerable.Range(0, 2)
            .Select(half => LevelSets.Solve(points, [.. members.Select(set => set.Where(row => parts.Of[row] % 2 == half).ToArray())], basis)).OfType<LevelSets>()];
        return halves.Length == 2 ? halves : [];
    }

    private static double Mean(ImmutableArray<int[]> members, double[] ofSets) => members.Select((set, i) => set.Length * ofSets[i]).Sum() / Math.Max(1, members.Sum(set => set.Length));

    private static double SmallestVariance(PointCloud points, int[] set)
    {
        if (set.Length < 2)
        {
            return 0;
        }

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

        return Math.Max(0, SymmetricEigen.Of(Matrix.FromEntries(cloud.Dimension, cloud.Dimension, covariance)).Values[0]);
    }
}
