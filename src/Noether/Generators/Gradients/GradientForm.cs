using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.TangentSpaces;
using Noether.Neighbours;
using Noether.Runs;

namespace Noether.Generators.Gradients;

/// <summary>The quadratic form A -> mean over samples of the sum over quantities of (g . A x)^2, with g the local gradient of a quantity: zero on what leaves all quantities unchanged, Eq. (G17).</summary>
internal static class GradientForm
{
    private const int NoiseProbes = 1000;

    // Neighbourhoods overlap: more of them would say the same again.
    private const int LargestNeighbourhoods = 4000;

    /// <summary>Adds up the samples.</summary>
    /// <param name="samples">The points about the fixed point. Shape [n, d].</param>
    /// <param name="targets">What must not change, per sample. Shape [n, targets].</param>
    /// <param name="neighbours">Points per neighbourhood.</param>
    /// <param name="constraint">How a gradient constrains a generator.</param>
    /// <param name="slabs">Into how many slabs the samples are cut.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static (TangencyForm Form, double Random) Of(
        PointCloud samples, PointCloud targets, int neighbours, TangencyConstraint constraint, int slabs, Execution execution)
    {
        var tree = PointTree.Build(samples);
        var order = Thinned(TangencyForm.InSlabs(samples));
        var (points, sums, squares) = (new int[slabs], new double[slabs][], new double[slabs]);
        execution.ForEachBlock(slabs, slab =>
        {
            var (first, end) = ((int)((long)slab * order.Length / slabs), (int)((slab + 1L) * order.Length / slabs));
            points[slab] = end - first;
            sums[slab] = Sum(samples, targets, tree, order.AsSpan(first, end - first), neighbours, constraint, out squares[slab]);
        });
        var random = squares.Sum() / order.Length / (samples.Dimension * (double)samples.Dimension);
        return (new(points, sums, Noise(samples, targets, tree, neighbours, constraint)), random);
    }

    private static int[] Thinned(int[] order)
    {
        var count = Math.Min(order.Length, LargestNeighbourhoods);
        return [.. Enumerable.Range(0, count).Select(i => order[(int)((long)i * order.Length / count)])];
    }

    private static double[] Sum(
        PointCloud samples, PointCloud targets, PointTree tree, ReadOnlySpan<int> members, int neighbours, TangencyConstraint constraint, out double squares)
    {
        var local = new LocalGradient(samples.Dimension, targets.Dimension);
        var (near, distances) = (new int[neighbours], new double[neighbours]);
        var (form, sum) = (new double[constraint.Size], new double[constraint.Size * constraint.Size]);
        squares = 0;
        foreach (var point in members)
        {
            tree.Nearest(samples.Row(point), near, distances);
            local.Fit(samples, targets, near);
            for (var target = 0; target < targets.Dimension; target++)
            {
                var gradient = local.Of(target);
                var square = TensorPrimitives.SumOfSquares(gradient);
                if (square > 0)
                {
                    constraint.Of(gradient, local.Mean, form);
                    TangencyForm.AddSquare(form, 1, sum);
                    squares += square * TensorPrimitives.SumOfSquares(local.Mean);
                }
            }
        }

        return sum;
    }

    /// <summary>A quarter of the squared difference between the gradients of the two halves of a neighbourhood: the variance of their mean.</summary>
    private static double[] Noise(PointCloud samples, PointCloud targets, PointTree tree, int neighbours, TangencyConstraint constraint)
    {
        var halves = new[] { new LocalGradient(samples.Dimension, targets.Dimension), new LocalGradient(samples.Dimension, targets.Dimension) };
        var (near, distances, half) = (new int[neighbours], new double[neighbours], new int[neighbours / 2]);
        var (form, difference, sum) = (new double[constraint.Size], new double[samples.Dimension], new double[constraint.Size * constraint.Size]);
        var probes = Math.Min(NoiseProbes, samples.Count);
        for (var i = 0; i < probes; i++)
        {
            var point = samples.Row((int)((long)i * samples.Count / probes));
            tree.Nearest(point, near, distances);
            for (var side = 0; side < 2; side++)
            {
                for (var j = 0; j < half.Length; j++)
                {
                    half[j] = near[(2 * j) + side];
                }

                halves[side].Fit(samples, targets, half);
            }

            for (var target = 0; target < targets.Dimension; target++)
            {
                TensorPrimitives.Subtract(halves[0].Of(target), halves[1].Of(target), difference);
                constraint.Of(difference, point, form);
                TangencyForm.AddSquare(form, 0.25 / probes, sum);
            }
        }

        return sum;
    }
}
