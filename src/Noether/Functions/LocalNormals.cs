using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.Neighbourhoods;
using Noether.Neighbours;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>
/// Normals of sets of points from neighbourhoods, for sets on which no polynomial of low degree is constant: J is the projector on the
/// normal space of the neighbourhood, so that no signs need to be matched
/// between parts, Eq. (Y13).
/// </summary>
internal static class LocalNormals
{
    // Neighbours per tangent direction: enough to average noise, few enough to stay local.
    private const int NeighboursPerDirection = 8;

    // A neighbourhood is at most this share of a set's points in a part.
    private const double LargestShare = 0.2;

    /// <summary>Learns the normals of every set.</summary>
    /// <param name="points">The samples, in coordinates of one scale, and the set of each.</param>
    /// <param name="dimension">The dimension m of the sets.</param>
    /// <param name="parts">Which samples each part learns from.</param>
    public static LearnedFunction Learn(LabelledPoints points, int dimension, SampleParts parts)
    {
        var members = points.Cells.Members();
        var trees = members.Select(set => Enumerable.Range(0, parts.Count).Select(part => Part(points.Points, [.. set.Where(row => parts.Of[row] == part)])).ToArray()).ToArray();
        var fewest = members.Max(set => set.Length) / parts.Count * LargestShare;
        var n = points.Points.Dimension;
        return new()
        {
            Outputs = n,
            AtSamples = (samples, execution) => [.. Enumerable.Range(0, parts.Count).Select(part => Normals(points, samples, trees, part, dimension, execution))],
            LevelsSteepness = false,
            Fit = new()
            {
                Method = $"normals of neighbourhoods, of dimension {dimension}",
                Unexplained = (double)dimension / n,
                Obstacle = dimension >= n ? "The points fill the directions in which they extend."
                    : fewest < 2 * (dimension + 1) ? "The points are too few for normals of neighbourhoods." : null,
            },
        };
    }

    private static (PointCloud Points, PointTree Tree)? Part(PointCloud points, int[] rows)
    {
        if (rows.Length == 0)
        {
            return null;
        }

        var own = points.Select(rows);
        return (own, PointTree.Build(own));
    }

    private static FunctionJets Normals(LabelledPoints points, ImmutableArray<int> samples, (PointCloud Points, PointTree Tree)?[][] trees, int part, int dimension, Execution execution)
    {
        var n = points.Points.Dimension;
        var jacobians = new double[samples.Length * n * n];
        execution.ForEachItem(samples.Length, 32, i =>
        {
            if (trees[points.Cells.Classes[samples[i]]][part] is not { } own)
            {
                return;
            }

            var count = Math.Clamp((int)(LargestShare * own.Points.Count), Math.Min(dimension + 2, own.Points.Count), Math.Min(NeighboursPerDirection * (dimension + 1), own.Points.Count));
            var (near, distances) = (new int[count], new double[count]);
            own.Tree.Nearest(points.Points.Row(samples[i]), near, distances);
            var frame = new LocalFrame(n);
            frame.Fit(own.Points, near);
            var projector = jacobians.AsSpan(i * n * n, n * n);
            for (var j = 0; j < n; j++)
            {
                projector[(j * n) + j] = 1;
                for (var t = 0; t < dimension; t++)
                {
                    var line = projector.Slice(j * n, n);
                    TensorPrimitives.MultiplyAdd(frame.Direction(t), -frame.Direction(t)[j], line, line);
                }
            }
        });
        return new(new double[samples.Length * n], jacobians);
    }
}
