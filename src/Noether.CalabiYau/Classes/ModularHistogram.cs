namespace Noether.CalabiYau.Classes;

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

        return classes > MaxClasses ? null : string.Join(',', Frequencies(numbers, prime, (int)classes));
    }

    private static int[] Frequencies(RowNumbers numbers, int prime, int classes)
    {
        var rows = numbers.SecondChernClass.Length;
        var slices = Slices(numbers, prime);
        var frequencies = new int[prime * prime * (rows + 1)];
        Span<int> digits = stackalloc int[rows];
        Span<int> form = stackalloc int[rows * rows]; // the matrix d_ijk D_i
        Span<int> work = stackalloc int[rows * rows];
        digits.Clear();
        form.Clear();
        for (var count = 0; count < classes; count++)
        {
            var (cube, chern) = (0, 0);
            for (var j = 0; j < rows; j++)
            {
                chern += digits[j] * Modulo(numbers.SecondChernClass[j] / 2, prime);
                for (var k = 0; k < rows; k++)
                {
                    cube += form[(j * rows) + k] * digits[j] * digits[k];
                }
            }

            form.CopyTo(work);
            frequencies[(((cube % prime * prime) + (chern % prime)) * (rows + 1)) + Rank(work, rows, prime)]++;
            Advance(digits, form, slices, prime);
        }

        return frequencies;
    }

    /// <summary>Goes on to the next class, an odometer; adds the slice of each digit that turns, p turns being none.</summary>
    private static void Advance(Span<int> digits, Span<int> form, int[][] slices, int prime)
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
                return;
            }

            digits[i] = 0;
        }
    }

    /// <summary>The rank by elimination modulo a prime; overwrites the matrix.</summary>
    private static int Rank(Span<int> matrix, int size, int prime)
    {
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
            var inverse = Inverse(matrix[(rank * size) + column], prime);
            for (var row = rank + 1; row < size; row++)
            {
                var factor = matrix[(row * size) + column] * inverse % prime;
                for (var k = column; k < size && factor != 0; k++)
                {
                    ref var entry = ref matrix[(row * size) + k];
                    entry = (entry + ((prime - factor) * matrix[(rank * size) + k])) % prime;
                }
            }

            rank++;
        }

        return rank;
    }

    private static void SwapRows(Span<int> matrix, int size, int first, int second)
    {
        for (var k = 0; k < size && first != second; k++)
        {
            (matrix[(first * size) + k], matrix[(second * size) + k]) = (matrix[(second * size) + k], matrix[(first * size) + k]);
        }
    }

    private static int Inverse(int value, int prime)
    {
        var inverse = 1;
        while (value * inverse % prime != 1)
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
