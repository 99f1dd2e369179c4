using System.Numerics.Tensors;

namespace Noether.Generators.Hyperplanes;

/// <summary>What the pairs of one plane say about each of its points: the weighted sum of the wanted images T x, and the weights.</summary>
/// <remarks>Kept apart by the part to which the partner was dealt, so that leaving a part out costs no second search.</remarks>
internal sealed class PairSums
{
    private readonly double[] _images; // [m, parts, fields * k]
    private readonly double[] _weights; // [m, parts]
    private readonly double[] _totalImages; // [m, fields * k]
    private readonly double[] _totalWeights; // [m]
    private readonly double[] _norms; // of the first field [m]

    private PairSums(PlanePoints points, int parts)
    {
        Points = points;
        Parts = parts;
        _images = new double[points.Points.Length * parts * points.Fields * points.Basis.Rows];
        _weights = new double[points.Points.Length * parts];
        _totalImages = new double[points.Points.Length * points.Fields * points.Basis.Rows];
        _totalWeights = new double[points.Points.Length];
        _norms = [.. Enumerable.Range(0, points.Points.Length).Select(i => TensorPrimitives.Norm(points.Row(i)[..points.Basis.Rows]))];
    }

    /// <summary>The points of the plane.</summary>
    public PlanePoints Points { get; }

    /// <summary>Into how many parts the orbit was dealt.</summary>
    public int Parts { get; }

    /// <summary>The number of pairs; (x, x') and (x', x) count once.</summary>
    public int Pairs { get; private set; }

    /// <summary>Finds all pairs closer than <paramref name="epsilon"/> and adds their constraints, Eq. (G7).</summary>
    /// <param name="points">The points of the plane.</param>
    /// <param name="part">The part of every point of the orbit, 0 .. parts - 1. Shape [n].</param>
    /// <param name="parts">The number of parts.</param>
    /// <param name="epsilon">The largest distance of a pair, in the units of the points; root mean square over the fields.</param>
    public static PairSums Of(PlanePoints points, int[] part, int parts, double epsilon)
    {
        var sums = new PairSums(points, parts);
        var reach = epsilon * Math.Sqrt(points.Fields);
        var cells = new PlaneCells(points, reach);
        for (var i = 0; i < points.Points.Length; i++)
        {
            var own = part[points.Points[i]];
            foreach (var j in cells.CandidatesAfter(i))
            {
                sums.Add(i, own, j, part[points.Points[j]], reach);
            }
        }

        sums.AddTotals();
        return sums;
    }

    /// <summary>The constraints of one point over all parts but one.</summary>
    /// <param name="point">The point, among those of the plane.</param>
    /// <param name="without">The part to leave out; -1 for none.</param>
    /// <param name="image">Set to the weighted sum of the wanted images. Shape [fields * k].</param>
    /// <returns>The sum of the weights.</returns>
    public double Total(int point, int without, Span<double> image)
    {
        var total = _totalImages.AsSpan(point * image.Length, image.Length);
        var slot = (point * Parts) + without;
        if (without < 0 || _weights[slot] == 0)
        {
            total.CopyTo(image);
            return _totalWeights[point];
        }

        TensorPrimitives.Subtract(total, _images.AsSpan(slot * image.Length, image.Length), image);
        return _totalWeights[point] - _weights[slot];
    }

    /// <summary>Adds up the constraints of every point over all parts, from which leaving one out is a subtraction.</summary>
    private void AddTotals()
    {
        var length = Points.Fields * Points.Basis.Rows;
        for (var slot = 0; slot < _weights.Length; slot++)
        {
            if (_weights[slot] > 0)
            {
                var point = slot / Parts;
                _totalWeights[point] += _weights[slot];
                var image = _totalImages.AsSpan(point * length, length);
                TensorPrimitives.Add(image, _images.AsSpan(slot * length, length), image);
            }
        }
    }

    private void Add(int i, int partOfI, int j, int partOfJ, double reach)
    {
        var x = Points.Row(i);
        var y = Points.Row(j);
        var first = Points.Basis.Rows;
        var distance = Distance(x[..first], y[..first]);
        var turn = (x[0] * y[1]) - (x[1] * y[0]);
        if (!(distance < reach) || distance == 0 || turn == 0 || (Points.Fields > 1 && !(TensorPrimitives.Distance(x, y) < reach)))
        {
            return; // beyond reach, or a pair that shows no sense of rotation
        }

        // T x = s |x| (y - x) / |y - x| and T y = -s |y| (x - y) / |x - y|: the same direction for both. With several fields the noise of the others
        // is divided by the first one's distance too: then constraints are weighted by its square, the inverse of their variance.
        var weight = Points.Fields == 1 ? 1 : distance * distance;
        var sense = weight * Math.Sign(turn) / distance;
        AddImage((i * Parts) + partOfJ, weight, sense * _norms[i], x, y);
        AddImage((j * Parts) + partOfI, weight, sense * _norms[j], x, y);
        Pairs++;
    }

    /// <summary>As <see cref="TensorPrimitives.Distance{T}(ReadOnlySpan{T}, ReadOnlySpan{T})"/>, which costs more than it saves on a few entries.</summary>
    private static double Distance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var axis = 0; axis < x.Length; axis++)
        {
            sum += (x[axis] - y[axis]) * (x[axis] - y[axis]);
        }

        return Math.Sqrt(sum);
    }

    private void AddImage(int slot, double weight, double factor, ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        _weights[slot] += weight;
        var image = _images.AsSpan(slot * from.Length, from.Length);
        for (var axis = 0; axis < image.Length; axis++)
        {
            image[axis] += factor * (to[axis] - from[axis]);
        }
    }
}
