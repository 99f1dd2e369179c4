using Noether.Data;
using Noether.Numerics;
using Noether.Runs;
using Noether.Transformations;

namespace Noether.Functions;

/// <summary>
/// How much directions that were left out change what was learned of the others, Rule (R2): with u left out and z the rest, the variance
/// of u a(z) that residuals hold. It bounds the mixed derivatives of the function, which parts that learn from z alone average away.
/// </summary>
internal static class LeftOutStructure
{
    // What the other coordinates explain of a direction to this much has no extent of its own.
    private const double SmallestExtent = 0.01;

    // Beyond it, sums of products take seconds.
    private const int MostProducts = 1000;
    private const int MostSamples = 10_000;
    private const int RowsPerProduct = 2;

    /// <summary>
    /// The directions of the samples that a frame leaves out, of variance 1 and unrelated to its coordinates; null where there is none.
    /// Shape [N, q].
    /// </summary>
    /// <param name="points">In the coordinates of the input.</param>
    /// <param name="frame">The coordinates that are learned from.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static PointCloud? Coordinates(PointCloud points, CoordinateFrame frame, Execution execution)
    {
        if (frame.Rank == points.Dimension)
        {
            return null;
        }

        var whole = CoordinateFrame.Whitening(points, Math.Sqrt(Tolerance.Rounding.Relative));
        if (whole.Rank <= frame.Rank)
        {
            return null;
        }

        var (w, z) = (whole.Apply(points), frame.Apply(points));
        var residuals = PolynomialFunction.Residuals(z, new(w.Values.ToArray(), w.Dimension), 1, execution);
        var rest = Matrix.FromEntries(points.Count, w.Dimension, residuals);
        var eigen = SymmetricEigen.Of(1.0 / points.Count * (rest.Transposed * rest));
        int[] kept = [.. Enumerable.Range(frame.Rank, whole.Rank - frame.Rank).Where(k => eigen.Values[k] > SmallestExtent)];
        var map = Matrix.Generate(w.Dimension, kept.Length, (j, k) => eigen.Vectors[kept[k], j] / Math.Sqrt(eigen.Values[kept[k]]));
        return kept.Length == 0 ? null : new(points.Count, kept.Length, [.. (rest * map).Entries]);
    }

    /// <summary>
    /// Measures it, with a of degree 1 and 2, or 1 alone where the samples are fewer than two for each product; null where they are
    /// fewer for that too.
    /// </summary>
    /// <param name="points">What was learned from. Shape [N, r].</param>
    /// <param name="leftOut">What was not. Shape [N, q].</param>
    /// <param name="targets">What is learned.</param>
    /// <param name="parts">Which samples each part has seen.</param>
    /// <param name="functions">What each part learned.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static HigherStructure? Measure(
        PointCloud points, PointCloud leftOut, Targets targets, SampleParts parts, ImmutableArray<IFunction> functions, Execution execution)
    {
        int[] samples = [.. EvenSpread.Of(points.Count, MostSamples)];
        var most = Math.Min(MostProducts, samples.Length / RowsPerProduct);
        var degree = new[] { 2, 1 }.FirstOrDefault(IsSmall);
        if (degree == 0)
        {
            return null;
        }

        var residuals = HigherStructure.Residuals(points, targets, parts, functions, samples, execution);
        var basis = new PolynomialBasis(ValueTrials.Scales(points), degree);
        var products = samples.Select(Products).ToArray();
        var sums = new NormalEquations(products[0].Length, targets.Count);
        for (var i = 0; i < samples.Length; i++)
        {
            sums.Add(products[i], residuals.Row(i));
        }

        // What depends on u alone has no mixed derivative.
        var (all, low) = (products[0].Length, 1 + leftOut.Dimension);
        return HigherStructure.Of((Left(all), all), (Left(low), low), samples.Length, HigherStructure.Total(targets, samples));

        bool IsSmall(int degree) => (leftOut.Dimension * PolynomialBasis.CountOf(points.Dimension, degree)) + 1 <= most;

        // 1, u, and u times the products of z.
        double[] Products(int row)
        {
            var values = new double[basis.Count];
            basis.Values(points.Row(row), values);
            var u = leftOut.Row(row).ToArray();
            return [1, .. u, .. values[1..].SelectMany(value => u.Select(x => x * value))];
        }

        double Left(int count)
        {
            var (solution, sum) = (sums.Solve(count), 0.0);
            for (var i = 0; i < samples.Length; i++)
            {
                for (var a = 0; a < targets.Count; a++)
                {
                    var rest = residuals.Row(i)[a];
                    for (var p = 0; p < count; p++)
                    {
                        rest -= products[i][p] * solution[(p * targets.Count) + a];
                    }

                    sum += rest * rest;
                }
            }

            return sum;
        }
    }
}
