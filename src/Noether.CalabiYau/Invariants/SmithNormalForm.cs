using System.Numerics;

namespace Noether.CalabiYau.Invariants;

/// <summary>The elementary divisors of an integer matrix: positive numbers d_1 | d_2 | ... that no change of basis on either side alters. Eq. (C18).</summary>
internal static class SmithNormalForm
{
    /// <summary>Finds the non-zero elementary divisors.</summary>
    /// <param name="rows">The matrix, one array a row; not changed.</param>
    public static ImmutableArray<BigInteger> ElementaryDivisors(IReadOnlyList<long[]> rows)
    {
        try
        {
            return [.. Divisors<long>([.. rows.Select(row => row.ToArray())]).Select(divisor => (BigInteger)divisor)];
        }
        catch (OverflowException)
        {
            return [.. Divisors<BigInteger>([.. rows.Select(row => row.Select(entry => (BigInteger)entry).ToArray())])];
        }
    }

    private static List<T> Divisors<T>(T[][] rows)
        where T : IBinaryInteger<T>, ISignedNumber<T>
    {
        var diagonal = new List<T>();
        for (var step = 0; step < rows.Length && MoveSmallest(rows, step); step++)
        {
            while (!ClearCross(rows, step))
            {
                MoveSmallest(rows, step);
            }

            diagonal.Add(T.Abs(rows[step][step]));
        }

        MakeDivisible(diagonal);
        return diagonal;
    }

    /// <summary>Brings the smallest non-zero entry of what is left to the pivot's place; false where all are zero.</summary>
    private static bool MoveSmallest<T>(T[][] rows, int step)
        where T : IBinaryInteger<T>, ISignedNumber<T>
    {
        var (row, column) = (-1, -1);
        for (var i = step; i < rows.Length; i++)
        {
            for (var j = step; j < rows[i].Length; j++)
            {
                if (rows[i][j] != T.Zero && (row < 0 || T.Abs(rows[i][j]) < T.Abs(rows[row][column])))
                {
                    (row, column) = (i, j);
                }
            }
        }

        if (row < 0)
        {
            return false;
        }

        (rows[step], rows[row]) = (rows[row], rows[step]);
        for (var i = 0; i < rows.Length; i++)
        {
            (rows[i][step], rows[i][column]) = (rows[i][column], rows[i][step]);
        }

        return true;
    }

    /// <summary>Subtracts multiples of the pivot's row and column from the others; true when the rest of both is zero.</summary>
    private static bool ClearCross<T>(T[][] rows, int step)
        where T : IBinaryInteger<T>, ISignedNumber<T>
    {
        var pivot = rows[step];
        var clean = true;
        for (var i = step + 1; i < rows.Length; i++)
        {
            var factor = rows[i][step] / pivot[step];
            for (var j = step; j < pivot.Length && factor != T.Zero; j++)
            {
                rows[i][j] = checked(rows[i][j] - (factor * pivot[j]));
            }

            clean &= rows[i][step] == T.Zero;
        }

        for (var j = step + 1; j < pivot.Length; j++)
        {
            var factor = pivot[j] / pivot[step];
            for (var i = step; i < rows.Length && factor != T.Zero; i++)
            {
                rows[i][j] = checked(rows[i][j] - (factor * rows[i][step]));
            }

            clean &= pivot[j] == T.Zero;
        }

        return clean;
    }

    /// <summary>Replaces pairs by their greatest common divisor and least common multiple until each divides the next.</summary>
    private static void MakeDivisible<T>(List<T> diagonal)
        where T : IBinaryInteger<T>, ISignedNumber<T>
    {
        for (var i = 0; i < diagonal.Count; i++)
        {
            for (var j = i + 1; j < diagonal.Count; j++)
            {
                var divisor = GreatestCommonDivisor(diagonal[i], diagonal[j]);
                (diagonal[i], diagonal[j]) = (divisor, checked(diagonal[i] / divisor * diagonal[j]));
            }
        }
    }

    private static T GreatestCommonDivisor<T>(T a, T b)
        where T : IBinaryInteger<T>
    {
        while (b != T.Zero)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
