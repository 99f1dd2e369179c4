using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.TangentSpaces;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators.Flows;

/// <summary>Generators whose flows carry points of an orbit into their neighbours, by Gauss-Newton steps from a first guess, Eq. (G22) to (G24).</summary>
/// <remarks>Nothing is assumed to be flat: a neighbour may lie a radian away. Neighbours that no flow reaches, on another sheet of the orbit, lose their weight.</remarks>
/// <param name="orbits">The points. Shape [orbits][n, D].</param>
/// <param name="pairs">Neighbours among them.</param>
/// <param name="constraint">The coordinates of a generator.</param>
/// <param name="swept">The dimension of each orbit. Shape [orbits].</param>
internal sealed class FlowRegression(IReadOnlyList<PointCloud> orbits, FlowPair[] pairs, TangencyConstraint constraint, int[] swept)
{
    private const int Blocks = 16;
    private const int MostSteps = 12;
    private const double Damping = 1e-6;

    // Of the pairs with a flow, the better ones set the scale; up to three quarters may be on other sheets.
    private const double TypicalShare = 0.25;

    // With noise, steps that change the misses by less than this share of them are lost in it.
    private const double SmallestGain = 0.02;

    // Steps double the number of right digits where the points have no noise; where they have, later steps move less than the noise.
    private const double SmallestStep = 1e-7;

    /// <summary>Improves generators.</summary>
    /// <param name="start">A first guess, orthonormal rows. Shape [count, size].</param>
    /// <param name="execution">Threads and cancellation.</param>
    public FlowFit Run(Matrix start, Execution execution)
    {
        var (generators, typical) = (start, 0.0);
        for (var step = 0; step < MostSteps; step++)
        {
            var field = FlowField.Of(generators, constraint, orbits[0].Dimension);
            var times = new double[pairs.Length * field.Count];
            var misses = Misses(field, times, execution);
            var before = typical;
            typical = Quantile(misses, TypicalShare);
            if (step > 2 && Math.Abs(before - typical) <= SmallestGain * typical)
            {
                break;
            }

            if (Equations(field, times, misses, typical, execution).Solve(Damping) is not { } change)
            {
                break;
            }

            generators = GramSchmidt.Rows(generators + change);
            if (change.Norm <= SmallestStep)
            {
                break;
            }
        }

        var ways = Enumerable.Range(0, pairs.Length).Select(pair => TensorPrimitives.Distance(From(pair), To(pair))).ToArray();
        return new(generators, typical, typical / Math.Max(Quantile(ways, 0.5), double.Epsilon));
    }

    private static double Quantile(double[] values, double share)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        return sorted[(int)(share * (sorted.Length - 1))];
    }

    /// <summary>How far the flow of every pair misses; its times go into <paramref name="times"/>, shape [pairs * count].</summary>
    private double[] Misses(FlowField field, double[] times, Execution execution)
    {
        var misses = new double[pairs.Length];
        execution.ForEachBlock(Blocks, block =>
        {
            var (path, normals) = (new FlowPath(field), new FlowNormals(field.Dimension));
            foreach (var pair in Block(block))
            {
                path.Fit(From(pair), To(pair));
                path.Times.CopyTo(times.AsSpan(pair * field.Count));
                normals.Fit(path, field.Count, swept[pairs[pair].Orbit]);
                misses[pair] = Math.Sqrt(normals.SquareOf(path.Gap));
            }
        });
        return misses;
    }

    private FlowEquations Equations(FlowField field, double[] times, double[] misses, double typical, Execution execution)
    {
        var parts = new FlowEquations[Blocks];
        execution.ForEachBlock(Blocks, block =>
        {
            var (path, normals) = (new FlowPath(field), new FlowNormals(field.Dimension));
            parts[block] = new FlowEquations(constraint, field.Count);
            foreach (var pair in Block(block))
            {
                path.Take(From(pair), To(pair), times.AsSpan(pair * field.Count, field.Count));
                normals.Fit(path, field.Count, swept[pairs[pair].Orbit]);
                parts[block].Add(path, normals, FlowWeight.Of(misses[pair], typical));
            }
        });
        foreach (var part in parts.AsSpan(1))
        {
            parts[0].Add(part);
        }

        return parts[0];
    }

    private ReadOnlySpan<double> From(int pair) => orbits[pairs[pair].Orbit].Row(pairs[pair].From);

    private ReadOnlySpan<double> To(int pair) => orbits[pairs[pair].Orbit].Row(pairs[pair].To);

    private IEnumerable<int> Block(int block)
    {
        var (first, end) = ((int)((long)block * pairs.Length / Blocks), (int)((block + 1L) * pairs.Length / Blocks));
        return Enumerable.Range(first, end - first);
    }
}
