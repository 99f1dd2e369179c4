using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.TangentSpaces;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators.Invariants;

/// <summary>How much the quadratic functions vary within orbits, and over all points.</summary>
/// <param name="Within">Covariance about the mean of each orbit. Shape [count, count].</param>
/// <param name="Total">Covariance about the mean of all points. Shape [count, count].</param>
internal sealed record OrbitScatter(Matrix Within, Matrix Total)
{
    /// <summary>A function that varies over all points by less than this share of what it does on normal points is a constant of the whole data, such as the radius of a sphere.</summary>
    private const double Constant = 0.01;

    /// <summary>The scatter of all points, and with each group left out: orbits are dealt to the groups in turn, or, where there are few, the points of each orbit are.</summary>
    public static (OrbitScatter Whole, ImmutableArray<OrbitScatter> WithoutGroup) Of(IReadOnlyList<PointCloud> orbits, QuadraticFeatures features, int groups, Execution execution)
    {
        var means = new double[orbits.Count][];
        execution.ForEachBlock(orbits.Count, i => means[i] = MeanOf(orbits[i], features));
        var all = new double[features.Count];
        var points = (double)orbits.Sum(orbit => orbit.Count);
        for (var i = 0; i < means.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(means[i], orbits[i].Count / points, all, all);
        }

        var parts = new Part[groups];
        execution.ForEachBlock(groups, group => parts[group] = Part.Of(orbits, features, (means, all), (group, groups)));
        return (Mean(-1), [.. Enumerable.Range(0, groups).Select(Mean)]);

        OrbitScatter Mean(int without)
        {
            var rest = parts.Where((_, group) => group != without).ToArray();
            var (within, total, count) = (new double[features.Count * features.Count], new double[features.Count * features.Count], Math.Max(1, rest.Sum(part => part.Points)));
            foreach (var part in rest)
            {
                TensorPrimitives.MultiplyAdd(part.Within, 1.0 / count, within, within);
                TensorPrimitives.MultiplyAdd(part.Total, 1.0 / count, total, total);
            }

            return new(Matrix.FromEntries(features.Count, features.Count, within), Matrix.FromEntries(features.Count, features.Count, total));
        }
    }

    /// <summary>The share of each function's variance that lies within orbits, smallest first, and the functions, of variance 1 over all points, as rows, Eq. (G20).</summary>
    public (double[] Shares, Matrix Functions) Solve()
    {
        var eigen = SymmetricEigen.Of(Metric);
        var root = Matrix.Generate(Total.Rows, Total.Rows, (k, j) => eigen.Vectors[k, j] / Math.Sqrt(eigen.Values[k]));
        var shares = SymmetricEigen.Of(root * (Within * root.Transposed));
        return ([.. shares.Values.Select(value => Math.Clamp(value, double.Epsilon, 1))], shares.Vectors * root);
    }

    /// <summary>The inner product of functions: their covariance over all points, constants included.</summary>
    public Matrix Metric => Total + (Constant * Matrix.Identity(Total.Rows));

    private static double[] MeanOf(PointCloud orbit, QuadraticFeatures features)
    {
        var (mean, at) = (new double[features.Count], new double[features.Count]);
        for (var i = 0; i < orbit.Count; i++)
        {
            features.At(orbit.Row(i), at);
            TensorPrimitives.MultiplyAdd(at, 1.0 / orbit.Count, mean, mean);
        }

        return mean;
    }

    /// <summary>The sums over one group.</summary>
    private sealed record Part(double[] Within, double[] Total, int Points)
    {
        public static Part Of(IReadOnlyList<PointCloud> orbits, QuadraticFeatures features, (double[][] OfOrbits, double[] OfAll) means, (int Number, int Count) group)
        {
            var size = features.Count;
            var (within, total, points) = (new double[size * size], new double[size * size], 0);
            var (at, relative) = (new double[size], new double[size]);
            // Whole orbits where possible: what one orbit does wrong, all its points do.
            var (orbitStep, pointStep) = orbits.Count >= 2 * group.Count ? (group.Count, 1) : (1, group.Count);
            for (var orbit = group.Number % orbitStep; orbit < orbits.Count; orbit += orbitStep)
            {
                for (var i = group.Number % pointStep; i < orbits[orbit].Count; i += pointStep)
                {
                    features.At(orbits[orbit].Row(i), at);
                    TensorPrimitives.Subtract(at, means.OfOrbits[orbit], relative);
                    TangencyForm.AddSquare(relative, 1, within);
                    TensorPrimitives.Subtract(at, means.OfAll, relative);
                    TangencyForm.AddSquare(relative, 1, total);
                    points++;
                }
            }

            return new(within, total, points);
        }
    }
}
