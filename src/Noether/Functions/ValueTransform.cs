using Noether.Numerics;

namespace Noether.Functions;

/// <summary>
/// Functions of the value that may be easier to learn than the value itself: level sets, and so symmetries, stay as they are. A mass is
/// no polynomial of energy and momentum, its square is.
/// </summary>
internal static class ValueTransform
{
    /// <summary>The families that are tried, each spanned by one or two columns of <see cref="Columns"/>.</summary>
    public static ImmutableArray<(string Name, ImmutableArray<int> Columns)> Families { get; } =
    [
        ("the value", [0]),
        ("the value and its square", [0, 1]),
        ("the inverse of the value and its square", [2, 3]),
        ("the logarithm of the value", [4]),
        ("the rank of the value", [5]),
    ];

    /// <summary>Values closer to zero than this share of their median size have no useful inverse or logarithm.</summary>
    private const double SmallestShare = 1e-3;

    private const int Count = 6;

    /// <summary>
    /// The columns y, y^2, 1/y, 1/y^2, log y and the normal score of the rank of y, each with mean 0 and variance 1; 0 where it does
    /// not exist.
    /// </summary>
    /// <param name="values">The values y. Shape [N].</param>
    public static Targets Columns(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        var columns = new double[n * Count];
        var plain = Standardised(values.ToArray());
        Put(columns, 0, plain);
        Put(columns, 1, Standardised([.. plain.Select(y => y * y)]));
        if (HasInverse(values))
        {
            var sign = Math.Sign(values[0]);
            Put(columns, 2, Standardised([.. values.ToArray().Select(y => 1 / y)]));
            Put(columns, 3, Standardised([.. values.ToArray().Select(y => 1 / (y * y))]));
            Put(columns, 4, Standardised([.. values.ToArray().Select(y => Math.Log(sign * y))]));
        }

        Put(columns, 5, Standardised(NormalScores(values)));
        return new(columns, Count);
    }

    /// <summary>
    /// The combination of a family's columns that is predicted best, and the share of its variance that is not; null where it is no
    /// monotone function of the value.
    /// </summary>
    /// <param name="columns">The family's columns. Shape [N, 1 or 2].</param>
    /// <param name="rows">Held-out samples.</param>
    /// <param name="residuals">What predictions miss. Shape [rows, 1 or 2].</param>
    /// <param name="plain">The value itself, to see whether the combination is monotone in it. Shape [N].</param>
    public static (double[] Weights, double Unexplained)? Best(Targets columns, int[] rows, double[] residuals, double[] plain)
    {
        if (columns.Count == 1)
        {
            var square = rows.Sum(row => columns.Values[row] * columns.Values[row]);
            return square > 0 ? ([1], residuals.Sum(e => e * e) / square) : null;
        }

        var (noise, total) = (Covariance(rows.Length, i => residuals[2 * i], i => residuals[(2 * i) + 1]),
            Covariance(rows.Length, i => columns.Values[2 * rows[i]], i => columns.Values[(2 * rows[i]) + 1]));
        if (GeneralisedEigen.Of(noise, total) is not { } eigen)
        {
            return null;
        }

        double[] weights = [eigen.Vectors[0, 0], eigen.Vectors[0, 1]];
        return IsMonotone(rows, plain, i => (weights[0] * columns.Values[2 * i]) + (weights[1] * columns.Values[(2 * i) + 1])) ? (weights, eigen.Values[0]) : null;
    }

    /// <summary>Values with mean 0 and variance 1; zeros where they are all equal.</summary>
    public static double[] Standardised(double[] values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(y => (y - mean) * (y - mean)));
        return [.. values.Select(y => deviation > Tolerance.Rounding.Absolute * Math.Abs(mean) ? (y - mean) / deviation : 0)];
    }

    private static bool HasInverse(ReadOnlySpan<double> values)
    {
        var sizes = values.ToArray();
        var sign = Math.Sign(sizes[0]);
        if (sizes.Any(y => Math.Sign(y) != sign || sign == 0))
        {
            return false;
        }

        Array.Sort(sizes, (x, y) => Math.Abs(x).CompareTo(Math.Abs(y)));
        return Math.Abs(sizes[0]) > SmallestShare * Math.Abs(sizes[sizes.Length / 2]);
    }

    private static double[] NormalScores(ReadOnlySpan<double> values)
    {
        var (sorted, order, n) = (values.ToArray(), Enumerable.Range(0, values.Length).ToArray(), values.Length);
        Array.Sort(sorted, order);
        var scores = new double[n];
        for (int first = 0, next; first < n; first = next)
        {
            for (next = first + 1; next < n && sorted[next] == sorted[first]; next++)
            {
            }

            var score = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (first + next) / (2.0 * n)); // equal values share their mean rank
            for (var i = first; i < next; i++)
            {
                scores[order[i]] = score;
            }
        }

        return scores;
    }

    private static bool IsMonotone(int[] rows, double[] plain, Func<int, double> combination)
    {
        var pairs = rows.Select(row => (Value: plain[row], Image: combination(row))).OrderBy(pair => pair.Value).ToArray();
        var (up, down) = (0.0, 0.0);
        for (var i = 1; i < pairs.Length; i++)
        {
            var step = pairs[i].Image - pairs[i - 1].Image;
            (up, down) = step > 0 ? (up + step, down) : (up, down - step);
        }

        return Math.Min(up, down) <= 0.01 * Math.Max(up, down);
    }

    private static Matrix Covariance(int count, Func<int, double> x, Func<int, double> y)
    {
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            (xx, xy, yy) = (xx + (x(i) * x(i)), xy + (x(i) * y(i)), yy + (y(i) * y(i)));
        }

        return Matrix.FromEntries(2, 2, [xx, xy, xy, yy]);
    }

    private static void Put(double[] columns, int column, double[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            columns[(i * Count) + column] = values[i];
        }
    }
}
