using Noether.Numerics;

namespace Noether.Neighbours;

/// <summary>The points in the form in which one matrix product compares them: centred, scaled to at most 1, with one more coordinate.</summary>
/// <remarks>
/// Eq. (N2): with u = (x, 1) and v = (-2 y, |y|^2 (1 - 2c)) the product u.v is |x - y|^2 - |x|^2 less an allowance for rounding. Centring keeps the
/// norms, and with them the rounding, small; the scale is a power of two and keeps squares from overflowing.
/// </remarks>
internal sealed class ComparisonPoints
{
    private readonly SingleMatrix _points;
    private readonly double[] _mean;
    private readonly double _scale;
    private readonly double[] _squaredNorms;

    // Each of d + 1 products and sums is rounded once; the other terms are for centring, for the norm and for second order.
    private readonly double _rounding;

    // Squares of numbers near the smallest one are lost; this is more than can be lost in one product.
    private readonly double _underflow;

    public ComparisonPoints(SingleMatrix points)
    {
        _points = points;
        _mean = points.Mean();
        _scale = Math.ScaleB(1, -Exponent(points, _mean));
        _squaredNorms = new double[points.Rows];
        _rounding = (points.Columns + 10) * Math.ScaleB(1, -24);
        _underflow = 4.0 * Length * MathF.ScaleB(1, -126);
        var query = new float[Length];
        for (var i = 0; i < points.Rows; i++)
        {
            CopyQuery(i, query);
            for (var j = 0; j < points.Columns; j++)
            {
                _squaredNorms[i] += (double)query[j] * query[j];
            }
        }
    }

    /// <summary>The number of entries of u and v, d + 1.</summary>
    public int Length => _points.Columns + 1;

    /// <summary>Writes u of a point. Shape [d + 1].</summary>
    public void CopyQuery(int point, Span<float> u)
    {
        var row = _points.Row(point);
        for (var j = 0; j < row.Length; j++)
        {
            u[j] = (float)((row[j] - _mean[j]) * _scale);
        }

        u[row.Length] = 1;
    }

    /// <summary>Writes v of a point. Shape [d + 1].</summary>
    public void CopyTarget(int point, Span<float> v)
    {
        CopyQuery(point, v);
        for (var j = 0; j < v.Length - 1; j++)
        {
            v[j] *= -2;
        }

        v[^1] = (float)(_squaredNorms[point] * (1 - (2 * _rounding)));
    }

    /// <summary>If the products of k targets are at most <paramref name="bar"/>, those of the k nearest are at most that much above it.</summary>
    /// <remarks>
    /// Eq. (N2). The k targets lie within r of the query, r^2 = bar + |x|^2 and their rounding, so that their norms, which bound it, are at most |x| + r.
    /// Twice the bound is allowed, which covers the rounding of these lines.
    /// </remarks>
    public double SlackUpTo(int query, double bar)
    {
        var norm = _squaredNorms[query];
        var share = 8 * _rounding;
        var square = (bar + norm + SlackOfQuery(query) + (share * norm)) / (1 - share);
        var farthest = Math.Sqrt(norm) + Math.Sqrt(Math.Max(square, 0));
        return share < 1 ? (2 * SlackOfQuery(query)) + (share * farthest * farthest) : double.PositiveInfinity;
    }

    /// <summary>What the product with a target at this distance, in the units of the points, would be without rounding.</summary>
    public double ExactProduct(int query, double distance) => (distance * _scale * distance * _scale) - _squaredNorms[query];

    /// <summary>The largest product that a target at this distance or nearer can have.</summary>
    public double LargestProduct(int query, double distance) =>
        ExactProduct(query, distance * (1 + Tolerance.Rounding.Relative)) + SlackOfQuery(query);

    // The query's share of the rounding: a product is at most that much above |x - y|^2 - |x|^2, and at most that much and 4 c |y|^2 below.
    private double SlackOfQuery(int query) => (_rounding * _squaredNorms[query]) + _underflow;

    private static int Exponent(SingleMatrix points, double[] mean)
    {
        var largest = 0.0;
        for (var i = 0; i < points.Rows; i++)
        {
            var row = points.Row(i);
            for (var j = 0; j < mean.Length; j++)
            {
                largest = Math.Max(largest, Math.Abs(row[j] - mean[j]));
            }
        }

        return largest == 0 ? 0 : Math.ILogB(largest) + 1;
    }
}
