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
    {
        (_points, _targets, _tree) = (points, targets, PointTree.Build(points));
        _neighbours = Math.Min(neighbours, points.Count);
    }

    /// <inheritdoc/>
    public int Inputs => _points.Dimension;

    /// <inheritdoc/>
    public int Outputs => _targets.Count;

    /// <inheritdoc/>
    public FunctionJets At(PointCloud places, Execution execution)
    {
        var (m, n, h) = (places.Count, Inputs, Outputs);
        var jets = new FunctionJets(new double[m * h], new double[m * h * n]);
        execution.ForEachBlock((m + PlacesPerBlock - 1) / PlacesPerBlock, block =>
        {
            var (near, distances, row) = (new int[_neighbours], new double[_neighbours], new double[PolynomialBasis.CountOf(n, 2)]);
            for (var i = block * PlacesPerBlock; i < Math.Min(m, (block + 1) * PlacesPerBlock); i++)
            {
                _tree.Nearest(places.Row(i), near, distances);
                var solution = Fit(places.Row(i), near, distances, row);
                for (var a = 0; a < h; a++)
                {
                    jets.Values[(i * h) + a] = solution[a];
                    for (var j = 0; j < n; j++)
                    {
                        jets.Jacobians[(((i * h) + a) * n) + j] = solution[((1 + j) * h) + a] / distances[^1];
                    }
                }
            }
        });
        return jets;
    }

    // Coordinates about the place, in units of the distance to the last neighbour: 1, x_j, x_i x_j.
    private double[] Fit(ReadOnlySpan<double> place, ReadOnlySpan<int> near, double[] distances, double[] row)
    {
        var n = place.Length;
        var equations = new NormalEquations(row.Length, Outputs);
        var radius = distances[^1] > 0 ? distances[^1] : 1;
        distances[^1] = radius;
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
