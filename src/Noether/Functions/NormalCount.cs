using Noether.Data;
using Noether.Generators.Neighbourhoods;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>
/// How many independent normals a function has at most of the samples, the codimension of its level sets; and how many dimensions sets
/// of points have by their neighbourhoods.
/// </summary>
internal static class NormalCount
{
    private const int Probes = 50;

    // Normals whose share of the squared slopes is below this are none.
    private const double SmallestShare = 1e-2;

    /// <summary>The median over some samples.</summary>
    /// <param name="function">The function.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="dimension">The number of coordinates n.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static int Of(LearnedFunction function, int samples, int dimension, Execution execution)
    {
        var count = Math.Min(Probes, samples);
        var jacobians = function.AtSamples(EvenSpread.Of(samples, Probes), execution)[0].Jacobians;
        var size = function.Outputs * dimension;
        return Enumerable.Range(0, count).Select(i => Rank(Matrix.FromEntries(function.Outputs, dimension, jacobians.AsSpan(i * size, size)))).Order().ElementAt(count / 2);
    }

    /// <summary>
    /// How many dimensions the points of the largest set fill in neighbourhoods of one in forty, however unevenly: two for the vertices of
    /// a mesh with longer edges one way than the other, whose nearest neighbours lie on lines.
    /// </summary>
    /// <param name="points">The points and the set of each.</param>
    public static int Filled(LabelledPoints points)
    {
        var largest = points.Cells.Members().MaxBy(set => set.Length);
        var (set, size) = (points.Points.Select(largest.AsSpan()), Math.Clamp(largest.Length / Neighbourhoods, LeastNeighbours, MostNeighbours));
        var (tree, frame) = (PointTree.Build(set), new LocalFrame(set.Dimension));
        var (near, distances) = (new int[Math.Min(size, set.Count)], new double[Math.Min(size, set.Count)]);
        return EvenSpread.Of(set.Count, Probes).Select(Count).Order().ElementAt(Math.Min(Probes, set.Count) / 2);

        int Count(int probe)
        {
            tree.Nearest(set.Row(probe), near, distances);
            frame.Fit(set, near);
            return frame.Variances.ToArray().Count(variance => variance > SmallestVariance * frame.Variances[0]);
        }
    }

    private const int Neighbourhoods = 40;
    private const int LeastNeighbours = 24;
    private const int MostNeighbours = 200;

    // Curves that wind five times look straight in a fortieth of their points; edges of a mesh may be three times as long one way.
    private const double SmallestVariance = 0.05;

    private static int Rank(Matrix jacobian)
    {
        var values = SymmetricEigen.Of(jacobian.Transposed * jacobian).Values;
        return values.Count(value => value > SmallestShare * values[^1]);
    }
}
