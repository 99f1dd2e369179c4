using System.Numerics.Tensors;
using Noether.Data;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Functions;

/// <summary>
/// Local regression: at every place a quadratic polynomial fitted to the nearest samples, with weights that fall to zero at the last of
/// them.
/// </summary>
internal sealed class LocalQuadratic : IFunction
{
    private const int PlacesPerBlock = 32;

    private readonly PointCloud _points;
    private readonly Targets _targets;
    private readonly PointTree _tree;
    private readonly int _neighbours;

    /// <summary>Keeps the samples.</summary>
    /// <param name="points">Shape [N, n].</param>
    /// <param name="targets">Shape [N, h].</param>
    /// <param name="neighbours">Samples per fit, at most N.</param>
    public LocalQuadratic(PointCloud points, Targets targets, int neighbours)
        : this(points, targets, PointTree.Build(points), neighbours)
    {
    }

    private LocalQuadratic(PointCloud points, Targets targets, PointTree tree, int neighbours)
    {
        (_points, _targets, _tree) = (points, targets, tree);
        _neighbours = Math.Min(neighbours, points.Count);
    }

    /// <inheritdoc/>
    public int Inputs => _points.Dimension;

    /// <inheritdoc/>
    public int Outputs => _targets.Count;

    /// <summary>The same samples with another number of neighbours.</summary>
    public LocalQuadratic WithNeighbours(int neighbours) => new(_points, _targets, _tree, neighbours);

    /// <inheritdoc/>
    public FunctionJets At(PointCloud places, Execution execution)
    {
        var (m, n, h) = (places.Count, Inputs, Outputs);
        var jets = new FunctionJets(new double[m * h], new double[m * h * n]);
        ForEachPlace(places, [_neighbours], execution, (i, _, solution, radius) =>
        {
            for (var a = 0; a < h; a++)
            {
                jets.Values[(i * h) + a] = solution[a];
                for (var j = 0; j < n; j++)
                {
                    jets.Jacobians[(((i * h) + a) * n) + j] = solution[((1 + j) * h) + a] / radius;
                }
            }
        });
        return jets;
    }

    /// <summary>The values of fits with several numbers of neighbours. Shape [sizes][m, h].</summary>
    /// <param name="places">Where. Shape [m, n].</param>
    /// <param name="sizes">The numbers of neighbours; all samples where there are fewer.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public double[][] ValuesAt(PointCloud places, int[] sizes, Execution execution)
    {
        var values = sizes.Select(_ => new double[places.Count * Outputs]).ToArray();
        int[] most = [.. sizes.Select(size => Math.Min(size, _points.Count))];
        ForEachPlace(places, most, execution, (i, size, solution, _) => Array.Copy(solution, 0, values[size], i * Outputs, Outputs));
        return values;
    }

    // The nearest samples are searched for once, for the largest of the sizes; what is told is place, size, solution and radius.
    private void ForEachPlace(PointCloud places, int[] sizes, Execution execution, Action<int, int, double[], double> tell)
    {
        var largest = sizes.DefaultIfEmpty(0).Max();
        execution.ForEachBlock((places.Count + PlacesPerBlock - 1) / PlacesPerBlock, block =>
        {
            var (near, distances, row) = (new int[largest], new double[largest], new double[PolynomialBasis.CountOf(Inputs, 2)]);
            for (var i = block * PlacesPerBlock; i < Math.Min(places.Count, (block + 1) * PlacesPerBlock); i++)
            {
                _tree.Nearest(places.Row(i), near, distances);
                for (var size = 0; size < sizes.Length; size++)
                {
                    var radius = distances[sizes[size] - 1] is > 0 and var farthest ? farthest : 1;
                    tell(i, size, Fit(places.Row(i), near.AsSpan(0, sizes[size]), distances, radius, row), radius);
                }
            }
        });
    }

    // Coordinates about the place, in units of the distance to the last neighbour: 1, x_j, x_i x_j.
    private double[] Fit(ReadOnlySpan<double> place, ReadOnlySpan<int> near, double[] distances, double radius, double[] row)
    {
        var n = place.Length;
        var equations = new NormalEquations(row.Length, Outputs);
        row[0] = 1;
        for (var i = 0; i < near.Length; i++)
        {
            var offset = row.AsSpan(1, n);
            TensorPrimitives.Subtract(_points.Row(near[i]), place, offset);
            TensorPrimitives.Divide(offset, radius, offset);
            for (int a = 0, at = 1 + n; a < n; a++)
            {
                for (var b = a; b < n; b++)
                {
                    row[at++] = offset[a] * offset[b];
                }
            }

            var fall = 1 - (distances[i] / radius * (distances[i] / radius));
            equations.Add(row, _targets.Row(near[i]), (fall * fall) + Tolerance.Rounding.Relative);
        }

        return equations.Solve(row.Length);
    }
}
