namespace Noether.CalabiYau.Invariants;

/// <summary>How often each triple (D^3, c_2 D / 2, rank of D as a form), all modulo a prime, occurs among the classes D modulo that prime. Eq. (C18).</summary>
internal static class ModularHistogram
{
    /// <summary>The largest number of classes that is searched through; beyond it there is no histogram.</summary>
    public const int MaxClasses = 180_000;

    /// <summary>The histogram as text, equal exactly if all frequencies agree; null where there are too many classes.</summary>
    /// <param name="numbers">The threefold.</param>
    /// <param name="prime">A small prime.</param>
    public static string? Of(RowNumbers numbers, int prime)
    {
        var rows = numbers.SecondChernClass.Length;
        var classes = 1L;
        for (var row = 0; row < rows; row++)
        {
            classes *= prime;
        }

        return classes > MaxClasses ? null : string.Join(',', Frequencies(numbers, prime));
    }

    /// <summary>Counts class by class. Multiples of a class have its rank, so one of each line through 0 is looked at: the one whose last non-zero coefficient is 1.</summary>
    private static int[] Frequencies(RowNumbers numbers, int prime)
    {
        var rows = numbers.SecondChernClass.Length;
        var slices = Slices(numbers, prime);
        var residues = Enumerable.Range(0, prime * prime).Select(value => value % prime).ToArray();
        int[] chern = [.. numbers.SecondChernClass.Select(value => Modulo(value / 2, prime))];
        var frequencies = new int[prime * prime * (rows + 1)];
        frequencies[0] = 1; // the class 0
        var work = new int[rows * rows];
        var digits = new int[rows];
        for (var last = 0; last < rows; last++)
        {
            digits.AsSpan().Clear();
            digits[last] = 1;
            int[] form = [.. slices[last]]; // the matrix d_ijk D_i
            do
            {
                form.CopyTo(work, 0);
                CountMultiples(frequencies, (Cube(form, digits) % prime, Product(chern, digits) % prime), Rank(work, rows, residues), prime);
            }
            while (Advance(digits.AsSpan(0, last), form, slices, prime));
        }

        return frequencies;
    }

    private static void CountMultiples(int[] frequencies, (int Cube, int Chern) values, int rank, int prime)
    {
        var ranks = frequencies.Length / (prime * prime);
        for (var factor = 1; factor < prime; factor++)
        {
            var cube = values.Cube * factor % prime * factor % prime * factor % prime;
            frequencies[(((cube * prime) + (values.Chern * factor % prime)) * ranks) + rank]++;
        }
    }

    private static int Cube(int[] form, int[] digits)
    {
        var cube = 0;
        for (var j = 0; j < digits.Length; j++)
        {
            cube += digits[j] * Product(form.AsSpan(j * digits.Length, digits.Length), digits);
        }

        return cube;
    }

    private static int Product(ReadOnlySpan<int> a, int[] b)
    {
        var sum = 0;
        for (var k = 0; k < b.Length; k++)
        {
            sum += a[k] * b[k];
        }

        return sum;
    }

    /// <summary>Goes on to the next digits, an odometer; adds the slice of each digit that turns, p turns being none. False after the last.</summary>
    private static bool Advance(Span<int> digits, int[] form, int[][] slices, int prime)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            digits[i]++;
            for (var entry = 0; entry < form.Length; entry++)
            {
                var sum = form[entry] + slices[i][entry];
                form[entry] = sum >= prime ? sum - prime : sum;
            }

            if (digits[i] < prime)
            {
                return true;
            }

            digits[i] = 0;
        }

        return false;
    }

    /// <summary>The rank by elimination modulo p; overwrites the matrix. Residues of the numbers below p^2 come from a table, which is several times faster than division.</summary>
    private static int Rank(int[] matrix, int size, int[] residues)
    {
        var prime = residues[^1] + 1;
        var rank = 0;
        for (var column = 0; column < size && rank < size; column++)
        {
            var pivot = rank;
            while (pivot < size && matrix[(pivot * size) + column] == 0)
            {
                pivot++;
            }

            if (pivot == size)
            {
                continue;
            }

            SwapRows(matrix, size, pivot, rank);
            var inverse = Inverse(matrix[(rank * size) + column], residues);
            for (var row = rank + 1; row < size; row++)
            {
                var factor = residues[matrix[(row * size) + column] * inverse];
                for (var k = column; k < size && factor != 0; k++)
                {
                    ref var entry = ref matrix[(row * size) + k];
                    entry = residues[entry + ((prime - factor) * matrix[(rank * size) + k])];
                }
            }

            rank++;
        }

        return rank;
    }

    private static void SwapRows(int[] matrix, int size, int first, int second)
    {
        for (var k = 0; k < size && first != second; k++)
        {
            (matrix[(first * size) + k], matrix[(second * size) + k]) = (matrix[(second * size) + k], matrix[(first * size) + k]);
        }
    }

    private static int Inverse(int value, int[] residues)
    {
        var inverse = 1;
        while (residues[value * inverse] != 1)
        {
            inverse++;
        }

        return inverse;
    }

    private static int[][] Slices(RowNumbers numbers, int prime)
    {
        var rows = numbers.SecondChernClass.Length;
        return
        [
            .. Enumerable.Range(0, rows).Select(i =>
                Enumerable.Range(0, rows * rows).Select(entry => Modulo(numbers.Form[i, entry / rows, entry % rows], prime)).ToArray()),
        ];
    }

    private static int Modulo(long value, int prime) => (int)(((value % prime) + prime) % prime);
}
