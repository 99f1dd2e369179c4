using Noether.CalabiYau.Configurations;

namespace Noether.Benchmarks.Configurations;

/// <summary>The Euler number of a threefold as a textbook writes it: the product of the columns as a dense array, one triple sum.</summary>
internal static class PlainTopology
{
    public static long EulerNumber(ConfigurationMatrix matrix)
    {
        int[] strides = [.. Enumerable.Range(0, matrix.Rows).Select(row => Enumerable.Range(0, row).Aggregate(1, (product, other) => product * matrix.RowSum(other)))];
        var product = new long[strides[^1] * matrix.RowSum(matrix.Rows - 1)];
        product[0] = 1;
        for (var column = 0; column < matrix.Columns; column++)
        {
            product = Times(product, matrix, column, strides);
        }

        var sum = 0L;
        for (var r = 0; r < matrix.Rows; r++)
        {
            for (var s = 0; s < matrix.Rows; s++)
            {
                for (var t = 0; t < matrix.Rows; t++)
                {
                    sum += Weight(matrix, r, s, t) * Intersection(product, matrix, strides, [r, s, t]);
                }
            }
        }

        return sum / 3;
    }

    private static long[] Times(long[] product, ConfigurationMatrix matrix, int column, int[] strides)
    {
        var next = new long[product.Length];
        for (var place = 0; place < product.Length; place++)
        {
            for (var row = 0; row < matrix.Rows; row++)
            {
                if (place / strides[row] % matrix.RowSum(row) < matrix.AmbientDimension(row))
                {
                    next[place + strides[row]] += product[place] * matrix[row, column];
                }
            }
        }

        return next;
    }

    private static long Weight(ConfigurationMatrix matrix, int r, int s, int t)
    {
        var cubes = Enumerable.Range(0, matrix.Columns).Sum(column => (long)matrix[r, column] * matrix[s, column] * matrix[t, column]);
        return (r == s && s == t ? matrix.RowSum(r) : 0) - cubes;
    }

    private static long Intersection(long[] product, ConfigurationMatrix matrix, int[] strides, ReadOnlySpan<int> rows)
    {
        int[] exponents = [.. Enumerable.Range(0, matrix.Rows).Select(matrix.AmbientDimension)];
        foreach (var row in rows)
        {
            exponents[row]--;
        }

        return exponents.Any(exponent => exponent < 0) ? 0 : product[exponents.Zip(strides, (exponent, stride) => exponent * stride).Sum()];
    }
}
