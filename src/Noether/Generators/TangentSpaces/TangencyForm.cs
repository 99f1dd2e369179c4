using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.Neighbourhoods;
using Noether.Neighbours;
using Noether.Numerics;
using Noether.Runs;

namespace Noether.Generators.TangentSpaces;

/// <summary>The quadratic form A -> mean over points of |P A x|^2, with P the projector on the normal space at x and |x| = 1 on average: zero exactly on generators, Eq. (G11).</summary>
/// <param name="Points">How many points entered, per slab.</param>
/// <param name="Sums">The form, not divided by the number of points, per slab. Shape [slabs][size * size].</param>
/// <param name="Noise">What sampling noise alone makes of the form on a generator, Eq. (G14). Shape [size * size].</param>
internal sealed record TangencyForm(int[] Points, double[][] Sums, double[] Noise)
{
    // The noise form is a mean over points too; some hundred make it known well enough.
    private const int NoiseProbes = 400;

    // Enough to tell dimensions apart, of which there may be ten to try.
    private const int PreviewProbes = 150;

    /// <summary>Adds up one orbit.</summary>
    /// <param name="orbit">The points about the fixed point. Shape [n, fields * d].</param>
    /// <param name="tree">The same points, sorted.</param>
    /// <param name="local">Dimension and size of neighbourhoods.</param>
    /// <param name="constraint">How a normal vector constrains a generator.</param>
    /// <param name="slabs">Into how many slabs the orbit is cut.</param>
    /// <param name="execution">Threads and cancellation.</param>
    public static TangencyForm Of(PointCloud orbit, PointTree tree, LocalDimension local, TangencyConstraint constraint, int slabs, Execution execution)
    {
        var order = InSlabs(orbit);
        var (points, sums) = (new int[slabs], new double[slabs][]);
        execution.ForEachBlock(slabs, slab =>
        {
            var (first, end) = ((int)((long)slab * orbit.Count / slabs), (int)((slab + 1L) * orbit.Count / slabs));
            points[slab] = end - first;
            sums[slab] = Sum(orbit, tree, order.AsSpan(first, end - first), local, constraint);
        });
        return Scaled(orbit, points, sums, NoiseForm(orbit, tree, local, constraint, NoiseProbes));
    }

    /// <summary>The form from a few hundred points spread over the orbit, in one slab: enough to see what a dimension is worth.</summary>
    public static TangencyForm Preview(PointCloud orbit, PointTree tree, LocalDimension local, TangencyConstraint constraint)
    {
        var count = Math.Min(PreviewProbes, orbit.Count);
        var probes = Enumerable.Range(0, count).Select(i => (int)((long)i * orbit.Count / count)).ToArray();
        return Scaled(orbit, [count], [Sum(orbit, tree, probes, local, constraint)], NoiseForm(orbit, tree, local, constraint, PreviewProbes));
    }

    private static TangencyForm Scaled(PointCloud orbit, int[] points, double[][] sums, double[] noise)
    {
        var scale = 1 / MeanSquare(orbit);
        foreach (var sum in sums)
        {
            TensorPrimitives.Multiply(sum, scale, sum);
        }

        TensorPrimitives.Multiply(noise, scale, noise);
        return new(points, sums, noise);
    }

    /// <summary>The number of points of the orbit.</summary>
    public int Count => Points.Sum();

    private static double MeanSquare(PointCloud orbit) => TensorPrimitives.SumOfSquares(orbit.Values) / orbit.Count;

    private static double[] Sum(PointCloud orbit, PointTree tree, ReadOnlySpan<int> members, LocalDimension local, TangencyConstraint constraint)
    {
        var frame = new LocalFrame(orbit.Dimension);
        var (neighbours, distances) = (new int[local.Neighbours], new double[local.Neighbours]);
        var (form, sum) = (new double[constraint.Size], new double[constraint.Size * constraint.Size]);
        foreach (var point in members)
        {
            tree.Nearest(orbit.Row(point), neighbours, distances);
            frame.Fit(orbit, neighbours);
            for (var normal = local.Dimension; normal < orbit.Dimension; normal++)
            {
                constraint.Of(frame.Direction(normal), frame.Mean, form);
                AddSquare(form, 1, sum);
            }
        }

        return sum;
    }

    /// <summary>A quarter of the squared difference between the projectors of the two halves of a neighbourhood: the variance of their mean.</summary>
    private static double[] NoiseForm(PointCloud orbit, PointTree tree, LocalDimension local, TangencyConstraint constraint, int most)
    {
        var (first, second) = (new LocalFrame(orbit.Dimension), new LocalFrame(orbit.Dimension));
        var (neighbours, distances) = (new int[local.Neighbours], new double[local.Neighbours]);
        var (form, row, sum) = (new double[constraint.Size], new double[orbit.Dimension], new double[constraint.Size * constraint.Size]);
        var probes = Math.Min(most, orbit.Count);
        for (var i = 0; i < probes; i++)
        {
            var point = orbit.Row((int)((long)i * orbit.Count / probes));
            tree.Nearest(point, neighbours, distances);
            LocalFrame.FitHalves(orbit, neighbours, first, second);
            for (var axis = 0; axis < row.Length; axis++)
            {
                Array.Clear(row);
                AddProjectorRow(first, local.Dimension, axis, 1, row);
                AddProjectorRow(second, local.Dimension, axis, -1, row);
                constraint.Of(row, point, form);
                AddSquare(form, 0.25 / probes, sum);
            }
        }

        return sum;
    }

    private static void AddProjectorRow(LocalFrame frame, int tangents, int axis, double factor, Span<double> row)
    {
        for (var normal = tangents; normal < row.Length; normal++)
        {
            var direction = frame.Direction(normal);
            TensorPrimitives.MultiplyAdd(direction, factor * direction[axis], row, row);
        }
    }

    /// <summary>Adds weight v v' to a matrix.</summary>
    public static void AddSquare(ReadOnlySpan<double> form, double weight, Span<double> sum)
    {
        for (var i = 0; i < form.Length; i++)
        {
            var row = sum.Slice(i * form.Length, form.Length);
            TensorPrimitives.MultiplyAdd(form, weight * form[i], row, row);
        }
    }

    /// <summary>The points in order along the widest direction, so that equal stretches are slabs.</summary>
    public static int[] InSlabs(PointCloud orbit)
    {
        var widest = SymmetricEigen.Of(LocalGeometry.Covariance(orbit)).Vectors.Row(orbit.Dimension - 1).ToArray();
        var keys = new double[orbit.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = TensorPrimitives.Dot(orbit.Row(i), widest);
        }

        return [.. Enumerable.Range(0, orbit.Count).OrderBy(i => keys[i]).ThenBy(i => i)];
    }
}
