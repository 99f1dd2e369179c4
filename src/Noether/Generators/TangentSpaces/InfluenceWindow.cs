using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.Flows;
using Noether.Generators.Neighbourhoods;
using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>What the points of one neighbourhood do to the normals that it shows, and these to the equations of the generators; a workspace that is used again for every point.</summary>
/// <param name="orbit">The points, and how neighbourhoods are taken.</param>
/// <param name="constraint">How a normal constrains a generator.</param>
/// <param name="moves">The generators as maps of points.</param>
/// <param name="restriction">From the coordinates of the constraint to those in which generators were solved for; null where they are the same.</param>
internal sealed class InfluenceWindow(LiePcaOrbit orbit, TangencyConstraint constraint, FlowField moves, Matrix? restriction)
{
    // Where a normal varies nearly as much as a tangent, first order says nothing; a gap of this share of the tangent's is taken then.
    private const double LeastGap = 0.1;

    private readonly PointCloud _points = orbit.Source.Points;
    private readonly int _tangents = orbit.Local.Dimension;
    private readonly LocalFrame _frame = new(orbit.Source.Points.Dimension);
    private readonly int[] _neighbours = new int[orbit.Local.Neighbours];
    private readonly double[] _distances = new double[orbit.Local.Neighbours];
    private readonly double[] _constraint = new double[constraint.Size];
    private readonly double[] _form = new double[restriction?.Rows ?? constraint.Size];
    private readonly double[] _velocity = new double[orbit.Source.Points.Dimension];
    private readonly double[] _turned = new double[orbit.Source.Points.Dimension];
    private readonly double[,] _along = new double[moves.Count, orbit.Local.Dimension];

    /// <summary>Adds one neighbourhood.</summary>
    /// <param name="point">Its point.</param>
    /// <param name="scores">What the groups, into which points fall by their numbers, add to the equation of each generator. Shape [groups][count][size].</param>
    public void Add(int point, double[][][] scores)
    {
        orbit.Source.Tree.Nearest(_points.Row(point), _neighbours, _distances);
        _frame.Fit(_points, _neighbours);
        if (!(_frame.Variances[0] > 0))
        {
            return; // the same point many times
        }

        for (var k = 0; k < moves.Count; k++)
        {
            moves.Velocity(k, _frame.Mean, _velocity);
            for (var tangent = 0; tangent < _tangents; tangent++)
            {
                _along[k, tangent] = TensorPrimitives.Dot(_frame.Direction(tangent), _velocity);
            }
        }

        var (shifts, products) = Moments(scores.Length);
        for (var normal = _tangents; normal < _points.Dimension; normal++)
        {
            AddNormal(normal, shifts, products, scores);
        }
    }

    /// <summary>Of every group the shift of the mean without it, and the products of its points' coordinates along the principal directions. Shapes [groups][D] and [groups][tangents * D].</summary>
    private (double[][] Shifts, double[][] Products) Moments(int groups)
    {
        var d = _points.Dimension;
        double[][] shifts = [.. Enumerable.Range(0, groups).Select(_ => new double[d])];
        double[][] products = [.. Enumerable.Range(0, groups).Select(_ => new double[_tangents * d])];
        var (difference, along) = (new double[d], new double[d]);
        foreach (var neighbour in _neighbours)
        {
            var group = neighbour % groups;
            TensorPrimitives.Subtract(_points.Row(neighbour), _frame.Mean, difference);
            TensorPrimitives.MultiplyAdd(difference, -1.0 / _neighbours.Length, shifts[group], shifts[group]);
            for (var axis = 0; axis < d; axis++)
            {
                along[axis] = TensorPrimitives.Dot(_frame.Direction(axis), difference);
            }

            for (var tangent = 0; tangent < _tangents; tangent++)
            {
                var row = products[group].AsSpan(tangent * d, d);
                TensorPrimitives.MultiplyAdd(along, along[tangent] / _neighbours.Length, row, row);
            }
        }

        return (shifts, products);
    }

    private void AddNormal(int normal, double[][] shifts, double[][] products, double[][][] scores)
    {
        var direction = _frame.Direction(normal);
        constraint.Of(direction, _frame.Mean, restriction is null ? _form : _constraint);
        restriction?.Apply(_constraint, _form);
        for (var k = 0; k < moves.Count; k++)
        {
            moves.Turned(k, direction, _turned);
            for (var group = 0; group < shifts.Length; group++)
            {
                var change = TensorPrimitives.Dot<double>(_turned, shifts[group]);
                for (var tangent = 0; tangent < _tangents; tangent++)
                {
                    change += products[group][(tangent * _points.Dimension) + normal] / Gap(tangent, normal) * _along[k, tangent];
                }

                TensorPrimitives.MultiplyAdd(_form, change, scores[group][k], scores[group][k]);
            }
        }
    }

    private double Gap(int tangent, int normal)
    {
        var variance = _frame.Variances[tangent];
        return Math.Max(variance - _frame.Variances[normal], Math.Max(LeastGap * variance, Tolerance.Rounding.Relative * _frame.Variances[0]));
    }
}
