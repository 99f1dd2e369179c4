using Noether.CalabiYau.Configurations;

namespace Noether.CalabiYau.Tests.Topology;

/// <summary>The Euler number by another route: multiply out (1 + J_r)^(n_r + 1) / (1 + L_a), keep degree D, multiply by all L_a and read the top coefficient.</summary>
internal static class ChernOracle
{
    public static long EulerNumber(ConfigurationMatrix matrix)
    {
        var top = Enumerable.Range(0, matrix.Rows).Select(matrix.AmbientDimension).ToArray();
        var total = new Dictionary<string, long>(StringComparer.Ordinal) { [Key(new int[matrix.Rows])] = 1 };
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var factor = 0; factor < matrix.RowSum(row); factor++)
            {
                total = Sum(total, Times(total, Unit(matrix.Rows, row), top), 1);
            }
        }

        for (var column = 0; column < matrix.Columns; column++)
        {
            total = OverOnePlus(total, Column(matrix, column), top);
        }

        total = total.Where(term => Exponents(term.Key).Sum() == matrix.Dimension).ToDictionary(StringComparer.Ordinal);
        for (var column = 0; column < matrix.Columns; column++)
        {
            total = Times(total, Column(matrix, column), top);
        }

        return total.GetValueOrDefault(Key(top));
    }

    // P / (1 + L) = P - L P + L^2 P - ..., which ends because L is nilpotent
    private static Dictionary<string, long> OverOnePlus(Dictionary<string, long> polynomial, int[] form, int[] top)
    {
        var (sum, term, sign) = (polynomial, polynomial, 1);
        while (term.Count > 0)
        {
            term = Times(term, form, top);
            sign = -sign;
            sum = Sum(sum, term, sign);
        }

        return sum;
    }

    private static Dictionary<string, long> Times(Dictionary<string, long> polynomial, int[] form, int[] top)
    {
        var product = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (key, coefficient) in polynomial)
        {
            for (var row = 0; row < form.Length; row++)
            {
                var exponents = Exponents(key);
                exponents[row]++;
                if (form[row] != 0 && exponents[row] <= top[row])
                {
                    product[Key(exponents)] = product.GetValueOrDefault(Key(exponents)) + (coefficient * form[row]);
                }
            }
        }

        return product;
    }

    private static Dictionary<string, long> Sum(Dictionary<string, long> a, Dictionary<string, long> b, long factor)
    {
        var sum = new Dictionary<string, long>(a, StringComparer.Ordinal);
        foreach (var (key, coefficient) in b)
        {
            sum[key] = sum.GetValueOrDefault(key) + (factor * coefficient);
        }

        return sum;
    }

    private static int[] Unit(int length, int row) => [.. Enumerable.Range(0, length).Select(r => r == row ? 1 : 0)];

    private static int[] Column(ConfigurationMatrix matrix, int column) => [.. Enumerable.Range(0, matrix.Rows).Select(row => matrix[row, column])];

    private static string Key(int[] exponents) => string.Join(',', exponents);

    private static int[] Exponents(string key) => [.. key.Split(',').Select(int.Parse)];
}
