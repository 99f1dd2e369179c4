using System.Numerics.Tensors;
using Noether.Data;
using Noether.Generators.Neighbourhoods;
using Noether.Numerics;

namespace Noether.Generators.TangentSpaces;

/// <summary>What the points of one neighbourhood do to the normals that it shows, and these to the equations of the generators; a workspace that is used again for every point.</summary>
/// <param name="orbit">The points, and how neighbourhoods are taken.</param>
/// <param name="constraint">How a normal constrains a generator.</param>
/// <param name="moves">The generators as maps of points.</param>
/// <param name="embedding">From the coordinates in which generators were solved for to those of the constraint; null where they are the same.</param>
internal sealed class InfluenceWindow(LiePcaOrbit orbit, TangencyConstraint constraint, InfluenceMove[] moves, Matrix? embedding)
{
    private readonly PointCloud _points = orbit.Source.Points;
    private readonly LocalFrame _frame = new(orbit.Source.Points.Dimension);
    private readonly int[] _neighbours = new int[orbit.Local.Neighbours];
    private readonly double[] _distances = new double[orbit.Local.Neighbours];
    private readonly double[] _foot = new double[orbit.Source.Points.Dimension];
    private readonly double[] _form = new double[constraint.Size];
    private readonly double[] _turned = new double[orbit.Source.Points.Dimension];
    private readonly double[] _velocity = new double[orbit.Source.Points.Dimension];
    private readonly double[,] _along = new double[moves.Length, orbit.Local.Dimension];
    private readonly Matrix? _restriction = embedding?.Transposed;

    /// <summary>Adds one neighbourhood.</summary>
    /// <param name="point">Its point.</param>
    /// <param name="groups">Into how many groups points fall, by their numbers.</param>
    /// <param name="leastGap">The least share of a tangent's variance by which a normal's is taken to be smaller.</param>
    /// <param name="scores">What the groups add to the equation of each generator. Shape [groups][count][size].</param>
    public void Add(int point, int groups, double leastGap, double[][][] scores)
    {
        orbit.Source.Tree.Nearest(_points.Row(point), _neighbours, _distances);
        _frame.Fit(_points, _neighbours);
        _frame.Mean.CopyTo(_foot);
        if (!(_frame.Variances[0] > 0))
        {
            return; // the same point many times
        }

        for (var k = 0; k < moves.Length; k++)
        {
            moves[k].Velocity(_foot, _velocity);
            for (var tangent = 0; tangent < orbit.Local.Dimension; tangent++)
            {
                _along[k, tangent] = TensorPrimitives.Dot(_frame.Direction(tangent), _velocity);
            }
        }

        var (shifts, products) = Moments(groups);
        for (var normal = orbit.Local.Dimension; normal < _points.Dimension; normal++)
        {
            AddNormal(normal, leastGap, shifts, products, scores);
        }
    }

    /// <summary>Of every group the shift of the mean without it, and the products of its points' coordinates along the principal directions. Shapes [groups][D] and [groups][D * D].</summary>
    private (double[][] Shifts, double[][] Products) Moments(int groups)
    {
        var d = _points.Dimension;
        double[][] shifts = [.. Enumerable.Range(0, groups).Select(_ => new double[d])];
        double[][] products = [.. Enumerable.Range(0, groups).Select(_ => new double[d * d])];
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

            for (var tangent = 0; tangent < orbit.Local.Dimension; tangent++)
            {
                var row = products[group].AsSpan(tangent * d, d);
                TensorPrimitives.MultiplyAdd(along, along[tangent] / _neighbours.Length, row, row);
            }
        }

        return (shifts, products);
    }

    private void AddNormal(int normal, double leastGap, double[][] shifts, double[][] products, double[][][] scores)
    {
        var direction = _frame.Direction(normal);
        constraint.Of(direction, _foot, _form);
        var form = _form;
        if (_restriction is { } restriction)
        {
            form = new double[restriction.Rows];
            restriction.Apply(_form, form);
        }

        var rounding = Tolerance.Rounding.Relative * _frame.Variances[0];
        for (var k = 0; k < moves.Length; k++)
        {
            moves[k].Transposed.Apply(direction, _turned);
            for (var group = 0; group < shifts.Length; group++)
            {
                var change = TensorPrimitives.Dot<double>(_turned, shifts[group]);
                for (var tangent = 0; tangent < orbit.Local.Dimension; tangent++)
                {
                    var variance = _frame.Variances[tangent];
                    var gap = Math.Max(variance - _frame.Variances[normal], Math.Max(leastGap * variance, rounding));
                    change += products[group][(tangent * _foot.Length) + normal] / gap * _along[k, tangent];
                }

                TensorPrimitives.MultiplyAdd(form, change, scores[group][k], scores[group][k]);
            }
        }
    }
}
