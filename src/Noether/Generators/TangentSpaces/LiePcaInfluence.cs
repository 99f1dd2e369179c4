using System.Numerics.Tensors;
using Noether.Generators.Flows;
using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>
/// How far generators move when groups of points are taken out of all neighbourhoods that hold them, to first order (infinitesimal jackknife), Eq. (G26). Neighbourhoods share points: what is left out of
/// one slab stays in the neighbourhoods beside it. For flat neighbourhoods: straightened ones rest on flows that were fitted to the same points.
/// </summary>
internal sealed class LiePcaInfluence
{
    private const int Groups = 16;

    // So many neighbourhoods around every point say what all of them would.
    private const int NeighbourhoodsPerPoint = 16;

    // Work is cut into so many parts whatever the threads, so that sums have the same bits.
    private const int Blocks = 8;

    private readonly LiePcaSolution _solution;
    private readonly LiePcaSetting _setting;
    private readonly Matrix? _restriction;
    private readonly FlowField _moves;

    private LiePcaInfluence(LiePcaSolution solution, LiePcaSetting setting, int dimension)
    {
        var rows = solution.Rows(solution.Count);
        (_solution, _setting, _restriction) = (solution, setting, solution.EmbeddingIn(setting.Basis)?.Transposed);
        _moves = FlowField.Of(_restriction is { } restriction ? rows * restriction : rows, setting.Constraint, dimension);
    }

    /// <summary>The changes, whose squares add up to the variance. In coordinates of the solution, shape [groups][count][size]; none where there is nothing beside the generators, or neighbourhoods are straightened.</summary>
    /// <param name="orbits">The orbits.</param>
    /// <param name="solution">Their generators.</param>
    /// <param name="setting">Coordinates of generators, and threads.</param>
    public static double[][][] Of(IReadOnlyList<LiePcaOrbit> orbits, LiePcaSolution solution, LiePcaSetting setting)
    {
        if (solution.Count == 0 || solution.Count == solution.Basis.Size || orbits.Any(orbit => orbit.IsStraightened))
        {
            return [];
        }

        var influence = new LiePcaInfluence(solution, setting, orbits[0].Source.Points.Dimension);
        var total = orbits.Sum(orbit => (double)orbit.Form.Count);
        var scores = Empty(solution);
        foreach (var orbit in orbits)
        {
            influence.Add(orbit, orbit.Form.Count / total, scores);
        }

        return [.. scores.Select(group => group.Select(solution.Response).ToArray())];
    }

    private static double[][][] Empty(LiePcaSolution solution) =>
        [.. Enumerable.Range(0, Groups).Select(_ => Enumerable.Range(0, solution.Count).Select(_ => new double[solution.Basis.Size]).ToArray())];

    private void Add(LiePcaOrbit orbit, double weight, double[][][] scores)
    {
        var points = orbit.Source.Points;
        var count = (int)Math.Min(points.Count, (long)NeighbourhoodsPerPoint * points.Count / orbit.Local.Neighbours);
        var parts = new double[Blocks][][][];
        _setting.Execution.ForEachBlock(Blocks, block =>
        {
            var window = new InfluenceWindow(orbit, _setting.Constraint, _moves, _restriction);
            var own = Empty(_solution);
            for (var i = (int)((long)block * count / Blocks); i < (int)((block + 1L) * count / Blocks); i++)
            {
                window.Add((int)((long)i * points.Count / count), own);
            }

            parts[block] = own;
        });

        var factor = weight * Math.Sqrt(Groups / (Groups - 1.0)) / count * points.Count / TensorPrimitives.SumOfSquares(points.Values);
        foreach (var own in parts)
        {
            for (var group = 0; group < Groups; group++)
            {
                for (var k = 0; k < own[group].Length; k++)
                {
                    TensorPrimitives.MultiplyAdd(own[group][k], factor, scores[group][k], scores[group][k]);
                }
            }
        }
    }
}
