using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.Flows;
using Noether.Generators.Neighbourhoods;
using Noether.Neighbours;
using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>The quadratic form A -> mean over points of |P A x|^2, with P the projector on the normal space at x and |x| = 1 on average: zero exactly on generators, Eq. (G11).</summary>
/// <param name="Points">How many points entered, per slab.</param>
/// <param name="Sums">The form, not divided by the number of points, per slab. Shape [slabs][size * size].</param>
/// <param name="Noise">What sampling noise alone makes of the form on a generator, Eq. (G14). Shape [size * size].</param>
internal sealed record TangencyForm(int[] Points, double[][] Sums, double[] Noise)
{
    // The noise form is a mean over points too; some hundred make it known well enough.
    private const int NoiseProbes = 400;

    // Straightened neighbourhoods are wide and overlap; more neighbours in all would cost time and change little.
    private const int MostStraightened = 64000;

    // Long flows are followed to this accuracy, as a share of the form on a random matrix; a generator cannot be told from one that is off by less.
    private const double FlowAccuracy = 1e-8;

    // Enough to tell dimensions apart, of which there may be ten to try.
    private const int PreviewProbes = 150;

    /// <summary>Adds up one orbit.</summary>
    /// <param name="orbit">The points about the fixed point. Shape [n, fields * d].</param>
    /// <param name="tree">The same points, sorted.</param>
    /// <param name="local">Dimension and size of neighbourhoods.</param>
    /// <param name="setting">How a normal vector constrains a generator, into how many slabs the orbit is cut, and threads.</param>
    /// <param name="straightening">Flows along which neighbourhoods are straightened; null to take them as they lie.</param>
    public static TangencyForm Of(PointCloud orbit, PointTree tree, LocalDimension local, LiePcaSetting setting, Straightening? straightening = null)
    {
        var (constraint, slabs) = (setting.Constraint, setting.Options.Slabs);
        var order = InSlabs(orbit);
        var (points, sums) = (new int[slabs], new double[slabs][]);
        var step = straightening is null ? 1 : Math.Max(1, (int)((long)orbit.Count * local.Neighbours / MostStraightened));
        setting.Execution.ForEachBlock(slabs, slab =>
        {
            var (first, end) = ((int)((long)slab * orbit.Count / slabs), (int)((slab + 1L) * orbit.Count / slabs));
            (points[slab], sums[slab]) = Sum(orbit, tree, [.. Every(step, order.AsMemory(first, end - first))], local, constraint, straightening);
        });
        // One straightened neighbourhood with a point of another sheet is off by more than all others together: the noise must see as many.
        return Scaled(orbit, points, sums, NoiseForm(orbit, tree, local, setting, straightening is null ? NoiseProbes : orbit.Count / step, straightening));
    }

    /// <summary>The form from a few hundred points spread over the orbit, all in the first slab: enough to see what a dimension is worth.</summary>
    public static TangencyForm Preview(PointCloud orbit, PointTree tree, LocalDimension local, LiePcaSetting setting, Straightening? straightening = null)
    {
        var (constraint, slabs) = (setting.Constraint, new double[setting.Options.Slabs][]);
        var count = Math.Min(PreviewProbes, orbit.Count);
        var probes = Enumerable.Range(0, count).Select(i => (int)((long)i * orbit.Count / count)).ToArray();
        var (points, sum) = Sum(orbit, tree, probes, local, constraint, straightening);
        Array.Fill(slabs, new double[sum.Length]);
        slabs[0] = sum;
        return Scaled(orbit, [points, .. new int[slabs.Length - 1]], slabs, NoiseForm(orbit, tree, local, setting, PreviewProbes, straightening));
    }

    private static IEnumerable<int> Every(int step, ReadOnlyMemory<int> members)
    {
        for (var i = 0; i < members.Length; i += step)
        {
            yield return members.Span[i];
        }
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

    private static (int Points, double[] Sum) Sum(
        PointCloud orbit, PointTree tree, ReadOnlySpan<int> members, LocalDimension local, TangencyConstraint constraint, Straightening? straightening)
    {
        var frame = new LocalFrame(orbit.Dimension);
        var neighbourhood = new Neighbourhood(local.Neighbours, orbit.Dimension, straightening);
        var (neighbours, distances) = (new int[local.Neighbours], new double[local.Neighbours]);
        var (form, sum, foot) = (new double[constraint.Size], new double[constraint.Size * constraint.Size], new double[orbit.Dimension]);
        var points = 0;
        foreach (var point in members)
        {
            tree.Nearest(orbit.Row(point), neighbours, distances);
            neighbourhood.Take(orbit, neighbours);
            if (straightening is not null && !neighbourhood.ShowsTangents(local.Dimension))
            {
                continue;
            }

            points++;
            frame.Fit(neighbourhood, 0, 1);
            frame.Mean.CopyTo(foot);
            if (straightening is not null)
            {
                frame.Foot(orbit.Row(point), local.Dimension, foot);
            }

            for (var normal = local.Dimension; normal < orbit.Dimension; normal++)
            {
                constraint.Of(frame.Direction(normal), foot, form);
                AddSquare(form, 1, sum);
            }
        }

        return (points, sum);
    }

    /// <summary>A quarter of the squared difference between the projectors of the two halves of a neighbourhood: the variance of their mean.</summary>
    private static double[] NoiseForm(PointCloud orbit, PointTree tree, LocalDimension local, LiePcaSetting setting, int most, Straightening? straightening)
    {
        var constraint = setting.Constraint;
        var (first, second) = (new LocalFrame(orbit.Dimension), new LocalFrame(orbit.Dimension));
        var neighbourhood = new Neighbourhood(local.Neighbours, orbit.Dimension, straightening);
        var (neighbours, distances) = (new int[local.Neighbours], new double[local.Neighbours]);
        var (form, row, sum) = (new double[constraint.Size], new double[orbit.Dimension], new double[constraint.Size * constraint.Size]);
        var (probes, used) = (Math.Min(most, orbit.Count), 0);
        for (var i = 0; i < probes; i++)
        {
            var point = orbit.Row((int)((long)i * orbit.Count / probes));
            tree.Nearest(point, neighbours, distances);
            neighbourhood.Take(orbit, neighbours);
            if (straightening is not null && !neighbourhood.ShowsTangents(local.Dimension))
            {
                continue;
            }

            used++;
            first.Fit(neighbourhood, 0, 2);
            second.Fit(neighbourhood, 1, 2);
            for (var axis = 0; axis < row.Length; axis++)
            {
                Array.Clear(row);
                AddProjectorRow(first, local.Dimension, axis, 1, row);
                AddProjectorRow(second, local.Dimension, axis, -1, row);
                constraint.Of(row, point, form);
                AddSquare(form, 0.25, sum);
            }
        }

        TensorPrimitives.Divide(sum, Math.Max(used, 1), sum);
        var random = MeanSquare(orbit) * LiePcaOrbit.RandomValue(orbit.Dimension, local, constraint);
        for (var i = 0; straightening is not null && i < constraint.Size; i++)
        {
            sum[(i * constraint.Size) + i] += FlowAccuracy * random;
        }

        if (setting.Inexact is { } inexact)
        {
            TensorPrimitives.MultiplyAdd(inexact.Entries, random, sum, sum);
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
