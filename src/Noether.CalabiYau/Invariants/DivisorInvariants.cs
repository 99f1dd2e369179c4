using System.Numerics;

namespace Noether.CalabiYau.Invariants;

/// <summary>Numbers that no change of basis alters, from greatest common divisors and elementary divisors. Eq. (C18).</summary>
internal static class DivisorInvariants
{
    /// <summary>The common divisors of c_2, and of all values D E F, D^2 E and D^3; as text, equal exactly if all agree.</summary>
    public static string CommonDivisors(RowNumbers numbers)
    {
        var rows = numbers.SecondChernClass.Length;
        var form = numbers.Form;
        var (chern, triple, square, cube) = (0L, 0L, 0L, 0L);
        for (var i = 0; i < rows; i++)
        {
            chern = Gcd(chern, numbers.SecondChernClass[i]);
            triple = Gcd(triple, form[i, i, i]);
            square = Gcd(square, form[i, i, i]);
            cube = Gcd(cube, form[i, i, i]);
            for (var j = 0; j < rows; j++)
            {
                if (j == i)
                {
                    continue;
                }

                var (iij, ijj) = (form[i, i, j], form[i, j, j]);
                triple = Gcd(triple, iij);
                square = Gcd(square, iij);
                cube = Gcd(Gcd(cube, checked(3 * (iij + ijj))), checked(3 * (iij - ijj)));
                for (var k = j + 1; k < rows; k++)
                {
                    var distinct = k == i ? 0 : form[i, j, k];
                    triple = Gcd(triple, distinct);
                    square = Gcd(square, checked(2 * distinct));
                    cube = Gcd(cube, checked(6 * distinct));
                }
            }
        }

        return $"{chern},{triple},{square},{cube}";
    }

    /// <summary>The elementary divisors of the matrix d_i,(jk), and of the same with the column c_2 / 2; as text.</summary>
    public static string ElementaryDivisors(RowNumbers numbers)
    {
        var rows = numbers.SecondChernClass.Length;
        var pairs = (from j in Enumerable.Range(0, rows) from k in Enumerable.Range(j, rows - j) select (j, k)).ToArray();
        var flat = Enumerable.Range(0, rows).Select(i => pairs.Select(pair => numbers.Form[i, pair.j, pair.k]).ToArray()).ToArray();
        var extended = flat.Select((row, i) => (long[])[.. row, numbers.SecondChernClass[i] / 2]).ToArray();
        return $"{string.Join(',', SmithNormalForm.ElementaryDivisors(flat))};{string.Join(',', SmithNormalForm.ElementaryDivisors(extended))}";
    }

    private static long Gcd(long a, long b) => (long)BigInteger.GreatestCommonDivisor(a, b);
}
