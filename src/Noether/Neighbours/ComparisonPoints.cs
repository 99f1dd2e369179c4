using Noether.Numerics;

namespace Noether.Neighbours;

/// <summary>The points in the form in which one matrix product compares them: centred, scaled to at most 1, with one more coordinate.</summary>
/// <remarks>
/// Eq. (N2): with u = (x, 1) and v = (-2 y, |y|^2 (1 - 2c)) the product u.v is |x - y|^2 - |x|^2 less an allowance for rounding. Centring keeps the
/// norms, and with them the rounding, small; the scale is a power of two and keeps squares from overflowing.
/// </remarks>
internal sealed class ComparisonPoints
{
    private readonly double[] _squaredNorms;

    private ComparisonPoints(SingleMatrix queries, SingleMatrix targets, double[] squaredNorms, double scale)
    {
        Queries = queries;
        Targets = targets;
        Scale = scale;
        _squaredNorms = squaredNorms;
    }

    /// <summary>The rows u. Shape [n, d + 1].</summary>
    public SingleMatrix Queries { get; }

    /// <summary>The rows v. Shape [n, d + 1].</summary>
    public SingleMatrix Targets { get; }

    /// <summary>What coordinates were multiplied by.</summary>
    public double Scale { get; }

    private double Rounding => RelativeRounding(Queries.Columns - 1);

    // Squares of numbers near the smallest one are lost; this is more than can be lost in one product.
    private double Underflow => 4.0 * Queries.Columns * MathF.ScaleB(1, -126);

    public static ComparisonPoints From(SingleMatrix points)
    {
        var (n, d) = (points.Rows, points.Columns);
        var mean = Mean(points);
        var scale = Math.ScaleB(1, -Exponent(points, mean));
        var (queries, targets, norms) = (new float[checked(n * (d + 1))], new float[n * (d + 1)], new double[n]);
        for (var i = 0; i < n; i++)
        {
            var row = points.Row(i);
            var u = queries.AsSpan(i * (d + 1), d + 1);
            var v = targets.AsSpan(i * (d + 1), d + 1);
            for (var j = 0; j < d; j++)
            {
                u[j] = (float)((row[j] - mean[j]) * scale);
                v[j] = -2 * u[j];
                norms[i] += (double)u[j] * u[j];
            }

            u[d] = 1;
            v[d] = (float)(norms[i] * (1 - (2 * RelativeRounding(d))));
        }

        return new(new(n, d + 1, queries), new(n, d + 1, targets), norms, scale);
    }

    /// <summary>The most by which the squared distance, less the query's squared norm and the query's share of rounding, may exceed a product with a target.</summary>
    public double SlackOfTarget(int target) => 4 * Rounding * _squaredNorms[target];

    /// <summary>The query's share: a product is at most that much above |x - y|^2 - |x|^2, and, with the target's slack, at most that much below.</summary>
    public double SlackOfQuery(int query) => (Rounding * _squaredNorms[query]) + Underflow;

    /// <summary>What the product with a target at this distance, in the units of the points, would be without rounding.</summary>
    public double ExactProduct(int query, double distance) => (distance * Scale * distance * Scale) - _squaredNorms[query];

    /// <summary>The largest product that a target at this distance or nearer can have.</summary>
    public double LargestProduct(int query, double distance) =>
        ExactProduct(query, distance * (1 + Tolerance.Rounding.Relative)) + SlackOfQuery(query);

    // Each of d + 1 products and sums is rounded once; the other terms are for centring, for the norm and for second order.
    private static double RelativeRounding(int dimension) => (dimension + 10) * Math.ScaleB(1, -24);

    private static double[] Mean(SingleMatrix points)
    {
        var mean = new double[points.Columns];
        for (var i = 0; i < points.Rows; i++)
        {
            var row = points.Row(i);
            for (var j = 0; j < mean.Length; j++)
            {
                mean[j] += row[j] / (double)points.Rows;
            }
        }

        return mean;
    }

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
