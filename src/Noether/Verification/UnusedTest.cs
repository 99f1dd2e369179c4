using Noether.Data;
using Noether.Functions;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Verification;

/// <summary>
/// Whether directions are unused, Rule (R15): a function that was learned in all coordinates must predict samples that it has not seen
/// as well when their components along these directions are permuted.
/// </summary>
/// <remarks>
/// A column that is related to those that matter may be used in their place. So only what the other directions do not predict of the
/// components is exchanged, among samples that are near each other in the other directions. The p-value is exact where within such a cell what is exchanged says nothing of the class: samples
/// and their exchanges are then equally likely, and no part has seen any of them.
/// </remarks>
internal static class UnusedTest
{
    private const int Probes = 2000;

    // Samples of a cell: enough to exchange, few enough to be near each other.
    private const int PerCell = 8;

    // A column that follows another one bends with it: degree 4 is enough for squares and products.
    private const int LargestDegree = 4;
    private const int RowsPerMonomial = 20;

    // 299 permutations can tell 0.4 %. Once ten of them predict as well, more of them change little, and the p-value is 10 / their number (J.
    // Besag and P. Clifford, Biometrika 78 (1991) 301).
    private const int Permutations = 299;
    private const int Enough = 10;

    /// <summary>
    /// The p-value of "held-out samples are predicted as well with these components permuted"; null for a function that predicts no
    /// samples.
    /// </summary>
    /// <param name="function">What was learned in all directions.</param>
    /// <param name="points">The samples in its coordinates. Shape [N, r].</param>
    /// <param name="unused">The directions, orthonormal. Shape [directions, r].</param>
    /// <param name="seed">The permutations.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static double? PValue(LearnedFunction function, PointCloud points, Matrix unused, Seed seed, Execution execution)
    {
        if (function.HeldOut is not { } loss)
        {
            return null;
        }

        var samples = EvenSpread.Of(points.Count, Probes);
        var places = points.Select(samples.AsSpan());
        var others = places.MappedBy(SymmetricEigen.Of(unused.Transposed * unused).Vectors.FirstRows(places.Dimension - unused.Rows));
        var along = Unrelated(places.MappedBy(unused), others, execution).MappedBy(unused.Transposed);
        var cells = Cells(others, [.. samples.Select(sample => loss.Groups[sample])]);
        var (observed, asWell, random) = (loss.Of(places, samples, execution), 0, seed.Stream());
        for (var count = 1; count <= Permutations; count++)
        {
            execution.Cancellation.ThrowIfCancellationRequested();
            asWell += loss.Of(Exchanged(places, along, cells, random), samples, execution) <= observed ? 1 : 0;
            if (asWell == Enough)
            {
                return Enough / (double)count;
            }
        }

        return (1.0 + asWell) / (1 + Permutations);
    }

    // What polynomials of low degree in the other directions do not predict; of few samples only those of degree 1, or none.
    private static PointCloud Unrelated(PointCloud components, PointCloud others, Execution execution)
    {
        var degree = Enumerable.Range(1, LargestDegree).LastOrDefault(d => PolynomialBasis.CountOf(others.Dimension, d) * RowsPerMonomial <= others.Count, 0);
        if (degree == 0)
        {
            return components;
        }

        var targets = new Targets(components.Values.ToArray(), components.Dimension);
        return new(components.Count, components.Dimension, PolynomialFunction.Residuals(others, targets, degree, execution));
    }

    // Samples of a group that are near each other in the directions that are left.
    private static ImmutableArray<int[]> Cells(PointCloud others, int[] groups)
    {
        return [.. groups.Index().GroupBy(at => at.Item, at => at.Index).OrderBy(group => group.Key).SelectMany(group =>
        {
            int[] members = [.. group];
            var cells = SpatialCells.Of(others.Select(members), Math.Max(1, members.Length / PerCell));
            return members.Zip(cells).GroupBy(pair => pair.Second, pair => pair.First).OrderBy(cell => cell.Key).Select(cell => cell.ToArray());
        })];
    }

    private static PointCloud Exchanged(PointCloud places, PointCloud along, ImmutableArray<int[]> cells, RandomStream random)
    {
        var values = places.Values.ToArray();
        foreach (var cell in cells)
        {
            int[] from = [.. cell];
            random.Shuffle<int>(from);
            foreach (var (to, source) in cell.Zip(from))
            {
                for (var j = 0; j < places.Dimension; j++)
                {
                    values[(to * places.Dimension) + j] += along[source, j] - along[to, j];
                }
            }
        }

        return new(places.Count, places.Dimension, values);
    }
}
